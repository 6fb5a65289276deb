/** A whole number shared out as evenly as can be, first ones get what is left over; other numbers are given to each whole (a rate is not divided). */
export function evenSplit(number: number, among: number, isDivisible: boolean): number[] {
  if (among === 0) return []
  if (!isDivisible || !Number.isInteger(number)) return Array.from({ length: among }, () => number)
  const each = Math.floor(number / among)
  const rest = number - each * among
  return Array.from({ length: among }, (_, i) => each + (i < rest ? 1 : 0))
}

export type SplitHint = { sum: number | null; words: string }

/** Whether the shares add up to the target. A hint: streets may take on more, and nobody is held to the sum. */
export function splitHint(number: number, shares: readonly number[], unit: string, isDivisible: boolean): SplitHint {
  if (shares.length === 0) return { sum: null, words: '还没有分到街道' }
  if (!isDivisible) return { sum: null, words: '比率不相加，各街道分别对照' }
  const sum = Math.round(shares.reduce((all, one) => all + one, 0) * 100) / 100
  const gap = Math.round((sum - number) * 100) / 100
  if (gap === 0) return { sum, words: `各街道合计 ${sum} ${unit}，正好等于全区目标` }
  return gap < 0
    ? { sum, words: `各街道合计 ${sum} ${unit}，比全区目标少 ${-gap} ${unit}` }
    : { sum, words: `各街道合计 ${sum} ${unit}，比全区目标多 ${gap} ${unit}` }
}
