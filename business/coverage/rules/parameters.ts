import { type Parameter, parameterTable } from '../../../kernel/calendar/dated.ts'

const working = '没有公开的统一公式，暂用工作口径，待区总工会确认'

/** What the coverage rates rest on, dated, newest last: the version that holds on the day of the rate counts. Shown beside the number. */
export const parameters = {
  freshMonths: {
    title: '人数多久之内统计的才算数',
    unit: '个月',
    versions: [{ validFrom: '2000-01-01', value: 12, source: working, sure: 'U' }],
  },
  settlingMonths: {
    title: '新开业、只有单位自报人数的，多久之后计入',
    unit: '个月',
    versions: [
      { validFrom: '2000-01-01', value: 0, source: '2024 年底前不设观察期', sure: 'U' },
      { validFrom: '2025-01-01', value: 6, source: '各地多要求开业六个月内建会；深圳的规定待确认', sure: 'U' },
    ],
  },
  approachFrom: {
    title: '多少人起提醒快到百人',
    unit: '人',
    versions: [{ validFrom: '2000-01-01', value: 80, source: working, sure: 'U' }],
  },
  horizonMonths: {
    title: '预计多久之内到百人才提醒',
    unit: '个月',
    versions: [{ validFrom: '2000-01-01', value: 12, source: working, sure: 'U' }],
  },
  leavingDays: {
    title: '人数离过期多少天起提醒',
    unit: '天',
    versions: [{ validFrom: '2000-01-01', value: 60, source: working, sure: 'U' }],
  },
  lapsedMonths: {
    title: '委员会任期过期多久提醒工会可能名存实亡',
    unit: '个月',
    versions: [{ validFrom: '2000-01-01', value: 12, source: working, sure: 'U' }],
  },
  exclusionMonths: {
    title: '列入不计一次最长',
    unit: '个月',
    versions: [{ validFrom: '2000-01-01', value: 12, source: working, sure: 'U' }],
  },
} as const satisfies Record<string, Parameter>

export type ParameterName = keyof typeof parameters

const table = parameterTable<ParameterName>(parameters)
export const { at: parameterAt, allAt: parametersAt, spans: versionSpans } = table
