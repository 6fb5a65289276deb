import { dayOf } from '../../kernel/calendar/days.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import type { AnnexEntry, OfficialAnnex, OfficialDocument } from '../../kernel/documents/official/types.ts'
import { exactWords } from '../../kernel/indicators/wording.ts'
import { readEvidence } from './evidence.ts'
import type { Figure, Target } from './freeze.ts'
import { bodyOf, type Material, materialOf, type Row, sayBy, targetKey } from './report.ts'
import { figuresIn, targetsIn } from './rules/body.ts'
import { type Printed, print } from './rules/print.ts'
import { tidy } from './rules/tidy.ts'
import { figureWords, targetWords } from './rules/wording.ts'

/** A report as an official document: what was published exactly as it was; a draft as it stands now, marked as such. */
export async function officialOf(ctx: Ctx, row: Row): Promise<OfficialDocument> {
  const frozen = await readEvidence(ctx, row)
  if (!frozen) return draftOf(ctx, row)
  const { text, figures, targets } = frozen
  return {
    ...frameOf(row, text),
    ...(row.document_number ? { number: row.document_number } : {}),
    annexes: annexesOf(figures.map(figureEntry), targets.map(targetEntry)),
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
  const figures = figuresIn(body).flatMap((code) => liveEntry(material, code))
  const targets = targetsIn(body).flatMap((code) => liveTarget(material, code, row.year + 1))
  return { ...frameOf(row, text), note: '草稿', annexes: annexesOf(figures, targets), stampedAt: ctx.now }
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

const annexesOf = (figures: readonly AnnexEntry[], targets: readonly AnnexEntry[]): OfficialAnnex[] => [
  ...(figures.length > 0 ? [{ title: '数据说明', entries: figures }] : []),
  ...(targets.length > 0 ? [{ title: '目标说明', entries: targets }] : []),
]

function figureEntry(figure: Figure): AnnexEntry {
  const { code, title, unit, value, numerator, denominator, lastYear, definition, owner, asOf } = figure
  const counted =
    numerator === null || denominator === null
      ? exactWords(value, unit)
      : `${exactWords(value, unit)}，分子${numerator}，分母${denominator}`
  return {
    key: code,
    heading: title,
    rows: [
      ['口径', definition],
      ['计数', counted],
      ['上年同期', lastYear === null ? '没有记录' : exactWords(lastYear, unit)],
      ['截至', asOf],
      ['负责', owner],
    ],
  }
}

function liveEntry({ figures }: Material, code: string): AnnexEntry[] {
  const live = figures.get(code)
  if (!live || live.value === null) return []
  const { line, figure, unit, kind, value, numerator, denominator, lastYear, asOf } = live
  const { title, definition, owner } = figure
  const words = figureWords(live, 'worded', figure.wording) ?? ''
  return [
    figureEntry({
      code,
      line,
      title,
      unit,
      kind,
      definition,
      owner,
      value,
      numerator,
      denominator,
      lastYear,
      asOf,
      words,
    }),
  ]
}

const targetEntry = ({ code, year, title, words, source }: Target): AnnexEntry => ({
  key: targetKey(code),
  heading: `${title}（${year}年目标）`,
  rows: [
    ['目标', words],
    ['出处', source],
  ],
})

function liveTarget({ targets }: Material, code: string, year: number): AnnexEntry[] {
  const target = targets.get(code)
  const words = target && targetWords(target)
  if (!words || target.number === null) return []
  const { title, unit, comparator, number, source } = target
  return [targetEntry({ code, year, title, unit, comparator, number, source, words })]
}
