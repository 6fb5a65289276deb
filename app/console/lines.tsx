import type { ComponentType } from 'react'
import type { RouteObject } from 'react-router'
import { permissions as annualReport } from '../../business/annual-report/permissions.ts'
import { permissions as appeals } from '../../business/appeals/permissions.ts'
import { permissions as cleanUp } from '../../business/clean-up/permissions.ts'
import { permissions as coverage } from '../../business/coverage/permissions.ts'
import { permissions as elections } from '../../business/elections/permissions.ts'
import { permissions as federations } from '../../business/federations/permissions.ts'
import { permissions as membership } from '../../business/membership/permissions.ts'
import { permissions as organising } from '../../business/organising/permissions.ts'
import { permissions as overview } from '../../business/overview/permissions.ts'
import { permissions as plan } from '../../business/plan/permissions.ts'
import { permissions as reportCheck } from '../../business/report-check/permissions.ts'
import { permissions as starRating } from '../../business/star-rating/permissions.ts'
import { permissions as transfers } from '../../business/transfers/permissions.ts'
import { permissions as unions } from '../../business/unions/permissions.ts'
import type { Permissions } from '../../kernel/access/permissions.ts'
import type { Chapter } from '../../kernel/line.ts'

export interface LineVerb {
  title: string
  /** Below the line's address. */
  path: string
  permission: string
  /** Pinyin initials, so that it is found without the input method. */
  initials: string
}

/** One line at the desk. A new line is one folder plus one entry here. */
export interface LineEntry {
  slug: string
  title: string
  chapter: Chapter
  permissions: Permissions
  /** Whoever holds this sees the line in the side bar. */
  reads: string
  initials: string
  /** What can be begun from anywhere. */
  verbs: readonly LineVerb[]
  /** Figures that stand on the home page, by code. */
  figures: readonly string[]
  load: () => Promise<{ routes: RouteObject[] }>
  icon?: ComponentType
}

