import { type Calculation, round, type WageParameters, yuan } from './result.ts'
import { spanOf } from './span.ts'

export type SeveranceKind = 'N' | 'N+1' | '2N'
export type SeveranceInput = {
  kind: SeveranceKind
  /** First and last day of work, 'YYYY-MM-DD'. */
  from: string
  to: string
  /** Average of the last twelve months, before tax. */
  averageWageFen: number
  /** Wage of the month before, for the month in lieu of notice; the average when not given. */
  lastWageFen?: number | undefined
}

/**
 * Economic compensation (劳动合同法 47): a month's wage for each full year; six months and more count as a year, less as half. Over three times the local
 * average wage the month counts three times the average and the years at most twelve. 2N is 87, the month in lieu of notice 40.
 */
export function severance(input: SeveranceInput, parameters: WageParameters): Calculation {
  const months = monthsOf(input.from, input.to)
  const cap = parameters.averageFen === undefined ? undefined : parameters.averageFen * 3
  const isCapped = cap !== undefined && input.averageWageFen > cap
  const wage = isCapped ? cap : input.averageWageFen
  const years = isCapped ? Math.min(12, months) : months
  const base = round(wage * years)
  const lines = [{ label: '经济补偿（N）', how: `${yuan(wage)} × ${years} 个月`, fen: base }]
  const notes = isCapped ? [`月工资超过上年度职工月平均工资的三倍，按三倍 ${yuan(cap)} 计，年限最多十二年`] : []
  if (cap === undefined) notes.push('还没有录入上年度职工月平均工资，没有核对三倍封顶；工资较高时请再核')
  if (input.kind === '2N') lines.push({ label: '违法解除，再加一倍', how: `${yuan(base)} × 1`, fen: base })
  if (input.kind === 'N+1') {
    const last = input.lastWageFen ?? input.averageWageFen
    lines.push({ label: '代通知金', how: '上个月工资一个月', fen: last })
  }
  const articles = {
    N: ['劳动合同法第四十六条、第四十七条'],
    'N+1': ['劳动合同法第四十条、第四十七条', '劳动合同法实施条例第二十条'],
    '2N': ['劳动合同法第四十七条、第四十八条、第八十七条'],
  }
  return { totalFen: lines.reduce((sum, line) => sum + line.fen, 0), lines, articles: articles[input.kind], notes }
}

/** Months of wage for a time of work: 1 for each full year, 0.5 or 1 for the rest. Both days count. */
export function monthsOf(from: string, to: string): number {
  const { months, hasMoreDays } = spanOf(from, to)
  const rest = months % 12
  const half = rest >= 6 ? 1 : rest > 0 || hasMoreDays ? 0.5 : 0
  return Math.floor(months / 12) + half
}
