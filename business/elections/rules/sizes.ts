import { inForce } from '../../../kernel/calendar/dated.ts'
import { CONGRESS_FROM, type Differential, delegateBands, differentials } from './parameters.ts'
import { type Body, bodies, type Duty, duties } from './words.ts'

/** The version of a duty's rule in force on a day. @throws RangeError before the first, or for a duty without one */
export const differentialAt = (duty: Differential['duty'], day: string): Differential =>
  inForce(
    differentials.filter((rule) => rule.duty === duty),
    day,
  )

/**
 * The fewest candidates for a number of seats: at the least the share more, rounded up, and always one more; as many as seats where the duty may be
 * filled 等额 and the assembly chose so. @param seats n @param day on which the candidates are settled
 */
export function candidatesNeeded(duty: Differential['duty'], seats: number, isEqual: boolean, day: string): number {
  const { extra } = differentialAt(duty, day)
  if (extra === null) return isEqual ? seats : seats + 1
  const [percent, whole] = extra
  return Math.max(seats + 1, Math.ceil((seats * (whole + percent)) / whole))
}

/** May the duty be filled with as many candidates as seats? */
export const mayBeEqual = (duty: Differential['duty'], day: string): boolean => differentialAt(duty, day).extra === null

/** Which assembly a union of so many members may hold: below 100 all members meet (D: 基层工会会员代表大会条例). */
export const bodiesFor = (members: number): readonly Body[] =>
  members < CONGRESS_FROM ? ['general'] : ['congress', 'general']

/** How many delegates a union of so many members elects, or null below 100 members. */
export function delegatesFor(members: number): { fewest: number; most: number } | null {
  const band = delegateBands.find((one) => members >= one.members)
  return band ? { fewest: band.fewest, most: band.most } : null
}

/** What is wrong with an assembly, or null. @param expected those who should attend */
export function faultOfBody(body: Body, members: number, expected: number): string | null {
  if (body === 'general' && expected !== members) return '会员大会应到的是全体会员，两个人数要相同'
  if (body === 'general') return null
  const range = delegatesFor(members)
  if (!range) return `会员不足${CONGRESS_FROM}人，要开${bodies.general}，请改会议形式`
  if (expected < range.fewest || expected > range.most)
    return `${members}名会员应选代表${range.fewest}至${range.most}名，请核对代表人数`
  return null
}

export type Seat = { duty: Duty; seats: number; isEqual: boolean }

/** What is wrong with the number of candidates, one sentence a duty. @param standing candidates by duty */
export function faultsOfCandidates(
  seats: readonly Seat[],
  standing: Readonly<Record<string, number>>,
  day: string,
): string[] {
  return seats.flatMap(({ duty, seats: wanted, isEqual }) => {
    const there = standing[duty] ?? 0
    const needed = candidatesNeeded(duty, wanted, isEqual, day)
    if (there < needed) return [`${duties[duty]}应选${wanted}名，候选人至少${needed}名，现在${there}名`]
    if (isEqual && there > wanted)
      return [`${duties[duty]}定为等额，应选${wanted}名，候选人有${there}名，请改为差额或撤下多的`]
    return []
  })
}
