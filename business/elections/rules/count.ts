/** A fraction of whole numbers; shares are compared by cross-multiplication, never as decimals. */
export type Ratio = readonly [numerator: number, denominator: number]

/** What an assembly asks of a ballot. Another assembly (a workers' congress) hands in its own. */
export type Standard = {
  /** At least this share of those who should attend must be there. */
  quorum: Ratio
  /** More than this share of `base` must approve; null asks for the most votes only. */
  majority: Ratio | null
  base: 'expected' | 'attended' | 'valid'
}

/** Two thirds present, more than half of those who should attend (工会基层组织选举工作条例). */
export const unionStandard: Standard = { quorum: [2, 3], majority: [1, 2], base: 'expected' }

/** Among the tied, who passed already, the most votes decide (工会基层组织选举工作条例). */
export const tieStandard: Standard = { ...unionStandard, majority: null }

/** Votes of one candidate, or of one question. A write-in has approvals only. */
export type Votes = { id: string; approve: number; against: number; abstain: number; isWriteIn?: boolean }

/** One ballot for one duty, in whole people and papers. */
export type Tally = {
  seats: number
  expected: number
  attended: number
  issued: number
  returned: number
  valid: number
  votes: readonly Votes[]
}

export type Verdict = 'elected' | 'tied' | 'outvoted' | 'below'
export type Outcome = {
  isQuorate: boolean
  /** The fewest approvals that are a majority; 0 where the most votes decide. */
  needed: number
  /** In the order of their votes. */
  elected: readonly string[]
  /** Those who share the last seats and must be voted on again. */
  tied: readonly string[]
  /** Seats without an elected candidate. */
  open: number
  verdicts: ReadonlyMap<string, Verdict>
}

export const isQuorate = (attended: number, expected: number, standard: Standard = unionStandard): boolean =>
  expected > 0 && attended * standard.quorum[1] >= expected * standard.quorum[0]

/** The fewest who must be there. */
export const quorumOf = (expected: number, { quorum }: Standard = unionStandard): number =>
  Math.ceil((expected * quorum[0]) / quorum[1])

/** The fewest approvals that are more than the share: of 100 half is 50, so 51. */
export function neededOf(tally: Tally, standard: Standard = unionStandard): number {
  if (!standard.majority) return 0
  const [numerator, denominator] = standard.majority
  return Math.floor((tally[standard.base] * numerator) / denominator) + 1
}

/**
 * Who is elected (工会基层组织选举工作条例): nobody without the quorum; more than half of those who SHOULD attend; of too many the highest; those who
 * share the last seat are voted on again, among themselves only; seats that nobody reached stay open. For a recall or a motion give as many seats as
 * questions: each stands alone. @param tally one ballot for one duty, free of the faults of `faultsOf` @param standard what the assembly asks
 */
export function countElection(tally: Tally, standard: Standard = unionStandard): Outcome {
  const quorate = isQuorate(tally.attended, tally.expected, standard)
  const needed = neededOf(tally, standard)
  const passes = ({ approve }: Votes) => quorate && approve > 0 && approve >= needed
  const passed = tally.votes.filter(passes).toSorted((a, b) => b.approve - a.approve || (a.id < b.id ? -1 : 1))
  const edge = passed.length > tally.seats ? (passed[tally.seats - 1]?.approve ?? 0) : 0
  const isShared = passed.length > tally.seats && passed[tally.seats]?.approve === edge
  const elected = isShared ? passed.filter(({ approve }) => approve > edge) : passed.slice(0, tally.seats)
  const tied = isShared ? passed.filter(({ approve }) => approve === edge) : []
  const isIn = (list: readonly Votes[], id: string) => list.some((one) => one.id === id)
  const verdictOf = ({ id }: Votes): Verdict => {
    if (isIn(elected, id)) return 'elected'
    if (isIn(tied, id)) return 'tied'
    return isIn(passed, id) ? 'outvoted' : 'below'
  }
  return {
    isQuorate: quorate,
    needed,
    elected: elected.map(({ id }) => id),
    tied: tied.map(({ id }) => id).toSorted(),
    open: tally.seats - elected.length,
    verdicts: new Map(tally.votes.map((one) => [one.id, verdictOf(one)])),
  }
}
