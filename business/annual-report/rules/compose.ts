import type { Clause, Report, Section, Sentence } from '../../../kernel/indicators/define.ts'
import { type Block, figure, type Part, words } from './body.ts'
import { sectionOf, sectionOrder, sections } from './sections.ts'
import { isPhrase } from './wording.ts'

/** A line with what it tells. */
export type Telling = { slug: string; report: Report }
export type PlannedTask = { title: string; line: string; chapter: string }
export type PlannedTarget = { figure: string; title: string; chapter: string; said: string }

export type Material = {
  union: string
  year: number
  lines: readonly Telling[]
  /** Whether the figure is something: what is 0 or cannot be told is left out. */
  counts: (code: string) => boolean
  tasks: readonly PlannedTask[]
  targets: readonly PlannedTarget[]
}

export const titleOf = (union: string, year: number): string => `${union}${year}年工作总结和${year + 1}年工作思路`

/** The first draft of a year's report: what each line tells, then what the plan of the next year wants. */
export function compose(material: Material): Block[] {
  const { year } = material
  return [
    { level: 0, parts: [words(`现将${year}年工作情况和${year + 1}年工作思路报告如下。`)] },
    heading(1, `${year}年工作回顾`),
    ...sectionOrder.flatMap((section) => [heading(2, sections[section].done), ...told(material, section)]),
    heading(1, `${year + 1}年工作思路`),
    ...sectionOrder.flatMap((section) => [heading(2, sections[section].planned), ...planned(material, section)]),
  ]
}

const heading = (level: 1 | 2, text: string): Block => ({ level, parts: [words(text)] })

/** A paragraph for each line; one with a single figure in it goes on in the paragraph before. */
function told({ lines, counts }: Material, section: Section): Block[] {
  const paragraphs: Part[][] = []
  for (const { slug, report } of lines.filter((line) => line.report.section === section)) {
    const parts = paragraphOf(report.sentences, slug, counts)
    const figures = parts.filter((part) => 'figure' in part).length
    const before = paragraphs.at(-1)
    if (figures === 1 && before) before.push(...parts)
    else if (figures > 0) paragraphs.push(parts)
  }
  return paragraphs.map((parts) => ({ level: 0, parts: merged(parts) }))
}

/** The sentences of a line with what counts; empty when nothing does. */
export function paragraphOf(sentences: readonly Sentence[], slug: string, counts: Material['counts']): Part[] {
  return sentences.flatMap((sentence) => {
    const kept = keptOf(sentence, (name) => counts(`${slug}.${name}`))
    if (!kept.some(hasFigure)) return []
    return [...kept.flatMap((clause, i) => [...(i > 0 ? [words('，')] : []), ...partsOf(clause, slug)]), words('。')]
  })
}

const hasFigure = (clause: Clause): boolean => clause.some((part) => typeof part !== 'string')
const partsOf = (clause: Clause, slug: string): Part[] =>
  clause.map((part) => (typeof part === 'string' ? words(part) : figure(`${slug}.${part.figure}`)))

const AMONG = '其中'

function keptOf(sentence: Sentence, counts: (name: string) => boolean): Clause[] {
  const kept: Clause[] = []
  let headStands = true
  for (const clause of sentence) {
    const isPart = String(clause[0]).startsWith(AMONG)
    const left: Clause = isPart && !headStands ? [] : itemsOf(clause, counts)
    if (!isPart) headStands = left.length > 0
    if (left.length > 0) kept.push(left)
  }
  return kept
}

/** A clause without those of its enumerated items that are nothing; 其中 stays in front of the first that is left. */
function itemsOf(clause: Clause, counts: (name: string) => boolean): Clause {
  const left = split(clause).filter((item) => item.every((part) => typeof part === 'string' || counts(part.figure)))
  const joined = left.flatMap((item, i) => [...(i > 0 ? ['、'] : []), ...item])
  const isPart = String(clause[0]).startsWith(AMONG)
  return isPart && joined.length > 0 && !String(joined[0]).startsWith(AMONG) ? [AMONG, ...joined] : joined
}

/** An enumeration is parted only where 、 follows a figure: 区、街道 is one place. */
function split(clause: Clause): Clause[] {
  const items: (string | { readonly figure: string })[][] = [[]]
  clause.forEach((part, i) => {
    const isNext = typeof part === 'string' && part.startsWith('、') && i > 0
    if (isNext) items.push([])
    items.at(-1)?.push(isNext ? part.slice(1) : part)
  })
  return items.map((item) => item.filter((part) => part !== ''))
}

function planned({ tasks, targets }: Material, section: Section): Block[] {
  const titles = tasks.filter((task) => sectionOf(task.line, task.chapter) === section).map(({ title }) => title)
  const wanted = targets.filter((target) => sectionOf(lineOf(target.figure), target.chapter) === section)
  const parts: Part[] = []
  if (titles.length > 0) parts.push(words(`${titles.map((title) => title.replace(/[。；]$/, '')).join('；')}。`))
  wanted.forEach(({ title, figure: code, said }, i) => {
    parts.push(words(`${i === 0 ? '全年目标：' : '，'}${isPhrase(said) ? '' : title}`), { target: code })
  })
  if (wanted.length > 0) parts.push(words('。'))
  return parts.length === 0 ? [] : [{ level: 0, parts: merged(parts) }]
}

export const lineOf = (code: string): string => code.slice(0, code.indexOf('.'))

/** Neighbouring texts become one. */
export function merged(parts: readonly Part[]): Part[] {
  const joined: Part[] = []
  for (const part of parts) {
    const last = joined.at(-1)
    if (last && 'text' in last && 'text' in part) joined[joined.length - 1] = words(last.text + part.text)
    else if (!('text' in part) || part.text !== '') joined.push(part)
  }
  return joined
}
