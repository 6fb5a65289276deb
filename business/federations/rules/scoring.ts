import { inForce } from '../../../kernel/calendar/dated.ts'

/** What judges look at, dated; the first decides a tie. The four are the city union's 四力; the weights are to be confirmed. */
const versions = [
  {
    validFrom: '2000-01-01',
    sure: 'U',
    source: '“四力”为市总提法，各项分值待区总工会确认',
    criteria: [
      { code: 'sense', title: '组织感知力', max: 25 },
      { code: 'response', title: '组织响应力', max: 25 },
      { code: 'influence', title: '组织影响力', max: 25 },
      { code: 'cohesion', title: '组织凝聚力', max: 25 },
    ],
  },
] as const

export type Sheet = Readonly<Record<string, number>>

/** The criteria that hold on a day (`YYYY-MM-DD`). @throws RangeError before the first version */
export const criteriaAt = (day: string) => inForce(versions, day)

const totalOf = (sheet: Sheet): number => Object.values(sheet).reduce((sum, points) => sum + points, 0)
/** Mean in hundredths, half up; integers throughout. */
const meanOf = (points: readonly number[]): number =>
  Math.floor((points.reduce((a, b) => a + b, 0) * 200 + points.length) / (2 * points.length))

/**
 * The result of a project: the mean of the sheets in hundredths of a point. From `dropFrom` judges on, one highest and one lowest sheet are left out.
 * @param first code of the criterion that decides a tie @throws RangeError without a sheet
 */
export function resultOf(sheets: readonly Sheet[], first: string, dropFrom: number): { score: number; first: number } {
  if (sheets.length === 0) throw new RangeError('no sheet')
  const sorted = [...sheets].sort((a, b) => totalOf(a) - totalOf(b) || (a[first] ?? 0) - (b[first] ?? 0))
  const kept = sheets.length >= Math.max(dropFrom, 3) ? sorted.slice(1, -1) : sorted
  return { score: meanOf(kept.map(totalOf)), first: meanOf(kept.map((sheet) => sheet[first] ?? 0)) }
}

/** Which of two projects stands before the other: by score, then by the first criterion; 0 when they are level. */
export const compareResults = (a: { score: number; first: number }, b: { score: number; first: number }): number =>
  b.score - a.score || b.first - a.first

/** 9350 → 93.50 */
export const scoreWords = (hundredths: number): string => (hundredths / 100).toFixed(2)
