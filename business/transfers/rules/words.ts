/** The words of this line, code by code. */
export const kinds = {
  transfer: '转会',
  retain: '保留会籍',
  resume: '恢复会籍',
  leave: '退会',
  expel: '除名',
  died: '去世',
} as const
export type Kind = keyof typeof kinds

export const standings = {
  none: '不是会员',
  full: '会员',
  pooled: '会员（等待工会接收）',
  retained: '保留会籍',
} as const
export type Standing = keyof typeof standings

export const retainReasons = { retired: '退休', laid_off: '下岗、待岗', unemployed: '失业' } as const

/** The only reasons for which an old union may object; that it will not let go is none (D:C1.3). Which ones hold is for the federation to confirm. */
export const objections = {
  still_working: '还在本单位上班',
  not_own_wish: '不是本人提出的，或者弄错了人',
  expulsion_pending: '正在办除名',
} as const

export const refusals = {
  not_working: '没有在本单位上班',
  wrong_person: '信息不对，可能弄错了人',
  other: '别的原因',
} as const

export const askers = {
  member: '本人',
  old_union: '原工会',
  new_union: '新工会',
  upper_union: '上级工会',
  line: '入会申请',
} as const

/** Why a stint ended, as the person reads it. */
export const endings = {
  transfer: '转会',
  retained: '改为保留会籍',
  resumed: '恢复会籍',
  left: '退会',
  lapsed: '自动退会',
  expelled: '除名',
  died: '去世',
  dissolved: '工会撤销',
  taken_over: '工会撤销，上级工会接管',
  correction: '更正',
} as const
