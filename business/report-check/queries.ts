import type { OutputOf, ParsedOf } from '../../kernel/contract/contract.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { markIn, pageBy } from '../../kernel/db/keyset.ts'
import { joinLines } from './claims/join.ts'
import type { contract } from './contract.ts'
import { sheetsOf } from './paper.ts'
import type { Source } from './rules/words.ts'
import { type Findings, openCheck, openPart } from './stored.ts'

type Row = {
  id: string
  year: number | null
  source: string
  pages: number | null
  created_at: string
  kept_until: string
  agrees: number
  differs: number
  targets: number
  unrecorded: number
  defects: number
}

const cardOf = (row: Row, title: string) => ({
  id: row.id,
  title,
  year: row.year,
  source: row.source as Source,
  pages: row.pages,
  checkedAt: row.created_at,
  keptUntil: row.kept_until,
  counts: {
    agrees: row.agrees,
    differs: row.differs,
    target: row.targets,
    unrecorded: row.unrecorded,
    defects: row.defects,
  },
})

/** The actor's own checks, newest first. */
export async function listChecks(
  ctx: Ctx,
  { after, limit }: ParsedOf<typeof contract.list>,
): Promise<OutputOf<typeof contract.list>> {
  const mark = markIn(after, 'instant')
  const rows = await ctx.tx
    .selectFrom('report_checks')
    .select(['id', 'year', 'source', 'pages', 'title_sealed', 'created_at', 'kept_until'])
    .select(['agrees', 'differs', 'targets', 'unrecorded', 'defects'])
    .where('federation_id', '=', ctx.actor.federationId)
    .$if(mark !== null, (q) =>
      q.where((eb) => eb(eb.refTuple('created_at', 'id'), '<', eb.tuple(mark?.at ?? '', mark?.id ?? ''))),
    )
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .execute()
  const page = pageBy(rows, limit, ({ created_at, id }) => ({ at: created_at, id }))
  return { ...page, rows: page.rows.map((row) => cardOf(row, openPart(ctx, 'title', row.id, row.title_sealed))) }
}

/** One check: the text on its sheets with what was found marked in it. */
export async function getCheck(ctx: Ctx, id: string): Promise<OutputOf<typeof contract.get>> {
  const { row, title, text, findings } = await openCheck(ctx, id)
  const union = await ctx.tx
    .selectFrom('orgs')
    .select('name')
    .where('federation_id', '=', ctx.actor.federationId)
    .where('path', '=', row.org_path)
    .executeTakeFirst()
  return { ...cardOf(row, title), union: union?.name ?? '', ...findings, sheets: sheetsWith(text, findings) }
}

/** The sheets of a text, claims and defects marked; a finding's number counts the claims first. */
export function sheetsWith(text: string, { claims, defects, headings }: Findings) {
  const spots = [...claims, ...defects].map(({ start, end }, finding) => ({ start, end, finding }))
  return sheetsOf(text, { paragraphs: joinLines(text), headings }, spots)
}
