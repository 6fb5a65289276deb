import { type Claim, readReport } from '../claims/read.ts'
import type { Verdict } from '../rules/words.ts'
import { slipOf, slips } from './agreement.ts'
import type { Candidate, KnownFigure } from './candidates.ts'

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

/** A claim without what stood around it. */
type Shown = Omit<Claim, 'apart' | 'sentence' | 'before' | 'after'>
export type Judged = Shown & {
  figure: string | null
  verdict: Verdict
  ours: number | null
  why: string
}

const shown = ({ apart, sentence, before, after, ...claim }: Claim): Shown => claim
const nowhere = (claim: Claim, why: string, figure: string | null = null): Judged => ({
  ...shown(claim),
  figure,
  verdict: 'not in our records',
  ours: null,
  why,
})
const partOnly = (words: string) => `说的是“${words}”，没有记录可对`

/** What is said of a fact. @param body of which the whole text tells, where it is not ours */
export function told(claim: Claim, found: Candidate | undefined, body?: string): Judged {
  if (body !== undefined) return nowhere(claim, partOnly(body))
  if (claim.apart && !found?.agrees) return nowhere(claim, partOnly(claim.apart.words))
  if (!found) return nowhere(claim, '没有找到对应的数据')
  const { figure, narrow } = found
  if (narrow !== undefined) return nowhere(claim, partOnly(narrow))
  if (figure.value === null) return nowhere(claim, `“${figure.title}”还没有业务登记`, figure.code)
  const record = `记录为 ${wordsOf(figure.value, figure.unit)}`
  if (!found.isSure) return nowhere(claim, `没有找到对应的数据；最接近的是“${figure.title}”，${record}`)
  const ours = { ...shown(claim), figure: figure.code, ours: figure.value }
  if (found.agrees) return { ...ours, verdict: 'agrees', why: `“${figure.title}”${record}` }
  const slip = slipOf(claim, figure.value)
  return { ...ours, verdict: 'differs', why: `“${figure.title}”${record}${slip ? `，${slips[slip]}` : ''}` }
}

/** A target as its paper words it: by that number and unit it is found again in a report. */
export function wordedAsSaid({ figure, title, unit, number, said = '' }: KnownTarget): KnownFigure {
  const [own] = readReport(said).claims
  return { code: figure, title: said || title, unit: own?.unit ?? unit, value: own?.value ?? number }
}

/** What is said of an aim. @param body of which the whole text tells, where it is not ours */
export function aimed(
  whole: Claim,
  found: Candidate | undefined,
  targets: readonly KnownTarget[],
  body?: string,
): Judged {
  const claim = shown(whole)
  const aim = { ...claim, verdict: 'target' as const }
  if (body !== undefined) return { ...aim, figure: null, ours: null, why: `是目标，说的是“${body}”` }
  const target = targets.find(({ figure }) => figure === found?.figure.code)
  if (!target) return { ...aim, figure: null, ours: null, why: '是目标，年度任务里没有对应的一项' }
  const planned = target.said
    ? `${target.year} 年度任务写明“${target.said}”`
    : `${target.year} 年度任务定为 ${wordsOf(target.number, target.unit)}`
  const isOurs = wordedAsSaid(target).value === claim.value
  return {
    ...aim,
    figure: target.figure,
    ours: target.number,
    why: isOurs ? `是目标，${planned}` : `是目标，但 ${planned}，与文中不同`,
  }
}

/** Money in 万元 where there is enough of it, as reports say it; nothing is rounded away. */
const wordsOf = (value: number, unit: string): string => {
  const isThousands = unit === '元' && Math.abs(value) >= 10_000
  return `${Number((isThousands ? value / 10_000 : value).toFixed(isThousands ? 6 : 4))} ${isThousands ? '万元' : unit}`
}
