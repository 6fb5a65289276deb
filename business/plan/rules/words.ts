import type { Chapter } from '../../../kernel/line.ts'

export const matterKinds = { task: '任务', adjustment: '调整', supervision: '督办' } as const
export type MatterKind = keyof typeof matterKinds

export const aspects = { number: '目标数', quarters: '完成季度', department: '牵头部室' } as const
export type Aspect = keyof typeof aspects

export const causes = { node: '节点逾期', forecast: '预计完不成' } as const
export type Cause = keyof typeof causes

export const comparators = { '>=': '不少于', '<=': '不超过' } as const
export type Comparator = keyof typeof comparators

/** Where a task comes from (D:C11.6). */
export const sources = ['年度工作计划', '市总任务', '区委区政府', '工作报告', '民生实事', '领导批示'] as const

export const methods = {
  over: '这一年已经结束，就是实际数',
  seasonal: '按往年同一天已经完成的比例推算',
  linear: '没有往年记录，按已过天数平均推算',
  trend: '按最近六个月的平均变化推算到年底',
  parts: '分子、分母分别推算后相除',
  none: '记录太少，还推算不出',
} as const
export type Method = keyof typeof methods

/** How a task stands, as the union words it (D:C11.6). Computed from its state, its nodes and the day; nobody types it. */
export const conditions = {
  draft: '草拟',
  waiting: '未启动',
  normal: '正常',
  behind: '滞后',
  late: '逾期',
  done: '完成',
  signed_off: '销号',
} as const
export type Condition = keyof typeof conditions

type Of = { title: string; chapter: Chapter }

/** Lines that tasks belong to, in the order of the report; also those that are not built yet. */
export const taskLines: Readonly<Record<string, Of>> = {
  appeals: { title: '职工诉求', chapter: 'rights' },
  'early-warning': { title: '“211”预警', chapter: 'rights' },
  'collective-contracts': { title: '集体协商与集体合同', chapter: 'rights' },
  consultation: { title: '民主管理与劳资协商', chapter: 'rights' },
  mediation: { title: '诉调对接', chapter: 'rights' },
  'legal-aid': { title: '法律服务', chapter: 'rights' },
  organising: { title: '建会入会', chapter: 'organising' },
  federations: { title: '工联会综合改革', chapter: 'organising' },
  'star-rating': { title: '星级工会', chapter: 'organising' },
  stations: { title: '暖蜂驿站', chapter: 'organising' },
  'hardship-aid': { title: '困难职工帮扶', chapter: 'services' },
  'injury-visits': { title: '工伤探视', chapter: 'services' },
  'care-campaigns': { title: '关爱活动', chapter: 'services' },
  'mutual-aid': { title: '职工互助保障', chapter: 'services' },
  wellbeing: { title: '心理健康', chapter: 'services' },
  culture: { title: '职工文化', chapter: 'services' },
  training: { title: '素质提升', chapter: 'honour' },
  contests: { title: '劳动和技能竞赛', chapter: 'honour' },
  honours: { title: '荣誉', chapter: 'honour' },
  studios: { title: '创新工作室', chapter: 'honour' },
  outreach: { title: '宣讲学习', chapter: 'honour' },
  publicity: { title: '宣传阵地', chapter: 'honour' },
  cadres: { title: '工会干部', chapter: 'self' },
  liaison: { title: '联系基层', chapter: 'self' },
  'party-building': { title: '党建', chapter: 'self' },
  finance: { title: '工会经费', chapter: 'self' },
  budgets: { title: '预算绩效', chapter: 'self' },
  audits: { title: '经审', chapter: 'self' },
  overview: { title: '一屏总览', chapter: 'together' },
  exchange: { title: '数据交换', chapter: 'together' },
}

export const quarterWords = (from: number, to: number): string =>
  from === to ? `第${'一二三四'[from - 1]}季度` : `第${'一二三四'[from - 1]}至${'一二三四'[to - 1]}季度`
