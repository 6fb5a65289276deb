import { type Claim, readReport } from '../claims/read.ts'
import { isTrue, slipOf } from './agreement.ts'
import { beyond, likeness, type Phrase, phraseOf, type Weights, weightsOf } from './likeness.ts'

/** A figure of the house for the year of the report; value null when no line records it yet. */
export type KnownFigure = { code: string; title: string; unit: string; value: number | null; definition?: string }
/** `said`: how the plan's own paper words it, where we count it otherwise. */
export type KnownTarget = {
  said?: string | undefined
  figure: string
  title: string
  unit: string
  year: number
  comparator: string
  number: number
}

export type Verdict = 'agrees' | 'differs' | 'not in our records' | 'target'
export type Judged = Omit<Claim, 'apart'> & {
  figure: string | null
  verdict: Verdict
  ours: number | null
  why: string
}

/** So much of a title must stand near a number that agrees, and so much near one that does not: an error is not said lightly. */
const ENOUGH = 0.34
const ENOUGH_TO_DIFFER = 0.62
/** What a number counts decides between figures that share the rest of the sentence. */
const OWN = 0.3
/** Of two titles that both stand there the longer says more: 新建基层工会组织 before 基层工会. */
const LONG = 0.05
const NEAR = { subject: 1, clause: 0.95, before: 0.8, sentence: 0.6 }

/** Measure words that count the same things; 人 and 人次 do not. */
const SAME: readonly (readonly string[])[] = [
  ['场', '场次', '次'],
  ['宗', '件', '起', '例'],
  ['个', '家', '处', '所', '间', '座'],
  ['份', '件'],
]

/** `isSure`: enough of the title stands near the number to say that it is this figure. */
type Candidate = { claim: Claim; figure: KnownFigure; score: number; agrees: boolean; isSure: boolean }

/**
 * Holds every claim against our figures: by what it counts, its measure word and its value. A figure answers for the claim that fits it best, and again where another repeats it.
 * @param claims of one text
 * @param figures of the year the text tells of
 * @param targets of the year it plans
 */
export function judge(
  claims: readonly Claim[],
  figures: readonly KnownFigure[],
  targets: readonly KnownTarget[],
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
    claim.isTarget ? aimed(claim, aims.get(claim), targets) : told(claim, facts.get(claim)),
  )
}

function matched(claims: readonly Claim[], figures: readonly KnownFigure[]): Map<Claim, Candidate> {
  const weight = weightsOf(figures.map(({ title }) => title))
  const titles = new Map(figures.map((figure) => [figure, phraseOf(figure.title)]))
  const candidates = claims.flatMap((claim) => candidatesOf(claim, titles, weight)).sort((a, b) => b.score - a.score)
  const found = new Map<Claim, Candidate>()
  const taken = new Set<string>()
  for (const one of candidates) {
    if (found.get(one.claim)?.isSure || (taken.has(one.figure.code) && !one.agrees)) continue
    if (one.isSure) taken.add(one.figure.code)
    if (one.isSure || !found.has(one.claim)) found.set(one.claim, one)
  }
  return found
}

function candidatesOf(claim: Claim, titles: ReadonlyMap<KnownFigure, Phrase>, weight: Weights): Candidate[] {
  const fitting = [...titles].filter(([figure]) => isSameUnit(claim.unit, figure.unit))
  if (fitting.length === 0) return []
  const parts = partsOf(claim)
  return fitting.flatMap(([figure, title]) => {
    const like = Math.max(...parts.map(({ pairs, worth }) => likeness(title, pairs, weight) * worth))
    const agrees = figure.value !== null && isTrue(claim, figure.value)
    if (like < ENOUGH) return []
    const isWhole = claim.apart === null && !isPartOf(claim, figure.title, title)
    const isSure = agrees || (isWhole && (figure.value === null || like >= ENOUGH_TO_DIFFER))
    const own = likeness(title, parts[0]?.pairs ?? NOTHING, weight)
    const score =
      like + own * OWN + title.full.size * LONG + (agrees ? 0.5 : 0) + (claim.unit === figure.unit ? 0.1 : 0)
    return [{ claim, figure, score, agrees, isSure }]
  })
}

