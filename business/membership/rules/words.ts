export const channels = { hall: '服务大厅', window: '窗口登记', paper: '纸质申请书' } as const
export type Channel = keyof typeof channels

/** How the union was found. */
export const ways = {
  own: '单位自己的工会',
  joint: '单位所在的联合工会',
  place: '单位所在地的工会',
  industry: '行业工会',
  pool: '街道会员池',
} as const
export type Way = keyof typeof ways

export const declineReasons = {
  not_eligible: '不是靠工资或劳务收入生活',
  not_here: '不在这里上班',
  not_confirmed: '没有补正材料，核对不了',
  member_already: '已经是会员',
  other: '别的原因',
} as const
export type DeclineReason = keyof typeof declineReasons

/** What a person is to the union; `none` is not (yet) a member. */
export const standings = { none: '不是会员', full: '会员', pooled: '会员（会员池）', retained: '保留会籍' } as const
export type Standing = keyof typeof standings

/** Stages of the register, in the order of the funnel; retained and pooled stand beside it. */
export const registerStages = {
  collected: '已采集，还没认证',
  verified: '已认证，还没入会',
  full: '在会',
  pooled: '会员池',
  retained: '保留会籍',
} as const
export type RegisterStage = keyof typeof registerStages
