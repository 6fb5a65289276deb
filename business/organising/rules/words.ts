/** How the union is made up; the same words as in the tree of unions. */
export const forms = {
  single: '单独建会',
  joint: '联合工会',
  industry: '行业工会',
  new_form: '新就业形态工会',
} as const
/** What stands at its head: a committee, or below the threshold one organiser. */
export const bodies = { committee: '工会委员会', organiser: '组织员' } as const
export const origins = {
  registry: '登记册：该建未建',
  opened: '登记册：开业满期',
  worker: '职工愿望',
  officer: '干部走访',
  informant: '信息员',
} as const
/** Where an officer's lead may come from; wishes come by themselves. */
export const officerOrigins = ['registry', 'opened', 'officer', 'informant'] as const
export const dropReasons = {
  closed: '单位注销、停业',
  moved: '单位迁出',
  refused: '单位不同意',
  merged: '并入别的工会',
  few: '职工太少',
  duplicate: '重复登记',
  other: '其他',
} as const

export type Form = keyof typeof forms
export type Body = keyof typeof bodies
export type Origin = keyof typeof origins
export type DropReason = keyof typeof dropReasons

/** Offices of a union, in the order of the result form. */
export const dutyTitles = {
  chair: '主席',
  vice_chair: '副主席',
  organiser: '组织员',
  committee: '委员',
  audit_chair: '经审主任',
  audit_committee: '经审委员',
  women_chair: '女职工委员会主任',
  women_committee: '女职工委员',
  treasurer: '财务',
  delegate: '会员代表',
} as const
