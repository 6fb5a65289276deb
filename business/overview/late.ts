import { sql } from 'kysely'
import { endOf, isUnder, reachOf, whereReach } from '../../kernel/access/permissions.ts'
import { addMilliseconds } from '../../kernel/calendar/days.ts'
import type { OutputOf, ParsedOf } from '../../kernel/contract/contract.ts'
import { fail } from '../../kernel/contract/errors.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { markIn, pageBy } from '../../kernel/db/keyset.ts'
import type { Schema } from '../../kernel/db/schema.gen.ts'
import type { Line } from '../../kernel/line.ts'
import { depthOf } from '../../kernel/org/path.ts'
import type { contract } from './contract.ts'
import { countLines, countPlaces, sumOf } from './rules/counted.ts'

const SOON_MILLISECONDS = 7 * 86_400_000

/** The place asked for, never beyond the actor's own. @throws Failure 403 */
export function placeIn(ctx: Ctx, place: string | undefined): string {
  const path = place ?? ctx.actor.orgPath
  if (!isUnder(path, ctx.actor.orgPath)) fail(403, '只能看本级和下级工会的数据')
  return path
}

/** Lines with matters that the actor may read. */
const readable = (ctx: Ctx): readonly Line[] =>
  ctx.house.lines.filter((line) => line.workflow && reachOf(line.permissions, `${line.slug}.read`, ctx.actor))

/** A clock of the law is over that has neither been met nor stopped. */
const isPastTheLaw = (now: string) => sql<boolean>`exists (select from deadlines d
  where d.federation_id = cases.federation_id and d.record_id = cases.id and d.clock = 'legal' and d.due_at < ${now}
    and d.met_at is null and d.cancelled_at is null and d.paused_at is null)`

/** Open matters of a place within reach of each line's own `read`, whose nearest clock is over or will be within a week. */
function pressing(ctx: Ctx, place: string) {
  const until = addMilliseconds(ctx.now, SOON_MILLISECONDS)
  return (
    ctx.tx
      .selectFrom('cases')
      .where('federation_id', '=', ctx.actor.federationId)
      .where('is_open', '=', true)
      .where('org_path', '>=', place)
      .where('org_path', '<', endOf(place))
      // The very expression of the index: the first matters by the clock, line by line.
      .where(sql<boolean>`coalesce(next_due_at, 'infinity'::timestamptz) < ${until}`)
      .where((eb) => {
        const lines = readable(ctx).map((line) => {
          const reach = reachOf(line.permissions, `${line.slug}.read`, ctx.actor) ?? 'own'
          return eb.and([eb('line', '=', line.slug), whereReach<Schema, 'cases'>(reach, ctx.actor)(eb)])
        })
        return lines.length > 0 ? eb.or(lines) : eb.lit(false)
      })
  )
}

/** How much is late and how much soon will be, by line and by the unions directly below in official order; two statements. @throws Failure 403 */
export async function lateOf(ctx: Ctx, input: ParsedOf<typeof contract.late>): Promise<OutputOf<typeof contract.late>> {
  const place = placeIn(ctx, input.place)
  const { now } = ctx
  const code = sql<string>`split_part(org_path, '.', ${sql.lit(depthOf(place) + 1)})`
  const [cells, below] = await Promise.all([
    pressing(ctx, place)
      .select(['line', code.as('code')])
      .select(sql<number>`count(*) filter (where next_due_at < ${now})`.as('late'))
      .select(sql<number>`count(*) filter (where next_due_at < ${now} and ${isPastTheLaw(now)})`.as('legal'))
      .select(sql<number>`count(*) filter (where next_due_at >= ${now})`.as('soon'))
      // By position: the depth stands in the text twice, and the database need not see that it is the same.
      .groupBy([sql`1`, sql`2`])
      .execute(),
    unionsBelow(ctx, place),
  ])
  const counted = cells.map((cell) => ({ ...cell, path: cell.code ? `${place}${cell.code}.` : place }))
  return {
    asOf: now,
    total: sumOf(counted),
    lines: countLines(readable(ctx), counted),
    places: countPlaces(below, counted, place),
  }
}

/** Streets of the district, or communities of a street, that are there today, in official order. */
async function unionsBelow(ctx: Ctx, place: string): Promise<{ path: string; name: string }[]> {
  const rows = await ctx.tx
    .selectFrom('orgs')
    .select(['path', 'short_name as name'])
    .where('federation_id', '=', ctx.actor.federationId)
    .where('kind', 'in', ['street', 'community'])
    .where('path', '>', place)
    .where('path', '<', endOf(place))
    .where('valid_from', '<=', ctx.today)
    .where((eb) => eb.or([eb('valid_to', 'is', null), eb('valid_to', '>', ctx.today)]))
    .orderBy('sort')
    .orderBy('path')
    .execute()
  return rows.filter(({ path }) => depthOf(path) === depthOf(place) + 1)
}

const nameAt = (path: 'org_path' | 'unit_path') =>
  sql<string>`coalesce((select o.short_name from orgs o where o.federation_id = cases.federation_id and o.path = ${sql.ref(`cases.${path}`)}), '')`

/** The matters behind those counts, the longest overdue first; one statement. @throws Failure 400 a place in the list that is none, 403 */
export async function listPressing(
  ctx: Ctx,
  input: ParsedOf<typeof contract.matters>,
): Promise<OutputOf<typeof contract.matters>> {
  const { line, when, limit } = input
  const mark = markIn(input.after, 'instant')
  const rows = await pressing(ctx, placeIn(ctx, input.place))
    .select(['id', 'line', 'number', 'title', 'summary', 'state', 'next_due_at as dueAt'])
    .select([nameAt('org_path').as('place'), nameAt('unit_path').as('unit'), isPastTheLaw(ctx.now).as('isLegal')])
    .$if(line !== undefined, (q) => q.where('line', '=', line ?? ''))
    .$if(when === 'soon', (q) => q.where('next_due_at', '>=', ctx.now))
    .$if(when !== 'soon', (q) => q.where('next_due_at', '<', ctx.now))
    .$if(when === 'legal', (q) => q.where(isPastTheLaw(ctx.now)))
    .$if(mark !== null, (q) =>
      q.where((eb) => eb(eb.refTuple('next_due_at', 'id'), '>', eb.tuple(mark?.at ?? '', mark?.id ?? ''))),
    )
    .orderBy('next_due_at')
    .orderBy('id')
    .limit(limit + 1)
    .execute()
  const page = pageBy(rows, limit, ({ dueAt, id }) => ({ at: dueAt ?? ctx.now, id }))
  const shown = page.rows.map(({ state, ...row }) => ({
    ...row,
    dueAt: row.dueAt ?? ctx.now,
    ...titlesOf(ctx, row.line, state),
  }))
  return { ...page, rows: shown }
}

function titlesOf(ctx: Ctx, slug: string, state: string) {
  const line = ctx.house.lines.find((one) => one.slug === slug)
  return { lineTitle: line?.title ?? slug, stateTitle: line?.workflow?.states[state] ?? state }
}
