import { defectKinds } from '../rules/words.ts'
import type { Check } from './place.ts'

/** How a spot in the text looks, and what the counts above it filter by. */
export type State = 'agrees' | 'differs' | 'target' | 'unrecorded' | 'defects'

export interface Finding {
  /** As in the marks of the sheets. */
  index: number
  state: State
  quote: string
  /** Behind the quote, in bold: 与记录不同. */
  head: string
  words: string
  figure: { code: string; title: string } | null
}

const states = { agrees: 'agrees', differs: 'differs', target: 'target', 'not in our records': 'unrecorded' } as const
const heads: Readonly<Record<State, string>> = {
  agrees: '与记录一致',
  differs: '与记录不同',
  target: '是计划目标',
  unrecorded: '没有记录可对',
  defects: '',
}

const LONGEST = 18

/** A quote as a note names it: on one line, not the whole heading. */
function shortened(quote: string): string {
  const line = quote.replace(/\s+/g, ' ').trim()
  return line.length > LONGEST ? `${line.slice(0, LONGEST - 1)}…` : line
}

/** What was found, claims first, as the sheets count it. */
export function findingsOf({ claims, defects }: Pick<Check, 'claims' | 'defects'>): Finding[] {
  const said = claims.map((claim, index): Finding => {
    const state = states[claim.verdict]
    const figure = claim.figure !== null && claim.figureTitle !== null && claim.ours !== null
    return {
      index,
      state,
      quote: shortened(claim.quote),
      head: heads[state],
      words: claim.why,
      figure: figure ? { code: claim.figure ?? '', title: claim.figureTitle ?? '' } : null,
    }
  })
  const formal = defects.map(({ kind, quote, words }, place): Finding => {
    const index = claims.length + place
    return {
      index,
      state: 'defects',
      quote: shortened(quote),
      head: defectKinds[kind],
      words,
      figure: null,
    }
  })
  return [...said, ...formal]
}

const order: readonly State[] = ['differs', 'defects', 'unrecorded', 'target', 'agrees']

/** What a spot with several findings looks like: the one to be mended first. */
export const gravest = (found: readonly Finding[]): State =>
  order.find((state) => found.some((one) => one.state === state)) ?? 'agrees'

/** A stretch of a paragraph, and what was found there. */
export interface Piece {
  from: number
  text: string
  findings: readonly number[]
  /** Something is found here that no earlier piece of the paragraph has: the keyboard stops at it. */
  isFirst: boolean
}

/** A paragraph cut wherever a mark begins or ends; marks may overlap. */
export function piecesOf(text: string, marks: readonly { from: number; to: number; finding: number }[]): Piece[] {
  const cuts = [...new Set([0, ...marks.flatMap(({ from, to }) => [from, to]), text.length])].sort((a, b) => a - b)
  const waiting = marks.toSorted((a, b) => b.from - a.from)
  const seen = new Set<number>()
  let here: typeof marks = []
  return cuts.slice(0, -1).map((from, at) => {
    const begun: (typeof marks)[number][] = []
    while ((waiting.at(-1)?.from ?? Number.POSITIVE_INFINITY) <= from) begun.push(...waiting.splice(-1))
    here = [...here, ...begun].filter(({ to }) => to > from)
    const findings = here.map(({ finding }) => finding)
    const isFirst = findings.some((one) => !seen.has(one))
    for (const one of findings) seen.add(one)
    return { from, text: text.slice(from, cuts[at + 1] ?? text.length), findings, isFirst }
  })
}

/** Which notes stand beside the text: those asked for; unasked, what wants a hand or an eye. */
export const isShown = (finding: Finding, show: State | undefined): boolean =>
  show === undefined
    ? finding.state === 'differs' || finding.state === 'defects' || finding.state === 'target'
    : finding.state === show
