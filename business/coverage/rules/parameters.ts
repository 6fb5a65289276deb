/** How sure we are of a value: K known from a text, F found in a copy, U to be confirmed by the federation. */
type Sure = 'K' | 'F' | 'U'

export type Dated = { validFrom: string; value: number; source: string; sure: Sure }
export type Parameter = { title: string; unit: string; versions: readonly Dated[] }

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

/** The version of a parameter that holds on a day (`YYYY-MM-DD`). @throws RangeError before the first version */
export function parameterAt(name: ParameterName, day: string): Dated {
  const version = parameters[name].versions.findLast(({ validFrom }) => validFrom <= day)
  if (!version) throw new RangeError(`no ${name} on ${day}`)
  return version
}

/** All parameters as they hold on a day, ready to be shown. */
export const parametersAt = (day: string) =>
  (Object.keys(parameters) as ParameterName[]).map((name) => {
    const { title, unit } = parameters[name]
    return { name, title, unit, ...parameterAt(name, day) }
  })

/** Each version with the half-open span of days in which it holds; the last is open. */
export const versionSpans = (name: ParameterName) =>
  parameters[name].versions.map(({ validFrom, value }, i, all) => ({
    from: validFrom,
    to: all[i + 1]?.validFrom ?? null,
    value,
  }))
