import { globSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { z } from 'zod'
import { readReport } from '../../business/report-check/claims/read.ts'
import { anotherBody } from '../../business/report-check/match/body.ts'
import { judge } from '../../business/report-check/match/match.ts'
import type { Judged } from '../../business/report-check/match/told.ts'
import { verdicts } from '../../business/report-check/rules/words.ts'
import { published } from '../../kernel/indicators/catalogue.ts'

const FOLDER = join(import.meta.dirname, 'verdicts')
const OURS = '龙岗区总工会'

/** What a careful officer would say of a number, `start` its place in the text. */
const Said = z.object({
  quote: z.string(),
  start: z.int(),
  verdict: z.enum(Object.keys(verdicts) as [keyof typeof verdicts]),
  figure: z.string().nullable(),
})
type Said = z.output<typeof Said>
const Figures = z.array(z.object({ code: z.string(), title: z.string(), unit: z.string(), value: z.number() }))

export type VerdictScore = { name: string; said: number; right: number; wrong: [Said, Judged | undefined][] }

/** Figures of the demonstration's 2023, and those nobody records yet. */
const known = () => {
  const recorded = Figures.parse(JSON.parse(readFileSync(join(FOLDER, 'figures.json'), 'utf8')))
  const codes = new Set(recorded.map(({ code }) => code))
  return [
    ...recorded,
    ...published
      .filter(({ code }) => !codes.has(code))
      .map(({ code, title, unit }) => ({ code, title, unit, value: null })),
  ]
}

/** Scores the verdicts on every number of the folder: NAME.txt with what an officer says in NAME.json. */
export function scoreVerdicts(): VerdictScore[] {
  const figures = known()
  const files = globSync('*.json', { cwd: FOLDER }).filter((file) => file !== 'figures.json')
  return files.sort().map((file) => {
    const text = readFileSync(join(FOLDER, file.replace(/json$/, 'txt')), 'utf8')
    const { claims } = z.object({ claims: z.array(Said) }).parse(JSON.parse(readFileSync(join(FOLDER, file), 'utf8')))
    const { claims: read, title } = readReport(text)
    const judged = judge(read, figures, [], anotherBody(title, OURS))
    const pairs = claims.map((said): [Said, Judged | undefined] => [said, judged.find((one) => isAt(one, said))])
    const wrong = pairs.filter(([said, one]) => !isRight(said, one))
    return { name: basename(file, '.json'), said: claims.length, right: claims.length - wrong.length, wrong }
  })
}

const isAt = (one: Judged, { start, quote }: Said) => one.start < start + quote.length && start < one.end
const isRight = ({ verdict, figure }: Said, one: Judged | undefined) =>
  one?.verdict === verdict && (figure === null || one.figure === figure)
