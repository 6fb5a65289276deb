import { type Parameter, parameterTable } from '../../../kernel/calendar/dated.ts'

const working = '没有公开的规定，暂用工作口径，待区总工会确认'

/** Dated values of this line, newest last; shown beside the number they decide. */
export const parameters = {
  visitMonths: {
    title: '多久没有走访就提醒',
    unit: '个月',
    versions: [{ validFrom: '2000-01-01', value: 6, source: working, sure: 'U' }],
  },
  linkedPerStreet: {
    title: '每个街道至少几个工联会互联互动',
    unit: '个',
    versions: [{ validFrom: '2000-01-01', value: 4, source: '2024 年度工作计划：各街道 4 个以上', sure: 'K' }],
  },
  leastJudges: {
    title: '一个项目至少几位评委',
    unit: '位',
    versions: [{ validFrom: '2000-01-01', value: 3, source: working, sure: 'U' }],
  },
  dropFrom: {
    title: '几位评委起去掉一个最高分和一个最低分',
    unit: '位',
    versions: [{ validFrom: '2000-01-01', value: 5, source: working, sure: 'U' }],
  },
  committee: {
    title: '有班子：委员会至少几人（含主席）',
    unit: '人',
    versions: [{ validFrom: '2000-01-01', value: 3, source: working, sure: 'U' }],
  },
} as const satisfies Record<string, Parameter>

export type ParameterName = keyof typeof parameters

export const { at: parameterAt } = parameterTable<ParameterName>(parameters)

/** 6 个月（没有公开的规定……） */
export function parameterWords(name: ParameterName, day: string): string {
  const { value, source } = parameterAt(name, day)
  return `${parameters[name].title}：${value} ${parameters[name].unit}（${source}）`
}
