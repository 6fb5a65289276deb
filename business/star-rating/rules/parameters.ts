import { type Parameter, parameterTable } from '../../../kernel/calendar/dated.ts'

const working = '没有公开的统一规定，暂用工作口径，待区总工会确认'
const only = (value: number, source = working): Parameter['versions'] => [
  { validFrom: '2000-01-01', value, source, sure: 'U' },
]

/** What a rating rests on besides the points, dated, newest last. Shown beside the result. */
export const parameters = {
  star1: { title: '一星从', unit: '%', versions: only(50) },
  star2: { title: '二星从', unit: '%', versions: only(60) },
  star3: { title: '三星从', unit: '%', versions: only(70) },
  star4: { title: '四星从', unit: '%', versions: only(80) },
  star5: { title: '五星从', unit: '%', versions: only(90) },
  unratedMost: { title: '会员评家人数不足时最高', unit: '星', versions: only(3) },
  leastVotes: { title: '会员评家至少', unit: '人', versions: only(5) },
  leastShare: { title: '会员评家至少占会员', unit: '%', versions: only(20) },
  validYears: { title: '星级有效期', unit: '年', versions: only(3, '各地多为三年；深圳的规定待确认') },
  remindDays: { title: '到期前多少天提醒', unit: '天', versions: only(90) },
  memberGoal: { title: '会员占职工达到多少得满分', unit: '%', versions: only(90) },
  realNameGoal: { title: '实名会员达到多少得满分', unit: '%', versions: only(95) },
  leastCommittee: {
    title: '委员会至少',
    unit: '人',
    versions: only(3, '委员会一般由三人以上组成；人数以选举办法为准'),
  },
  lookBackMonths: { title: '看多久之内的诉求和名册', unit: '个月', versions: only(12) },
} as const satisfies Record<string, Parameter>

export type ParameterName = keyof typeof parameters

const { at, allAt } = parameterTable<ParameterName>(parameters)

/** The value of a parameter that holds on a day (`YYYY-MM-DD`). @throws RangeError before the first version */
export const parameterAt = (name: ParameterName, day: string): number => at(name, day).value

export const parametersAt = allAt
