export const kinds = {
  district: '区总工会',
  street: '街道总工会',
  community: '工联会',
  enterprise: '基层工会',
} as const
export type OrgKind = keyof typeof kinds
export const forms = {
  single: '单独建会',
  joint: '联合工会',
  industry: '行业工会',
  new_form: '新就业形态工会',
  pool: '待接收会员池',
} as const

/** Federations of a trade or of new forms of work: unlike those of a community they also stand directly under the district. */
export const isOfTrade = (form: string | null | undefined): boolean => form === 'new_form' || form === 'industry'

/** May a union of this kind and form stand directly under one of that kind? */
export const standsUnder = (kind: OrgKind, form: string | null | undefined, parent: OrgKind): boolean =>
  mayStandUnder[kind].includes(parent) || (kind === 'community' && parent === 'district' && isOfTrade(form))

/** Which unions may stand directly under which. */
export const mayStandUnder: Record<OrgKind, readonly OrgKind[]> = {
  district: [],
  street: ['district'],
  community: ['street'],
  enterprise: ['district', 'street', 'community', 'enterprise'],
}

const tails = /(办事处总工会|办事处|社区工会联合会|工会联合会|工联会|联合工会|工会委员会|基层委员会|总工会|工会)$/

/** A union's name without what all of its kind share: 龙岗区平湖街道总工会 → 平湖街道, 平湖街道白泥坑社区工联会 → 白泥坑社区. */
export function shortNameOf(name: string): string {
  const bare = name.replace(/\s/g, '').replace(/^(广东省)?(深圳市)?(龙岗区)?(?=.{2})/, '')
  const community = bare.replace(/^.{2,4}街道(?=.{2,}社区)/, '')
  const isCommunity = /社区工会联合会$/.test(community)
  return community.replace(tails, isCommunity ? '社区' : '') || bare
}

/** What tells unions of one kind apart, however they are written: 平湖, 平湖街道 and 平湖街道总工会 are one street. */
export const keyOf = (name: string): string => shortNameOf(name).replace(/(?<=.)(街道|社区)$/, '')
