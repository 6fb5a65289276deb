import { globSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { type Claim, readReport } from '../../business/report-check/claims/read.ts'

/** What a person found in a text, in order of appearance. */
export type Annotated = Pick<Claim, 'quote' | 'value' | 'unit' | 'comparator' | 'qualifier' | 'subject' | 'isTarget'>
type Annotation = { title: string; style: string; claims: Annotated[] }
type Placed = Annotated & { start: number; end: number }

export type Score = {
  name: string
  style: string
  annotated: number
  found: number
  /** Same place, same value, same unit. */
  right: number
  /** Of the right ones: comparator and aim too. */
  comparators: number
  aims: number
  /** Right ones whose comparator or aim is not. */
  astray: [Placed, Claim][]
  missed: Placed[]
  invented: Claim[]
}

/** Scores every text of a folder: NAME.txt with what a person found in NAME.json. */
export const scoreFolder = (folder: string): Score[] =>
  globSync('*.json', { cwd: folder })
    .sort()
    .map((file) => {
      const input = readFileSync(join(folder, file.replace(/json$/, 'txt')), 'utf8')
      return scoreText(basename(file, '.json'), input, JSON.parse(readFileSync(join(folder, file), 'utf8')))
    })

function scoreText(name: string, input: string, { style, claims }: Annotation): Score {
  const wanted = placed(input, claims, name)
  const found = readReport(input).claims
  const taken = new Set<Claim>()
  const missed: Placed[] = []
  const pairs: [Placed, Claim][] = []
  for (const one of wanted) {
    const match = found.find((claim) => !taken.has(claim) && isSame(one, claim))
    if (match) {
      taken.add(match)
      pairs.push([one, match])
    } else missed.push(one)
  }
  return {
    name,
    style,
    annotated: wanted.length,
    found: found.length,
    right: pairs.length,
    comparators: pairs.filter(([one, claim]) => one.comparator === claim.comparator).length,
    aims: pairs.filter(([one, claim]) => one.isTarget === claim.isTarget).length,
    astray: pairs.filter(([one, claim]) => one.comparator !== claim.comparator || one.isTarget !== claim.isTarget),
    missed,
    invented: found.filter((claim) => !taken.has(claim)),
  }
}

const isSame = (one: Placed, claim: Claim) =>
  one.start < claim.end &&
  claim.start < one.end &&
  Math.abs(one.value - claim.value) <= Math.abs(one.value) * 1e-4 &&
  one.unit === claim.unit

/** Quotes in order of appearance, each searched behind the one before. @throws Error when one does not stand there */
function placed(input: string, claims: readonly Annotated[], name: string): Placed[] {
  let from = 0
  return claims.map((claim) => {
    const start = input.indexOf(claim.quote, from)
    if (start < 0) throw new Error(`${name}: ${claim.quote} does not stand behind the quote before it`)
    from = start + claim.quote.length
    return { ...claim, start, end: from }
  })
}

/** Precision and recall of several texts together. */
export function together(scores: readonly Score[]): { precision: number; recall: number; annotated: number } {
  const sum = (of: (score: Score) => number) => scores.reduce((total, score) => total + of(score), 0)
  const right = sum((score) => score.right)
  return {
    precision: right / sum((score) => score.found),
    recall: right / sum((score) => score.annotated),
    annotated: sum((score) => score.annotated),
  }
}
