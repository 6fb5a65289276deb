import { z } from 'zod'
import { headingMarks } from '../../../kernel/documents/official/numbers.ts'

/** How a figure is told: by its wording, to the last digit, with what it rests on, as it was a year before. */
export const forms = {
  worded: '按行文规则',
  exact: '精确数',
  based: '带分子分母',
  lastYear: '上年同期',
} as const
export type Form = keyof typeof forms

const code = z
  .string()
  .regex(/^[a-z][a-z-]*\.[A-Za-z][\w]*$/, '没有这项数据')
  .max(100)
/** Half of a character, as a cut through an emoji leaves it, is no text that can be kept. */
const Text = z.object({
  text: z
    .string()
    .max(20_000, '一段最多写 20000 个字，请分成几段')
    .overwrite((text) => text.toWellFormed()),
})
const FigureToken = z.object({
  figure: code,
  form: z.enum(Object.keys(forms) as [Form, ...Form[]]).default('worded'),
})
/** What next year's plan wants of a figure. */
const TargetToken = z.object({ target: code })

/** Text is free; a number of a record is a token and nothing else. */
export const Part = z.union([FigureToken, TargetToken, Text])
export type Part = z.output<typeof Part>

export const levels = [0, 1, 2, 3, 4] as const
export type Level = (typeof levels)[number]

/** Body text (0) or a heading of GB/T 9704 (1 to 4), which carries no number: numbers are made. */
export const Block = z.object({
  level: z.literal(levels),
  parts: z.array(Part).max(400, '一段里的内容太多，请分成几段'),
})
export type Block = z.output<typeof Block>
export const Body = z.array(Block).max(1000, '报告最多 1000 段，请精简')

export const words = (text: string): Part => ({ text })
export const figure = (name: string, form: Form = 'worded'): Part => ({ figure: name, form })

/** Codes of the figures in a body, each once, in the order of the text. */
export const figuresIn = (body: readonly Block[]): string[] => [
  ...new Set(body.flatMap(({ parts }) => parts.flatMap((part) => ('figure' in part ? [part.figure] : [])))),
]

export const targetsIn = (body: readonly Block[]): string[] => [
  ...new Set(body.flatMap(({ parts }) => parts.flatMap((part) => ('target' in part ? [part.target] : [])))),
]

const isBlank = ({ parts }: Block): boolean => parts.every((part) => 'text' in part && part.text.trim() === '')

/**
 * Whether each block is printed. A heading with nothing under it is not: no text before the next heading of its level or above. Nor is an empty
 * paragraph.
 */
export function printed(body: readonly Block[]): boolean[] {
  const shown = body.map((block) => !isBlank(block))
  for (let i = body.length - 1; i >= 0; i--) {
    const level = body[i]?.level ?? 0
    if (level === 0 || !shown[i]) continue
    const end = body.findIndex((block, at) => at > i && block.level !== 0 && block.level <= level)
    // The two lowest headings may hold a whole paragraph and stand for themselves.
    if (level < 3 && !shown.slice(i + 1, end === -1 ? undefined : end).includes(true)) shown[i] = false
  }
  return shown
}

/** The number of each heading as it is printed (一、（一） 1.（1）), empty for text and for what is not printed. None is ever given twice or left out. */
export function numbersOf(body: readonly Block[]): string[] {
  const shown = printed(body)
  const marks = headingMarks(body.filter((_block, i) => shown[i]).map(({ level }) => level))
  return shown.map((isShown) => (isShown ? (marks.shift() ?? '') : ''))
}
