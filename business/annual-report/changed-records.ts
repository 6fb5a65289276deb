import { endOf } from '../../kernel/access/permissions.ts'
import type { OutputOf } from '../../kernel/contract/contract.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { showRecords } from '../../kernel/indicators/behind.ts'
import { exactWords } from '../../kernel/indicators/wording.ts'
import type { contract } from './contract.ts'
import type { Figure } from './freeze.ts'
import { type Live, spanTold } from './live.ts'
import { contributions } from './records.ts'
import type { Row } from './report.ts'
import { type Change, type Contributions, differ } from './rules/differ.ts'

type Behind = Pick<OutputOf<typeof contract.restatements>[number], 'changed' | 'records'>
type Known = { live: Live | undefined; kept: Contributions; at: string }

const mostTold = 10

/** Which records made a figure of a published report another one. */
export async function changedRecords(ctx: Ctx, row: Row, figure: Figure, { live, kept, at }: Known): Promise<Behind> {
  const now = live && (await contributions(ctx, row.org_path, spanTold(row.year, at), live))
  const changes = now ? differ(kept, now) : null
  if (!live || !changes) return { changed: null, records: await handledSince(ctx, row, figure.line, at) }
  const told = changes.slice(0, mostTold)
  const rows = told.map(({ record, now: value }) => ({ record, org_path: row.org_path, at, value }))
  const shown = await showRecords(ctx, rows, live.figure.opens)
  const records = shown.map(({ record, number, title, opens }, i) => ({
    id: record,
    number,
    title,
    opens,
    change: changeWords(ctx, figure, told[i]),
  }))
  return { changed: changes.length, records }
}

/** A rate names which of its two counts it was. */
function changeWords(ctx: Ctx, figure: Figure, change: Change | undefined): string {
  if (!change) return ''
  const { counted, was, now } = change
  const part = ctx.house.lines.find(({ slug }) => slug === figure.line)?.indicators?.[counted]
  const say = (value: number) => exactWords(value, part?.unit ?? figure.unit)
  const of = figure.denominator === null ? '' : `${part?.title ?? counted}：`
  if (was === 0) return `${of}新计入 ${say(now)}`
  if (now === 0) return `${of}不再计入，原 ${say(was)}`
  return `${of}原 ${say(was)}，现 ${say(now)}`
}

/** Matters of a line in the union that were handled since the report, newest first. */
async function handledSince(ctx: Ctx, row: Row, line: string, at: string): Promise<Behind['records']> {
  const rows = await ctx.tx
    .selectFrom('cases')
    .select(['id', 'number', 'title'])
    .where('federation_id', '=', row.federation_id)
    .where('line', '=', line)
    .where('org_path', '>=', row.org_path)
    .where('org_path', '<', endOf(row.org_path))
    .where('updated_at', '>', at)
    .orderBy('updated_at', 'desc')
    .limit(mostTold)
    .execute()
  return rows.map((one) => ({ ...one, opens: `/${line}/${one.id}`, change: '定稿后办理过' }))
}
