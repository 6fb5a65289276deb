import { type RawBuilder, sql } from 'kysely'
import type { Day } from '../../../../kernel/calendar/days.ts'
import type { Ctx } from '../../../../kernel/ctx.ts'
import { arraysOf, namesOf, type PersonColumn, personColumns } from './bulk.ts'

const addedColumns = {
  id: 'uuid',
  org_path: 'text',
  name: 'text',
  initials: 'text',
  id_number_sealed: 'text',
  id_number_index: 'text',
  union_id: 'uuid',
  membership: 'text',
  member_since: 'date',
  joined_on: 'date',
  ...personColumns,
} as const

export type AddedRow = Readonly<Record<keyof typeof addedColumns, unknown>> & { id: string }

/**
 * New people, one statement. What is the same for all of them is handed over once: most rows of a roster share a dozen columns.
 * @returns those that went in: a number that somebody else registered meanwhile does not
 */
export async function addPersons(ctx: Ctx, rows: readonly AddedRow[]): Promise<Set<string>> {
  const [first] = rows
  if (!first) return new Set()
  const columns = Object.entries(addedColumns) as [keyof typeof addedColumns, string][]
  const differing = columns.filter(([column]) => column === 'id' || rows.some((row) => row[column] !== first[column]))
  const own = Object.fromEntries(differing)
  const values = columns.map(([column, type]) =>
    column in own ? sql`r.${sql.id(column)}` : sql`${first[column]}::${sql.raw(type)}`,
  )
  const { rows: added } = await sql<{ id: string }>`
    insert into persons (federation_id, ${namesOf(addedColumns)})
    select ${ctx.actor.federationId}, ${sql.join(values)} from unnest(${arraysOf(own, rows)}) as r (${namesOf(own)})
    on conflict do nothing returning id`.execute(ctx.tx)
  return new Set(added.map(({ id }) => id))
}

export type Taking = { person_id: string; union_id: string; kind: 'full' | 'retained'; day: Day }

/** Begins their stints. @returns by person the stint that ended for it, null when there was none; who is missing became a member elsewhere meanwhile */
export async function takePersons(ctx: Ctx, rows: readonly Taking[]): Promise<Map<string, string | null>> {
  if (rows.length === 0) return new Map()
  const columns = { person_id: 'uuid', union_id: 'uuid', kind: 'text', day: 'date' }
  const { rows: taken } = await sql<{ personId: string; pastId: string | null }>`
    select person_id as "personId", past_id as "pastId" from nf_roster_take(${arraysOf(columns, rows)}, ${ctx.today}::date)`.execute(
    ctx.tx,
  )
  return new Map(taken.map(({ personId, pastId }) => [personId, pastId]))
}

export type ChangedRow = { id: string } & Readonly<Partial<Record<PersonColumn, unknown>>>

/** Changes columns that are given and leaves the others, one statement. */
export async function changePersons(ctx: Ctx, rows: readonly ChangedRow[]): Promise<void> {
  if (rows.length === 0) return
  const used = Object.entries(personColumns).filter(([column]) => rows.some((row) => column in row))
  if (used.length === 0) return
  const columns = Object.fromEntries(used)
  const sets: RawBuilder<unknown>[] = used.map(
    ([column]) => sql`${sql.id(column)} = coalesce(r.${sql.id(column)}, p.${sql.id(column)})`,
  )
  await sql`
    update persons p set ${sql.join(sets)} from unnest(${arraysOf({ id: 'uuid', ...columns }, rows)}) as r (id, ${namesOf(columns)})
    where p.federation_id = ${ctx.actor.federationId} and p.id = r.id`.execute(ctx.tx)
}
