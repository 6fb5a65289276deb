import type { Claim } from '../claims/read.ts'
import { type Candidate, candidatesOf, type KnownFigure } from './candidates.ts'
import { phraseOf, weightsOf } from './likeness.ts'
import { aimed, type Judged, type KnownTarget, told, wordedAsSaid } from './told.ts'

/** Two numbers of one value beside each other are two figures (应建会 884 家、已建会 884 家) where the second fits nearly as well. */
const CLOSE = 0.4
/**
 * Holds every claim against our figures: by what it counts, its measure word and its value. A figure answers for the claim that fits it best, and again where another repeats it.
 * @param claims of one text
 * @param figures of the year the text tells of
 * @param targets of the year it plans
 * @param body of which the whole text tells, where it is not ours: then nothing of it is in our records
 */
export function judge(
  claims: readonly Claim[],
  figures: readonly KnownFigure[],
  targets: readonly KnownTarget[],
  body?: string,
): Judged[] {
  const facts = matched(
    claims.filter(({ isTarget, apart }) => !isTarget && !apart?.isElsewhere),
    figures,
  )
  const aims = matched(
    claims.filter(({ isTarget }) => isTarget),
    targets.map(wordedAsSaid),
  )
  return claims.map((claim) =>
    claim.isTarget ? aimed(claim, aims.get(claim), targets, body) : told(claim, facts.get(claim), body),
  )
}

/**
 * The best candidate of each claim. Several claims may agree with one figure; one that contradicts what another said of it (`against`) comes last, when nothing else
 * can be meant.
 */
function matched(claims: readonly Claim[], figures: readonly KnownFigure[]): Map<Claim, Candidate> {
  const weight = weightsOf(figures.map(({ title }) => title))
  const names = new Map(
    figures.map((figure) => [figure, [figure.title, ...(figure.alike ?? [])].map((name) => phraseOf(name))]),
  )
  const candidates = claims.flatMap((claim) => candidatesOf(claim, names, weight)).sort((a, b) => b.score - a.score)
  const found = new Map<Claim, Candidate>()
  const taken = new Set<string>()
  const again = new Set<Candidate>()
  const against = new Map<Claim, Candidate>()
  for (const one of candidates) {
    const { claim, figure } = one
    const isTaken = taken.has(figure.code)
    const known = found.get(claim)
    if (isTaken && !one.agrees) {
      if (one.isPlain && !against.has(claim)) against.set(claim, one)
      continue
    }
    const isBetter =
      known !== undefined && again.has(known) && !isTaken && one.agrees && known.score - one.score < CLOSE
    if ((known?.isSure && !isBetter) || (against.has(claim) && figure.value === null)) continue
    if (isTaken) again.add(one)
    if (one.isSure) taken.add(figure.code)
    if (one.isSure || !known) found.set(claim, one)
  }
  for (const [claim, one] of against) if (!found.get(claim)?.isSure) found.set(claim, one)
  return found
}
