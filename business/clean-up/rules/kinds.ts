/** What may be found, whom it is about, and what to do about it. */
export const kinds = {
  phone_twice: {
    title: '同一手机号登记在几个人名下',
    subject: 'person',
    advice: '核对是不是同一个人，是就合并，不是就更正手机号',
  },
  namesake: { title: '同名同生日，疑为同一人', subject: 'person', advice: '核对证件，是同一个人就合并' },
  overage: { title: '超过退休年龄的会员', subject: 'person', advice: '核实是否已退休，退休的办理保留会籍' },
  closed_firm_member: { title: '单位已注销或迁出的会员', subject: 'person', advice: '联系本人，办理转会或保留会籍' },
  empty_union: { title: '没有会员的工会', subject: 'union', advice: '核实企业是否还在，发展会员或办理撤销' },
  term_expired: { title: '任期届满没有换届', subject: 'union', advice: '督促换届，或报批延期' },
  certificate_expired: { title: '法人证书过期', subject: 'union', advice: '办理换证' },
  no_chair: { title: '没有主席', subject: 'union', advice: '督促补选' },
  dead_firm: { title: '企业已终止，工会还在', subject: 'union', advice: '核实后撤销工会，会员转到上一级工会' },
  union_twice: { title: '同一上级下有同名工会', subject: 'union', advice: '核对是不是重复建档' },
  firm_twice: { title: '同名企业登记了两次', subject: 'firm', advice: '核对信用代码，更正或停用其中一家' },
  headcount_stale: { title: '人数一年没有更新的企业', subject: 'firm', advice: '向企业核实人数，更新后才计入建会率' },
} as const

export type Kind = keyof typeof kinds
export type SubjectType = (typeof kinds)[Kind]['subject']
export const allKinds = Object.keys(kinds) as [Kind, ...Kind[]]

export const outcomes = {
  merged: '已合并',
  corrected: '已更正',
  transferred: '已转会或保留会籍',
  closed: '已撤销工会',
  renewed: '已换届、补选或换证',
} as const
export type Outcome = keyof typeof outcomes

/** Above which a member is asked about: the statutory age of the latest, for men (D:C1.5 names 60 and 65; to be confirmed by the federation). */
export const RETIREMENT_AGE = { years: 65, sure: 'U', basis: '清查口径，年龄由区总工会确认' } as const
/** A headcount older than this does not count for coverage (D:C1.2). */
export const HEADCOUNT_MONTHS = { months: 12, sure: 'U', basis: '动态建会率口径：人数不早于 12 个月' } as const