/** Further back in a sentence nothing speaks of a number any more. */
const FAR = 240
const NOTHING: Phrase = { full: new Set(), short: new Set() }
/** 新建工会 205 家 is no number of all unions. */
const NEW = /新(?:建|增|组建|成立|发展)/
/** 其中制造业企业新建工会 96 家: what its clause says beyond the title makes it a part of the figure. */
const MOSTLY = 0.35
function isPartOf({ sentence, quote }: Claim, words: string, title: Phrase): boolean {
  const clause =
    sentence
      .split(quote.replaceAll(/\s/g, ''))[0]
      ?.split(/[，。；]/)
      .at(-1) ?? ''
  if (NEW.test(clause) && !/新|发展/.test(words)) return true
  return clause.includes('其中') && beyond(title, phraseOf(clause)) > MOSTLY
}

/** What stands near a number, nearest first: what it counts, its clause, the sentence up to it, the whole sentence. */
function partsOf({ subject, sentence, quote }: Claim): { pairs: Phrase; worth: number }[] {
  const plain = quote.replaceAll(/\s/g, '')
  const place = Math.max(0, sentence.indexOf(plain))
  const before = sentence.slice(Math.max(0, place - FAR), place)
  const behind = sentence.slice(place + plain.length).split(/[，。；、]/)[0] ?? ''
  const clause = (before.split(/[，。；]/).at(-1) ?? '') + behind
  return [
    { pairs: phraseOf(subject), worth: NEAR.subject },
    { pairs: phraseOf(clause), worth: NEAR.clause },
    {
      pairs: phraseOf(
        before
          .split(/[，。；]/)
          .slice(-2)
          .join('') + behind,
      ),
      worth: NEAR.before,
    },
    { pairs: phraseOf(before + behind), worth: NEAR.sentence },
  ]
}

const isSameUnit = (theirs: string | null, ours: string): boolean =>
  theirs === ours || (theirs !== null && SAME.some((units) => units.includes(theirs) && units.includes(ours)))

function told(whole: Claim, found: Candidate | undefined): Judged {
  const { apart, ...claim } = whole
  if (apart && !found?.agrees)
    return {
      ...claim,
      figure: null,
      verdict: 'not in our records',
      ours: null,
      why: `说的是“${apart.words}”，没有记录可对`,
    }
  if (!found) return { ...claim, figure: null, verdict: 'not in our records', ours: null, why: '没有找到对应的数据' }
  const { figure } = found
  if (figure.value === null)
    return {
      ...claim,
      figure: figure.code,
      verdict: 'not in our records',
      ours: null,
      why: `“${figure.title}”还没有业务登记`,
    }
  const ours = wordsOf(figure.value, figure.unit)
  if (!found.isSure)
    return {
      ...claim,
      figure: null,
      verdict: 'not in our records',
      ours: null,
      why: `没有找到对应的数据；最接近的是“${figure.title}”，记录为 ${ours}`,
    }
  if (found.agrees)
    return {
      ...claim,
      figure: figure.code,
      verdict: 'agrees',
      ours: figure.value,
      why: `“${figure.title}”记录为 ${ours}`,
    }
  const slip = slipOf(claim.value, figure.value)
  const why = `“${figure.title}”记录为 ${ours}${slip ? `，${slip}` : ''}`
  return { ...claim, figure: figure.code, verdict: 'differs', ours: figure.value, why }
}

/** A target as its paper words it: by that number and unit it is found again in a report. */
function wordedAsSaid({ figure, title, unit, number, said = '' }: KnownTarget): KnownFigure {
  const [own] = readReport(said).claims
  return { code: figure, title: said || title, unit: own?.unit ?? unit, value: own?.value ?? number }
}

function aimed({ apart: _, ...claim }: Claim, found: Candidate | undefined, targets: readonly KnownTarget[]): Judged {
  const target = targets.find(({ figure }) => figure === found?.figure.code)
  if (!target) return { ...claim, figure: null, verdict: 'target', ours: null, why: '是目标，年度任务里没有对应的一项' }
  const planned = target.said
    ? `${target.year} 年度任务写明“${target.said}”`
    : `${target.year} 年度任务定为 ${wordsOf(target.number, target.unit)}`
  const isOurs = wordedAsSaid(target).value === claim.value
  return {
    ...claim,
    figure: target.figure,
    verdict: 'target',
    ours: target.number,
    why: isOurs ? `是目标，${planned}` : `是目标，但 ${planned}，与文中不同`,
  }
}

/** Money in 万元 where there is enough of it, as reports say it; nothing is rounded away. */
const wordsOf = (value: number, unit: string): string => {
  const isThousands = unit === '元' && Math.abs(value) >= 10_000
  return `${Number((isThousands ? value / 10_000 : value).toFixed(isThousands ? 6 : 4))} ${isThousands ? '万元' : unit}`
}