export const lines: readonly LineEntry[] = [
  {
    slug: 'appeals',
    title: '职工诉求',
    chapter: 'rights',
    permissions: appeals,
    reads: 'appeals.read',
    initials: 'zgsq',
    verbs: [
      { title: '登记诉求', path: 'new', permission: 'appeals.receive', initials: 'djsq' },
      {
        title: '算一算：补偿、加班费、双倍工资、年休假',
        path: 'calculators',
        permission: 'appeals.read',
        initials: 'sys',
      },
    ],
    figures: ['appeals.received', 'appeals.handled', 'appeals.recovered', 'appeals.onTimeRate'],
    load: () => import('../../business/appeals/ui/console.tsx'),
  },
  {
    slug: 'organising',
    title: '建会',
    chapter: 'organising',
    permissions: organising,
    reads: 'organising.read',
    initials: 'jh',
    verbs: [{ title: '登记建会线索', path: 'new', permission: 'organising.receive', initials: 'djjhxs' }],
    figures: ['organising.unionsFounded', 'organising.newMembers', 'organising.coverage25'],
    load: () => import('../../business/organising/ui/console.tsx'),
  },
  {
    slug: 'unions',
    title: '工会台账',
    chapter: 'organising',
    permissions: unions,
    reads: 'unions.read',
    initials: 'ghtz',
    verbs: [
      { title: '申请工会变更、换证、撤销', path: 'new', permission: 'unions.request', initials: 'sqghbg' },
      { title: '工会变更办理', path: 'changes', permission: 'unions.read', initials: 'ghbgbl' },
      { title: '委员和代表构成', path: 'officers', permission: 'unions.read', initials: 'wyhdbgc' },
    ],
    figures: ['unions.termsExpired'],
    load: () => import('../../business/unions/ui/console.tsx'),
  },
  {
    slug: 'elections',
    title: '选举',
    chapter: 'organising',
    permissions: elections,
    reads: 'elections.read',
    initials: 'xj',
    verbs: [{ title: '登记选举', path: 'new', permission: 'elections.open', initials: 'djxj' }],
    figures: [],
    load: () => import('../../business/elections/ui/console.tsx'),
  },
  {
    slug: 'membership',
    title: '入会',
    chapter: 'organising',
    permissions: membership,
    reads: 'membership.read',
    initials: 'rh',
    verbs: [
      { title: '登记入会申请', path: 'new', permission: 'membership.receive', initials: 'djrhsq' },
      { title: '会员登记册', path: 'register', permission: 'membership.read', initials: 'hydjc' },
      { title: '会员池', path: 'pool', permission: 'membership.read', initials: 'hyc' },
      { title: '核验会员证', path: 'check', permission: 'membership.checkCard', initials: 'hyhyz' },
      { title: '导出会员', path: 'export', permission: 'membership.export', initials: 'dchy' },
    ],
    figures: ['membership.pooled'],
    load: () => import('../../business/membership/ui/console.tsx'),
  },
  {
    slug: 'transfers',
    title: '会籍变动',
    chapter: 'organising',
    permissions: transfers,
    reads: 'transfers.read',
    initials: 'hjbd',
    verbs: [{ title: '登记转会、保留会籍、退会', path: 'new', permission: 'transfers.request', initials: 'djzh' }],
    figures: [],
    load: () => import('../../business/transfers/ui/console.tsx'),
  },
  {
    slug: 'coverage',
    title: '建会覆盖',
    chapter: 'organising',
    permissions: coverage,
    reads: 'coverage.read',
    initials: 'jhfg',
    verbs: [
      { title: '提出列入不计', path: 'new', permission: 'coverage.propose', initials: 'tclrbj' },
      { title: '未建会企业名单', path: 'firms', permission: 'coverage.read', initials: 'wjhqymd' },
    ],
    figures: [],
    load: () => import('../../business/coverage/ui/console.tsx'),
  },
  {
    slug: 'clean-up',
    title: '清册',
    chapter: 'organising',
    permissions: cleanUp,
    reads: 'clean-up.read',
    initials: 'qc',
    verbs: [],
    figures: [],
    load: () => import('../../business/clean-up/ui/console.tsx'),
  },
  {
    slug: 'star-rating',
    title: '星级工会',
    chapter: 'organising',
    permissions: starRating,
    reads: 'star-rating.read',
    initials: 'xjgh',
    verbs: [
      { title: '申报星级', path: 'new', permission: 'star-rating.apply', initials: 'sbxj' },
      { title: '有效星级', path: 'stars', permission: 'star-rating.read', initials: 'yxxj' },
      { title: '星级评分表', path: 'table', permission: 'star-rating.seePoints', initials: 'xjpfb' },
    ],
    figures: [],
    load: () => import('../../business/star-rating/ui/console.tsx'),
  },
  {
    slug: 'federations',
    title: '工联会',
    chapter: 'organising',
    permissions: federations,
    reads: 'federations.read',
    initials: 'glh',
    verbs: [
      { title: '“四力杯”项目', path: 'matters?kind=project', permission: 'federations.read', initials: 'slbxm' },
      { title: '请我评的项目', path: 'judging', permission: 'federations.judge', initials: 'qwpdxm' },
      { title: '互联互动', path: 'links', permission: 'federations.read', initials: 'hlhd' },
      { title: '工联会年度表', path: 'year', permission: 'federations.read', initials: 'ndb' },
    ],
    figures: [],
    load: () => import('../../business/federations/ui/console.tsx'),
  },
  {
    slug: 'overview',
    title: '一屏总览',
    chapter: 'together',
    permissions: overview,
    reads: 'overview.read',
    initials: 'ypzl',
    verbs: [{ title: '看超时和快到期的事项', path: 'late', permission: 'overview.read', initials: 'kcs' }],
    figures: [],
    load: () => import('../../business/overview/ui/console.tsx'),
  },
  {
    slug: 'plan',
    title: '年度任务',
    chapter: 'together',
    permissions: plan,
    reads: 'plan.read',
    initials: 'ndrw',
    verbs: [
      { title: '计划调整', path: 'matters?kind=adjustment', permission: 'plan.signOff', initials: 'jhtz' },
      { title: '督办', path: 'matters?kind=supervision', permission: 'plan.signOff', initials: 'db' },
      { title: '订阅任务日历', path: 'calendar', permission: 'plan.subscribe', initials: 'dyrwrl' },
    ],
    figures: [],
    load: () => import('../../business/plan/ui/console.tsx'),
  },
  {
    slug: 'annual-report',
    title: '年度报告',
    chapter: 'together',
    permissions: annualReport,
    reads: 'annual-report.read',
    initials: 'ndbg',
    verbs: [],
    figures: [],
    load: () => import('../../business/annual-report/ui/console.tsx'),
  },
  {
    slug: 'report-check',
    title: '数据核验',
    chapter: 'together',
    permissions: reportCheck,
    reads: 'report-check.use',
    initials: 'sjhy',
    verbs: [],
    figures: [],
    load: () => import('../../business/report-check/ui/console.tsx'),
  },
]
