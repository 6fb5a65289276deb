export const idKinds = {
  resident: '居民身份证',
  hongkong_macao: '港澳居民居住证',
  taiwan: '台湾居民居住证',
  foreigner: '外国人永久居留身份证',
  passport: '护照',
  unknown: '没有登记',
} as const
export const sexes = { male: '男', female: '女', unknown: '未登记' } as const
/** The funnel on one record: each day that is known brings the person one stage on. */
export const stages = {
  known: '未采集',
  collected: '已采集',
  verified: '已认证',
  member: '会员',
  left: '已离会',
} as const
export const revealable = { id_number: '证件号码', phone: '手机号' } as const
export type Stage = keyof typeof stages

type Days = {
  collected_on: string | null
  verified_on: string | null
  joined_on: string | null
  left_on: string | null
}

/** How far a person has come: collected, verified, in the union, gone again. */
export function stageOf(days: Days): Stage {
  if (days.left_on !== null) return 'left'
  if (days.joined_on !== null) return 'member'
  if (days.verified_on !== null) return 'verified'
  return days.collected_on === null ? 'known' : 'collected'
}
