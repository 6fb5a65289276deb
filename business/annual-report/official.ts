import { dayOf } from '../../kernel/calendar/days.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { writtenDay } from '../../kernel/documents/official/body.ts'
import type { AnnexEntry, OfficialAnnex, OfficialDocument } from '../../kernel/documents/official/types.ts'
import { exactWords } from '../../kernel/indicators/wording.ts'
import { readEvidence } from './evidence.ts'
import { type Figure, figuresOf, type Target, targetsOf } from './freeze.ts'
import { bodyOf, materialOf, type Row, sayBy, targetKey } from './report.ts'
import { type Printed, print } from './rules/print.ts'
import { tidy } from './rules/tidy.ts'
import { beforeWords } from './rules/wording.ts'

/** A report as an official document: what was published exactly as it was; a draft as it stands now, marked as such. */
export async function officialOf(ctx: Ctx, row: Row): Promise<OfficialDocument> {
  const frozen = await readEvidence(ctx, row)
  if (!frozen) return draftOf(ctx, row)
  const { text, figures, targets } = frozen
  return {
    ...frameOf(row, text),
    ...(row.document_number ? { number: row.document_number } : {}),
    annexes: annexesOf(figures, targets),
    issuer: row.union_name,
    issuedOn: dayOf(row.published_at ?? row.edited_at),
    fingerprint: row.fingerprint ?? '',
    stampedAt: row.published_at ?? row.edited_at,
  }
}

async function draftOf(ctx: Ctx, row: Row): Promise<OfficialDocument> {
  const body = bodyOf(row)
  const material = await materialOf(ctx, row, body)
  const text = print(
    body,
    sayBy(material, () => '〔没有值〕'),
  )
  const annexes = annexesOf(figuresOf(body, material), targetsOf(body, material, row.year + 1))
  return { ...frameOf(row, text), note: '草稿', annexes, stampedAt: ctx.now }
}

const frameOf = (row: Row, text: readonly Printed[]) => ({
  title: tidy(row.title),
  titleLines: titleLines(tidy(row.title)),
  blocks: text.map(({ level, runs }) => ({ level, runs })),
})

/** A long title is broken before 和 or 及 between two parts, never within a word. */
export function titleLines(title: string): string[] {
  if (title.length <= 20) return [title]
  const at = Math.max(title.lastIndexOf('和', title.length - 4), title.lastIndexOf('及', title.length - 4))
  return at > 3 ? [title.slice(0, at), title.slice(at)] : [title]
}

const annexesOf = (figures: readonly Figure[], targets: readonly Target[]): OfficialAnnex[] => [
  ...(figures.length > 0 ? [{ title: '数据说明', entries: figures.map(figureEntry) }] : []),
  ...(targets.length > 0 ? [{ title: '目标说明', entries: targets.map(targetEntry) }] : []),
]

function figureEntry(figure: Figure): AnnexEntry {
  const { code, title, unit, value, numerator, denominator, definition, owner, asOf } = figure
  const isRate = numerator !== null && denominator !== null
  const counted = isRate ? `${exactWords(value, unit)}，分子${numerator}，分母${denominator}` : exactWords(value, unit)
  return {
    key: code,
    heading: tidy(title),
    rows: [
      ['口径', tidy(`${definition.replace(/。$/, '')}。${owner}负责`)],
      ['计数', tidy(`${counted}，截至${writtenDay(asOf)}；上年同期${beforeWords(figure)}`)],
    ],
  }
}

const targetEntry = ({ code, year, title, words, source }: Target): AnnexEntry => ({
  key: targetKey(code),
  heading: tidy(`${title}（${year}年目标）`),
  rows: [
    ['目标', tidy(words)],
    ['出处', tidy(source)],
  ],
})
