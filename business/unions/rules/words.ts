import type { Duty } from '../../../kernel/org/terms.ts'

/** What a living union asks of the union above it. */
export const changeKinds = {
  particulars: '变更登记',
  postpone: '延期换届',
  certificate: '领证换证',
  loss: '证书补办',
  dissolve: '撤销工会',
  merge: '合并工会',
} as const
export type ChangeKind = keyof typeof changeKinds

/** 工会法 第13条: a union is not dissolved or merged into an office at will. These are the grounds on which it may end. */
export const grounds = {
  enterprise_ended: '单位终止（注销、吊销或迁出）',
  enterprise_merged: '单位合并、分立',
  members_decided: '会员（代表）大会决定',
} as const
export type Ground = keyof typeof grounds

export const duties: Readonly<Record<Duty, string>> = {
  chair: '主席',
  vice_chair: '副主席',
  committee: '委员',
  audit_chair: '经审主任',
  audit_committee: '经审委员',
  women_chair: '女职工委员会主任',
  women_committee: '女职工委员',
  organiser: '组织员',
  treasurer: '财务',
  delegate: '会员代表',
}

/** Duties that the committee appoints; all others are elected. */
export const appointed = { treasurer: '财务', organiser: '组织员' } as const

/** Why somebody left an office before the term ended. */
export const leavings = { resigned: '辞职', recalled: '罢免', left: '离开本单位', died: '去世' } as const

export const termStates = { valid: '任期内', soon: '快届满', expired: '已届满', none: '没有任期' } as const
export type TermState = keyof typeof termStates
export const certificateStates = { valid: '有效', soon: '快到期', expired: '已过期', none: '没有证书' } as const
export type CertificateState = keyof typeof certificateStates

export const forms = {
  single: '单独建会',
  joint: '联合工会',
  industry: '行业工会',
  new_form: '新就业形态工会',
} as const

export const skillLevels = {
  '': '未登记',
  none: '无等级',
  junior: '初级工',
  intermediate: '中级工',
  senior: '高级工',
  technician: '技师',
  senior_technician: '高级技师',
  special_technician: '特级技师',
  chief_technician: '首席技师',
} as const
export type SkillLevel = keyof typeof skillLevels
