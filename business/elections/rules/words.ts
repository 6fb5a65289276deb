/** Why people vote. */
export const purposes = {
  first: '首次选举',
  term: '换届选举',
  by_election: '补选',
  recall: '罢免',
  vote: '表决',
} as const
export type Purpose = keyof typeof purposes

/** Which assembly votes. */
export const bodies = { general: '会员大会', congress: '会员代表大会' } as const
export type Body = keyof typeof bodies

/** What people are elected to, in the order of the result form; a motion is put to the vote. */
export const duties = {
  committee: '委员',
  chair: '主席',
  vice_chair: '副主席',
  audit_committee: '经审委员',
  audit_chair: '经审主任',
  women_committee: '女职工委员',
  women_chair: '女职工委员会主任',
  delegate: '会员代表',
  motion: '议案',
} as const
export type Duty = keyof typeof duties
/** Duties that a person can hold. */
export type Office = Exclude<Duty, 'motion'>
export const offices = Object.keys(duties).filter((duty): duty is Office => duty !== 'motion')

/** Who named a candidate. */
export const nominators = {
  groups: '工会小组酝酿推荐',
  members: '会员联名推荐',
  committee: '上届委员会或筹备组提出',
  superior: '上级工会推荐',
  ballot: '选票上另写',
  motion: '提请表决',
} as const
export type Nominator = keyof typeof nominators

/** How a round comes about. */
export const roundKinds = { first: '首次投票', tie: '同票再投', again: '另行选举' } as const
export type RoundKind = keyof typeof roundKinds

/** A recall and a vote put questions; an election fills seats. */
export const isQuestion = (purpose: Purpose): boolean => purpose === 'recall' || purpose === 'vote'
