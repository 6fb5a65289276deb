import type { ReadText } from './claims/read.ts'
import { findDefects } from './defects/find.ts'
import { noRecords, type Records } from './figures.ts'
import { refuse } from './files/refusals.ts'
import { anotherBody } from './match/body.ts'
import { judge } from './match/match.ts'
import { mostFindings, type Source } from './rules/words.ts'
import type { Findings } from './stored.ts'

export type Checked = Findings & { year: number | null }
/** A text that has been read, and where it came from. */
export type ReadFrom = { text: string; source: Source; read: ReadText }

/**
 * Everything there is to say about a report that has been read: each claim against the records for `year`, and the defects of form.
 * @throws Failure 413 when there are so many numbers or faults that it is no report
 */
export function judged({ text, source, read }: ReadFrom, year: number | null, records: Records): Checked {
  if (read.claims.length > mostFindings) refuse.dense()
  const body = anotherBody(read.title, records.body)
  const { figures, targets } = body === undefined ? records : noRecords
  const titles = new Map(figures.map(({ code, title }) => [code, title]))
  const claims = judge(read.claims, figures, targets, body).map((claim) => ({
    ...claim,
    figureTitle: claim.figure === null ? null : (titles.get(claim.figure) ?? null),
  }))
  const defects = findDefects(text, read, source)
  if (claims.length + defects.length > mostFindings) refuse.dense()
  return {
    year,
    body: body ?? null,
    claims,
    defects,
    headings: standingAlone(read),
  }
}

/** 一、组织建设。全区新建工会… runs on into its text: only a heading that is its paragraph is set as one. */
function standingAlone({ headings, paragraphs }: ReadText): Findings['headings'] {
  const ends = new Map(paragraphs.map(({ at }) => [at[0], at.at(-1) ?? 0]))
  return headings
    .filter(({ start, end }) => (ends.get(start) ?? end) <= end)
    .map(({ start, level }) => ({ start, level }))
}
