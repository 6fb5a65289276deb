import { parameterAt } from './parameters.ts'
import type { ComputedItem } from './score-table.ts'

/** What the records say of a union on a day; counts of rows, days as `YYYY-MM-DD`. */
export type Facts = {
  asOf: string
  closedOn: string | null
  termUntil: string | null
  hasChair: boolean
  chairIsMember: boolean
  certificateUntil: string | null
  committee: number
  audit: number
  women: number
  womenMembers: number
  members: number
  verified: number
  renewed: number
  /** Workers by the latest counts of the union's firms; null when none has been counted. */
  heads: number | null
  firms: number
  /** The one firm, where there is only one. */
  firmName: string | null
  /** Changes of term due in the last five years, and how many of them came in time. */
  turns: number
  turnsInTime: number
  /** Appeals of the look-back whose answer was due or given, how many of them in time, and those now past their limit. */
  due: number
  inTime: number
  overdue: number
  /** Numbers of group appeals that are not settled. */
  groupAppeals: readonly string[]
}

/** How much of an item is reached, 0 to 1; how many rows say so; what they say, without names. */
export type Measure = { share: number; rows: number; value: string }
type Rule = (facts: Facts) => Measure

const whole = (is: boolean, rows: number, value: string): Measure => ({ share: is ? 1 : 0, rows: is ? rows : 0, value })
const clamp = (share: number): number => Math.min(1, Math.max(0, share))
const goal = (facts: Facts, name: 'memberGoal' | 'realNameGoal') => parameterAt(name, facts.asOf) / 100
const percent = (part: number, of: number) => `${Math.floor((part * 1000) / of) / 10}%`

const term: Rule = ({ termUntil, asOf }) => {
  if (termUntil === null) return whole(false, 0, '没有届次记录')
  return whole(termUntil >= asOf, 1, termUntil >= asOf ? `任期到 ${termUntil}` : `任期 ${termUntil} 已届满`)
}

const chair: Rule = ({ hasChair, chairIsMember }) =>
  whole(hasChair && chairIsMember, 1, hasChair ? (chairIsMember ? '在任' : '主席不在本会名册') : '主席空缺')

const certificate: Rule = ({ certificateUntil, asOf }) => {
  if (certificateUntil === null) return whole(false, 0, '没有有效证书')
  return whole(certificateUntil >= asOf, 1, `证书到 ${certificateUntil}`)
}

const organs: Rule = (facts) => {
  const { committee, audit, women, womenMembers } = facts
  const parts = [
    committee >= parameterAt('leastCommittee', facts.asOf),
    audit > 0,
    // A union without a woman among its members needs nobody for them.
    women > 0 || womenMembers === 0,
  ]
  return {
    share: parts.filter(Boolean).length / parts.length,
    rows: committee + audit + women,
    value: `委员 ${committee} 人，经审 ${audit} 人，女职工组织 ${women} 人`,
  }
}

const share: Rule = (facts) => {
  const { members, heads } = facts
  if (!heads) return { share: 0, rows: members, value: `会员 ${members} 人，单位没有人数记录` }
  return {
    share: clamp(members / heads / goal(facts, 'memberGoal')),
    rows: members,
    value: `会员 ${members} 人，职工 ${heads} 人，${percent(Math.min(members, heads), heads)}`,
  }
}

const realName: Rule = (facts) => {
  const { members, verified } = facts
  if (members === 0) return { share: 0, rows: 0, value: '没有会员记录' }
  return {
    share: clamp(verified / members / goal(facts, 'realNameGoal')),
    rows: verified,
    value: `${members} 人中 ${verified} 人，${percent(verified, members)}`,
  }
}

const roster: Rule = ({ renewed }) => whole(renewed > 0, renewed, renewed > 0 ? `一年内更新 ${renewed} 人` : '没有更新')

const election: Rule = (facts) => {
  const { turns, turnsInTime, termUntil, asOf } = facts
  const isValid = termUntil !== null && termUntil >= asOf
  if (turns === 0) return whole(isValid, 1, isValid ? '近五年没有到期的届次' : '没有按期换届')
  return { share: turnsInTime / turns, rows: turnsInTime, value: `应换届 ${turns} 次，按期 ${turnsInTime} 次` }
}

const answered: Rule = ({ due, inTime }) => {
  if (due === 0) return { share: 1, rows: 0, value: '一年内没有要答复的诉求' }
  return { share: inTime / due, rows: inTime, value: `${due} 件中按期 ${inTime} 件` }
}

const overdue: Rule = ({ overdue: late }) => ({
  share: late === 0 ? 1 : 0,
  rows: late,
  value: late === 0 ? '没有' : `${late} 件超过时限`,
})

/** How each computed item follows from the records. */
export const measures: Readonly<Record<ComputedItem, Rule>> = {
  term,
  chair,
  certificate,
  organs,
  share,
  realName,
  roster,
  election,
  answered,
  overdue,
}

/** Why no star may be given, naming the record; empty when nothing stands against it. Unpaid dues have no ledger yet and are not judged. */
export function vetoOf(facts: Facts): string {
  if (facts.closedOn !== null && facts.closedOn <= facts.asOf) return `工会已于 ${facts.closedOn} 撤销（工会台账）`
  if (facts.termUntil === null) return '没有届次记录（工会台账）'
  if (facts.termUntil < facts.asOf) return `任期 ${facts.termUntil} 已届满，没有换届（届次台账）`
  const [first] = facts.groupAppeals
  if (first) return `集体诉求没有办结（${facts.groupAppeals.slice(0, 3).join('、')}）`
  return ''
}
