import type { Node } from './place.ts'

const dayNumber = (day: string): number =>
  Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1, Number(day.slice(8))) / 86_400_000

/** Where a day lies in its year, in per cent of the year's length; 0 and 100 beyond it. */
export function placeOf(day: string, year: number): number {
  const first = dayNumber(`${year}-01-01`)
  const share = (dayNumber(day) - first) / (dayNumber(`${year + 1}-01-01`) - first)
  return Math.min(100, Math.max(0, share * 100))
}

/** Where a quarter begins; 5 is the end of the year. */
export const quarterPlace = (quarter: number, year: number): number =>
  quarter > 4 ? 100 : placeOf(`${year}-${String(quarter * 3 - 2).padStart(2, '0')}-01`, year)

export type Mark = 'done' | 'late' | 'open'
export const markOf = ({ doneOn, dueOn }: Node, today: string): Mark =>
  doneOn ? 'done' : dueOn < today ? 'late' : 'open'

export const markWords = { done: '已完成', late: '逾期', open: '未到' } as const
