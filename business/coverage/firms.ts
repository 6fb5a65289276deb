import { sql } from 'kysely'
import type { OutputOf, ParsedOf } from '../../kernel/contract/contract.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { type Mark, markIn, pageBy } from '../../kernel/db/keyset.ts'
import { headcountSources } from '../../kernel/enterprises/words.ts'
import type { Column } from '../../kernel/exchange/columns.ts'
import { exportTable, inPages } from '../../kernel/exchange/export.ts'
import { askedOf } from './asked.ts'
import type { contract } from './contract.ts'
import { firmsAt, oneDay } from './rows.ts'
import { type FirmStanding, forms, ratedBands, standings } from './rules/words.ts'

type Page = OutputOf<typeof contract.firms>
type Row = Page['rows'][number]

/** How a firm stands, in the words of the lists. */
const standing = sql<FirmStanding>`case when f.status <> 'counted' then f.status when f.union_id is null then 'uncovered' else 'covered' end`

/** The firms of one list, largest first, after a mark; one more than a page holds. */
function pickedFirms(ctx: Ctx, input: ParsedOf<typeof contract.firms>, mark: Mark | null) {
  const { under, on } = askedOf(ctx, input)
  const { band, form, limit } = input
  return ctx.tx
    .selectFrom(firmsAt(ctx.actor.federationId, oneDay(on), { under, ...(band && { bands: [band] }) }).as('f'))
    .selectAll('f')
    .select(standing.as('standing'))
    .where(standing, '=', input.standing)
    .$if(form !== undefined, (q) => q.where('f.form', '=', form ?? null))
    .$if(mark !== null, (q) =>
      q.where((eb) =>
        eb(eb.refTuple('f.headcount', 'f.enterprise_id'), '<', eb.tuple(Number(mark?.at ?? 0), mark?.id ?? '')),
      ),
    )
    .orderBy('f.headcount', 'desc')
    .orderBy('f.enterprise_id', 'desc')
    .limit(limit + 1)
}

/** The same with their names, unions and members: joined for a page and not for all. */
function namedFirms(ctx: Ctx, input: ParsedOf<typeof contract.firms>, mark: Mark | null) {
  const { federationId } = ctx.actor
  return ctx.tx
    .selectFrom(pickedFirms(ctx, input, mark).as('f'))
    .innerJoin('enterprises as e', (join) =>
      join.on('e.federation_id', '=', federationId).onRef('e.id', '=', 'f.enterprise_id'),
    )
    .leftJoin('orgs as u', (join) => join.on('u.federation_id', '=', federationId).onRef('u.id', '=', 'f.union_id'))
    .leftJoin('enterprise_members as m', (join) =>
      join.on('m.federation_id', '=', federationId).onRef('m.enterprise_id', '=', 'f.enterprise_id'),
    )
    .select(['f.enterprise_id as id', 'e.name', 'f.band', 'f.headcount', 'f.counted_on as countedOn', 'f.source'])
    .select(['f.opened_on as openedOn', 'f.standing', 'f.form', 'f.exclusion_id as exclusionId'])
    .select(['u.name as unionName', 'u.path as unionPath', placeName.as('place')])
    .select(sql<number>`coalesce(m.members, 0)`.as('members'))
    .orderBy('f.headcount', 'desc')
    .orderBy('f.enterprise_id', 'desc')
}

/** One page of the firms behind a rate, largest first: with or without a union, or left out and why. One statement. */
export async function listFirms(ctx: Ctx, input: ParsedOf<typeof contract.firms>): Promise<Page> {
  const mark = markIn(input.after, 'number')
  const rows = await namedFirms(ctx, input, mark).execute()
  const page = pageBy(rows, input.limit, ({ headcount, id }) => ({ at: headcount, id }))
  const isToday = askedOf(ctx, input).on === ctx.today
  return {
    ...page,
    rows: page.rows.map((row) => ({ ...row, members: isToday ? Math.max(0, row.members) : null })),
  }
}

/** Community and street of an enterprise, for a page and not for all. */
export const placeName = sql<string>`coalesce((select concat_ws(' · ', s.short_name, p.short_name) from orgs p
  left join orgs s on s.federation_id = p.federation_id and s.id = p.parent_id and s.kind = 'street'
  where p.federation_id = e.federation_id and p.path = e.org_path), '')`

/** As on the screen; firms only, nobody's name. */
const columns: readonly Column<Row>[] = [
  { title: '单位', width: 34, value: (row) => row.name },
  { title: '地方', width: 20, value: (row) => row.place },
  { title: '规模', width: 10, value: (row) => ratedBands[row.band] },
  { title: '人数', width: 8, kind: 'number', value: (row) => row.headcount },
  { title: '统计日期', width: 12, kind: 'day', value: (row) => row.countedOn },
  { title: '人数来源', width: 10, value: (row) => headcountSources[row.source] },
  { title: '开业日期', width: 12, kind: 'day', value: (row) => row.openedOn },
  { title: '建会', width: 12, value: (row) => standings[row.standing] },
  { title: '形式', width: 10, value: (row) => (row.form ? forms[row.form] : '') },
  { title: '所在工会', width: 34, value: (row) => row.unionName ?? '' },
  { title: '会员', width: 8, kind: 'number', value: (row) => row.members },
]

export async function exportFirms(
  ctx: Ctx,
  { reason, format, ...filter }: ParsedOf<typeof contract.export>,
): Promise<OutputOf<typeof contract.export>> {
  const { on } = askedOf(ctx, filter)
  const { document, rows } = await exportTable(ctx, {
    title: `${standings[filter.standing]}企业名单_截至${on}`,
    line: 'coverage',
    columns,
    rows: inPages((after) => listFirms(ctx, { ...filter, after, limit: 200 })),
    reason,
    format,
  })
  return { documentId: document.id, name: document.name, rows }
}
