/** Why an enterprise may be left out of the base (D:C1.2). */
export const reasons = {
  deregistering: '注销中',
  moved: '迁出',
  shell: '空壳',
  dispatch: '劳务派遣',
} as const
export type Reason = keyof typeof reasons

/** The two bands that have a rate, by the union's own sizes. */
export const ratedBands = { '100+': '百人以上', '25-99': '25 至 99 人' } as const
export type RatedBand = keyof typeof ratedBands

/** Where an enterprise of a band stands as of a day. The first two are the base, the others are left out and say why. */
export const standings = {
  uncovered: '未建会',
  covered: '已建会',
  excluded: '列入不计',
  stale: '人数过期',
  settling: '新开业待核',
} as const
export type FirmStanding = keyof typeof standings

export const forms = { single: '单独建会', joint: '联合建会' } as const

/** Why an enterprise may be the next to break the hundred per cent. */
export const warnings = {
  settling: '新开业',
  expiring: '不计到期',
  ending: '工会将撤',
  growing: '快到百人',
  leaving: '将退出分母',
  stale: '人数过期',
  lapsed: '任期过期',
} as const
export type WarningKind = keyof typeof warnings

/** What the numbers mean, in the words that stand beside them. */
export const definition =
  '分母：这一天存续、在本地、人数在档、人数没有过期的企业，减去经批准列入不计的。分子：其中所在工会已批复成立、没有撤销的，含联合工会。每天按当天的企业重算，所以叫动态。'

/**
 * A rate as it is said: 100 only when nothing is missing, so that one firm among thousands is never rounded away. @param covered of base, counts
 * @returns per cent with one decimal at most, null of an empty base
 */
export function rateOf(covered: number, base: number): number | null {
  if (base === 0) return null
  if (covered === base) return 100
  return Math.min(99.9, Math.round((covered / base) * 1000) / 10)
}
