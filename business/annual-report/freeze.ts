import { createHash } from 'node:crypto'
import type { z } from 'zod'
import { fail } from '../../kernel/contract/errors.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import type { FrozenFigure, FrozenTarget } from './contract.ts'
import type { Live, LiveTarget } from './live.ts'
import { bodyOf, type Material, materialOf, type Row, sayBy } from './report.ts'
import { type Block, figuresIn, targetsIn } from './rules/body.ts'
import { canonical, type Json } from './rules/canonical.ts'
import { type Printed, print } from './rules/print.ts'
import { figureWords, targetWords } from './rules/wording.ts'

export type Figure = z.output<typeof FrozenFigure>
export type Target = z.output<typeof FrozenTarget>
export type Frozen = { text: Printed[]; figures: Figure[]; targets: Target[] }

/** Text, figures and targets of a draft as they are at this moment. @throws Failure 422 when something in it cannot be told, or nothing is printed */
export async function freeze(ctx: Ctx, row: Row): Promise<Frozen> {
  const body = bodyOf(row)
  const material = await materialOf(ctx, row, body)
  const untold = new Set<string>()
  const text = print(
    body,
    sayBy(material, (code) => {
      untold.add(titleOf(ctx, code))
      return ''
    }),
  )
  if (untold.size > 0) fail(422, `这些数据现在没有值，请在文中删去再定稿：${[...untold].join('、')}`)
  if (text.length === 0) fail(422, '报告还没有内容，请先写好再定稿')
  return {
    text,
    figures: figuresOf(body, material),
    targets: targetsOf(body, material, row.year + 1),
  }
}

function titleOf(ctx: Ctx, code: string): string {
  const [slug, name = ''] = code.split('.')
  return ctx.house.lines.find((line) => line.slug === slug)?.indicators?.[name]?.title ?? code
}

/** The figures told in a text as they stand now, in its order. */
export const figuresOf = (body: readonly Block[], { figures }: Material): Figure[] =>
  figuresIn(body).flatMap((code) => figureAt(code, figures.get(code)))

/** The targets of `year` named in a text as they stand now, in its order. */
export const targetsOf = (body: readonly Block[], { targets }: Material, year: number): Target[] =>
  targetsIn(body).flatMap((code) => targetAt(code, targets.get(code), year))

function figureAt(code: string, live: Live | undefined): Figure[] {
  if (!live || live.value === null) return []
  const { line, figure, unit, kind, value, numerator, denominator, lastYear, asOf } = live
  const { title, definition, owner } = figure
  const words = figureWords(live, 'worded', figure.wording) ?? ''
  return [{ code, line, title, unit, kind, definition, owner, value, numerator, denominator, lastYear, asOf, words }]
}

function targetAt(code: string, target: LiveTarget | undefined, year: number): Target[] {
  if (!target || target.number === null) return []
  const { title, unit, comparator, number, source } = target
  return [{ code, year, title, unit, comparator, number, source, words: targetWords(target) ?? '' }]
}

type Signed = Pick<Row, 'title' | 'union_name' | 'year' | 'edition' | 'document_number'> & {
  published_at: string | null
}

/** SHA-256, hex, over the canonical JSON of all that was published: who, which year and edition, when, the text, the figures, the targets. */
export function fingerprintOf(row: Signed, frozen: Frozen): string {
  const { title, union_name, year, edition, document_number, published_at } = row
  const whole = {
    title,
    union: union_name,
    year,
    edition,
    documentNumber: document_number,
    publishedAt: published_at,
    ...frozen,
  }
  return createHash('sha256')
    .update(canonical(whole as unknown as Json))
    .digest('hex')
}
