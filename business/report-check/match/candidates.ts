import { couldBe } from '../claims/apart.ts'
import type { Claim } from '../claims/read.ts'
import { isTrue, type Slip, slipOf } from './agreement.ts'
import { narrowedBy, restOf, saysMore } from './beyond.ts'
import { likeness, type Phrase, type Weights } from './likeness.ts'
import { type Near, nearOf } from './near.ts'

/** A figure of the house for the year of the report; value null when no line records it yet. `alike`: how else its line words it. */
export type KnownFigure = {
  code: string
  title: string
  unit: string
  value: number | null
  definition?: string
  alike?: readonly string[]
}

/** So much of a title must stand near a number that agrees; so much where the number is small, round or only a bound, which many things come to. */
const ENOUGH = 0.34
const COMMON_AMONG_OTHERS = 0.6
/** So much near one that does not agree, or so much where its sentence holds the rest: an error is not said lightly. */
const ENOUGH_TO_DIFFER = 0.62
const ENOUGH_OF_ITS_OWN = 0.5
const ENOUGH_IN_ITS_SENTENCE = 0.25
const ENOUGH_OF_A_SLIP = 0.45
const NEARLY_ALL = 0.75
/** What a number counts decides between figures that share the rest of the sentence. */
const OWN = 0.3
/** Of two titles that both stand there the longer says more: 新建基层工会组织 before 基层工会. */
const LONG = 0.05

/** Measure words that count the same things; 人 and 人次 do not. */
const SAME: readonly (readonly string[])[] = [
  ['场', '场次', '次'],
  ['宗', '件', '起', '例'],
  ['个', '家', '处', '所', '间', '座'],
  ['份', '件'],
]

/**
 * `isSure`: enough of the title stands near the number to say that it is this figure. `isPlain`: so much that even a number told before does not stand in its way.
 * `narrow`: words by which it is only a part of the figure.
 */
export type Candidate = {
  claim: Claim
  figure: KnownFigure
  score: number
  agrees: boolean
  isSure: boolean
  isPlain: boolean
  narrow?: string | undefined
}

/** What a claim may be held against, with how well each fits. @param names of the figures, as phrases */
export function candidatesOf(
  claim: Claim,
  names: ReadonlyMap<KnownFigure, readonly Phrase[]>,
  weight: Weights,
): Candidate[] {
  const fitting = [...names].filter(
    ([figure]) => isSameUnit(claim.unit, figure.unit) && couldBe(claim.apart, figure.title),
  )
  if (fitting.length === 0) return []
  const near = nearOf(claim)
  return fitting.flatMap(([figure, phrases]) => {
    const [best] = phrases.map((name) => heldIn(name, near, weight)).sort((a, b) => b.like - a.like)
    return best && best.like >= ENOUGH ? [candidateOf(claim, figure, near, best)] : []
  })
}

/** How much of a name stands near a number: at the best place, in its own words, in its sentence. */
type Held = { name: Phrase; like: number; own: number; inSentence: number }

function heldIn(name: Phrase, near: Near, weight: Weights): Held {
  const likes = near.parts.map(({ pairs, worth }) => likeness(name, pairs, weight) * worth)
  const own = Math.max(likes[0] ?? 0, likes[1] ?? 0)
  return { name, like: Math.max(...likes), own, inSentence: likeness(name, near.sentence, weight) }
}

function candidateOf(claim: Claim, figure: KnownFigure, near: Near, { name, like, own, inSentence }: Held): Candidate {
  const known = [figure.title, figure.definition, ...(figure.alike ?? [])].join(' ')
  const narrow = narrowedBy(near.clause, known)
  if (narrow !== undefined) return { claim, figure, narrow, score: like, agrees: false, isSure: false, isPlain: false }
  const rest = restOf(near.own, known)
  const agrees =
    figure.value !== null &&
    isTrue(claim, figure.value) &&
    (!isCommon(claim) || (rest.length <= 1 ? like >= ENOUGH : like >= COMMON_AMONG_OTHERS && claim.unit !== '%'))
  const isHeld = like >= ENOUGH_TO_DIFFER || (own >= ENOUGH_IN_ITS_SENTENCE && inSentence >= NEARLY_ALL)
  const slip = slipBetween(claim, figure)
  const particular = saysMore(figure.title, near.own, claim.sentence)
  const mayDiffer =
    claim.apart === null &&
    figure.value !== null &&
    !isTrue(claim, figure.value) &&
    !particular &&
    ((slip !== undefined && like >= ENOUGH_OF_A_SLIP && (rest.length <= 1 || slip !== 'lost')) ||
      (rest === '' && (own >= ENOUGH_OF_ITS_OWN || (isHeld && !near.clause.includes('其中')))))
  const isSure = agrees || (claim.apart === null && figure.value === null) || mayDiffer
  const score =
    like +
    own * OWN +
    name.full.size * LONG +
    (agrees ? 0.5 : slip ? 0.3 : 0) +
    (claim.unit === figure.unit ? 0.1 : 0) -
    (particular ? 0.3 : 0)
  return { claim, figure, score, agrees, isSure, isPlain: mayDiffer && (own >= ENOUGH_TO_DIFFER || slip !== undefined) }
}

const SHORTEST = 3
/** 949 for 994: it can hardly be another thing's number. One or two digits say nothing. */
function slipBetween(claim: Claim, { value }: KnownFigure): Slip | undefined {
  if (value === null || String(value).length < SHORTEST || String(claim.value).length < SHORTEST) return undefined
  return slipOf(claim, value)
}

/** A number that many things come to: one or two digits, round, or only a bound. */
const isCommon = ({ value, comparator, unit }: Claim): boolean =>
  unit === '%' || Math.abs(value) < 100 || comparator === '>=' || comparator === '<=' || /^[1-9]0+$/.test(String(value))

const isSameUnit = (theirs: string | null, ours: string): boolean =>
  theirs === ours || (theirs !== null && SAME.some((units) => units.includes(theirs) && units.includes(ours)))
