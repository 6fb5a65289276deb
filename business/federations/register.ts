import { type RawBuilder, sql } from 'kysely'
import { endOf, isUnder } from '../../kernel/access/permissions.ts'
import type { OutputOf, ParsedOf } from '../../kernel/contract/contract.ts'
import { fail } from '../../kernel/contract/errors.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import type { contract } from './contract.ts'
import { coverage, firmsOf } from './facts.ts'
import type { Mark } from './rules/words.ts'

type Row = OutputOf<typeof contract.register>['rows'][number]
type Flags = { isPilot: boolean; isPoint: boolean; isLinked: boolean }

const heldOn = (table: string, ctx: Ctx) =>
  sql<boolean>`exists (select from ${sql.table(table)} m where m.federation_id = f.federation_id and m.org_id = f.id and m.since_on <= ${ctx.today}::date
    and (m.ended_on is null or m.ended_on > ${ctx.today}::date))`
const isLinked = (ctx: Ctx) =>
  sql<boolean>`exists (select from federation_link_members m join federation_links l on l.federation_id = m.federation_id and l.id = m.link_id
    where m.federation_id = f.federation_id and m.org_id = f.id and (l.ended_on is null or l.ended_on > ${ctx.today}::date))`

const markSql = (mark: Mark, ctx: Ctx): RawBuilder<boolean> =>
  ({
    pilot: heldOn('federation_pilots', ctx),
    point: heldOn('federation_points', ctx),
    linked: isLinked(ctx),
    new_form: sql<boolean>`f.form is not distinct from 'new_form'`,
  })[mark]

/** Where the reader looks: the place asked for, else all in reach. @throws Failure 403 elsewhere */
export function placeAsked(ctx: Ctx, under: string | undefined): string {
  const path = under ?? ctx.actor.orgPath
  return isUnder(path, ctx.actor.orgPath) ? path : fail(403, '只能看本级和下级的工联会，请重新选择地方')
}

/** Columns of a federation, as every list of federations has them. */
const columns = (
  ctx: Ctx,
) => sql`f.id, f.name, f.path, coalesce(u.short_name, '') as street, f.form, f.grade, f.founded_on as "foundedOn", n.firms, n.workers,
  (select count(*)::int from persons p where p.federation_id = f.federation_id and p.org_path >= c.base and p.org_path < c.base_end
    and p.membership = 'full' and p.merged_into is null and (not c.new_form or p.is_new_form)) as members,
  (select count(distinct o.person_id)::int from union_officers o where o.federation_id = f.federation_id and o.org_id = f.id and o.to_on is null
    and o.duty in ('chair', 'vice_chair', 'committee')) as officers,
  pr.office_area as "officeArea", pr.has_account as "hasAccount", ${markSql('pilot', ctx)} as "isPilot", ${markSql('point', ctx)} as "isPoint",
  ${markSql('linked', ctx)} as "isLinked"`

/** The federations that fit `where`, the first `limit` in the order of the tree, in one statement. */
export async function readFederations(ctx: Ctx, where: RawBuilder<unknown>, limit: number): Promise<Row[]> {
  const { rows } = await sql<
    Omit<Row, 'marks'> & Flags
  >`select ${columns(ctx)} from (select * from orgs f where f.federation_id = ${ctx.actor.federationId}
      and f.kind = 'community' and (f.valid_to is null or f.valid_to > ${ctx.today}::date) and ${where} order by f.path limit ${limit}) f
    left join orgs u on u.federation_id = f.federation_id and u.id = f.parent_id
    left join federation_profiles pr on pr.federation_id = f.federation_id and pr.org_id = f.id ${coverage}
    cross join lateral (select count(*)::int as firms, coalesce(sum(e.headcount), 0)::int as workers ${firmsOf(ctx.today)}) n order by f.path`.execute(
    ctx.tx,
  )
  return rows.map(({ isPilot, isPoint, isLinked: linked, ...row }) => ({
    ...row,
    marks: [
      ...(isPilot ? (['pilot'] as const) : []),
      ...(isPoint ? (['point'] as const) : []),
      ...(linked ? (['linked'] as const) : []),
      ...(row.form === 'new_form' ? (['new_form'] as const) : []),
    ],
  }))
}

/** One page of the register, in the order of the tree. */
export async function listFederations(
  ctx: Ctx,
  input: ParsedOf<typeof contract.register>,
): Promise<OutputOf<typeof contract.register>> {
  const path = placeAsked(ctx, input.under)
  const wanted = [
    sql`f.path >= ${path} and f.path < ${endOf(path)}`,
    ...(input.grade === undefined ? [] : [sql`f.grade = ${input.grade}`]),
    ...(input.mark === undefined ? [] : [markSql(input.mark, ctx)]),
    ...(input.text
      ? [sql`(position(${input.text} in f.name) > 0 or starts_with(f.initials, ${input.text.toLowerCase()}))`]
      : []),
    ...(input.after === undefined ? [] : [sql`f.path > ${input.after}`]),
  ]
  const rows = await readFederations(ctx, sql.join(wanted, sql` and `), input.limit + 1)
  const shown = rows.slice(0, input.limit)
  return { rows: shown, next: rows.length > input.limit ? (shown.at(-1)?.path ?? null) : null }
}
