import type { Votes } from './count.ts'

/** One paper: a sign for each place on it, `o` for (○), `x` against (×), `.` nothing (弃权). It names no voter. */
export type Ballot = string

export const isBallot = (text: string): boolean => /^[ox.]{1,600}$/.test(text)

/** A paper with more marked for than there are seats is void (所选人数多于应选人数的为无效票). */
export const isVoid = (ballot: Ballot, seats: number): boolean => marked(ballot) > seats

const marked = (ballot: Ballot): number => [...ballot].filter((sign) => sign === 'o').length

export type Place = { id: string; position: number; isWriteIn: boolean }

/**
 * Adds papers up. @param seats of the duty @param places who stands where on the paper, positions from 1; a paper that ends before a write-in's
 * place left it blank @returns votes by candidate, and how many papers count
 */
export function countBallots(
  ballots: readonly Ballot[],
  seats: number,
  places: readonly Place[],
): { returned: number; valid: number; votes: Votes[] } {
  const good = ballots.filter((ballot) => !isVoid(ballot, seats))
  const votes = places.map(({ id, position, isWriteIn }) => {
    const count = (sign: string) => good.filter((ballot) => (ballot[position - 1] ?? '.') === sign).length
    const approve = count('o')
    if (isWriteIn) return { id, approve, against: 0, abstain: 0, isWriteIn }
    const against = count('x')
    return { id, approve, against, abstain: good.length - approve - against }
  })
  return { returned: ballots.length, valid: good.length, votes }
}
