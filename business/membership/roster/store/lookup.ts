import { type Selectable, sql } from 'kysely'
import type { Day } from '../../../../kernel/calendar/days.ts'
import type { Ctx } from '../../../../kernel/ctx.ts'
import type { Persons } from '../../../../kernel/db/schema.gen.ts'
import type { MembershipKind } from '../../../../kernel/people/membership.ts'
import { personColumns } from './bulk.ts'

/** The record that bears a document number, as far as the sender may know it. */
export type Twin = {
  id: string
  inReach: boolean
  isSameName: boolean
  membership: MembershipKind
  unionId: string | null
  unionTitle: string | null
  memberSince: Day | null
  joinedOn: Day | null
  leftOn: Day | null
  orgPath: string | null
}

export async function findTwins(
  ctx: Ctx,
  wanted: readonly { index: string; name: string }[],
): Promise<Map<string, Twin>> {
  const { rows } = await sql<Twin & { index: string }>`
    select number_index as index, id, in_reach as "inReach", is_same_name as "isSameName", membership, union_id as "unionId", union_title as "unionTitle",
      member_since as "memberSince", joined_on as "joinedOn", left_on as "leftOn", org_path as "orgPath"
    from nf_roster_twins(${wanted.map(({ index }) => index)}::text[], ${wanted.map(({ name }) => name)}::text[])`.execute(
    ctx.tx,
  )
  return new Map(rows.map(({ index, ...twin }) => [index, twin]))
}

const stintColumns = ['id', 'membership', 'union_id', 'member_since', 'joined_on', 'left_on', 'org_path'] as const
const fieldColumns = Object.keys(personColumns) as (keyof typeof personColumns)[]

/** A record in reach with what a roster may change of it. */
export type Known = Pick<Selectable<Persons>, (typeof stintColumns)[number] | keyof typeof personColumns>

/** Records in reach; unless it is only a trial, nobody else may change them until this transaction ends. */
export async function getKnown(ctx: Ctx, ids: readonly string[], isTrial: boolean): Promise<Map<string, Known>> {
  if (ids.length === 0) return new Map()
  const rows = await ctx.tx
    .selectFrom('persons')
    .select([...stintColumns, ...fieldColumns])
    .where('federation_id', '=', ctx.actor.federationId)
    .where(sql<boolean>`id = any(${ids}::uuid[])`)
    .orderBy('id')
    .$if(!isTrial, (q) => q.forNoKeyUpdate())
    .execute()
  return new Map(rows.map((row) => [row.id, row]))
}

/** Who else bears a phone, among those in reach: the smallest and the greatest id tell whether it is anybody but oneself. */
export async function findPhones(ctx: Ctx, indexes: readonly string[]): Promise<Map<string, [string, string]>> {
  if (indexes.length === 0) return new Map()
  const { rows } = await sql<{ index: string; first: string; last: string }>`
    select phone_index as index, min(id::text) as first, max(id::text) as last
    from (select phone_index, id, merged_into from persons
      where federation_id = ${ctx.actor.federationId} and phone_index = any(${indexes}::text[]) offset 0) p
    where merged_into is null group by phone_index`.execute(ctx.tx)
  return new Map(rows.map(({ index, first, last }) => [index, [first, last]]))
}

const likenessOf = (name: string, birthOn: Day, unionId: string) => `${unionId} ${birthOn} ${name}`

/** Is somebody of this name and birthday in the union already, under another number or none? */
export async function findAlike(
  ctx: Ctx,
  wanted: readonly { name: string; birthOn: Day | null; unionId: string }[],
): Promise<(name: string, birthOn: Day | null, unionId: string) => boolean> {
  const asked = wanted.filter(({ birthOn }) => birthOn !== null)
  if (asked.length === 0) return () => false
  // One look-up by name and birthday for each row, whatever the planner believes of a table that is just growing: OFFSET keeps the union out of it.
  const { rows } = await sql<{ name: string; birthOn: Day; unionId: string }>`
    select r.name, r.birth_on as "birthOn", r.union_id as "unionId"
    from unnest(${asked.map(({ name }) => name)}::text[], ${asked.map(({ birthOn }) => birthOn)}::date[], ${asked.map(({ unionId }) => unionId)}::uuid[])
      as r (name, birth_on, union_id)
    where r.union_id = any(array(select p.union_id from persons p
      where p.federation_id = ${ctx.actor.federationId} and p.name = r.name and p.birth_on = r.birth_on offset 0))`.execute(
    ctx.tx,
  )
  const alike = new Set(rows.map((row) => likenessOf(row.name, row.birthOn, row.unionId)))
  return (name, birthOn, unionId) => birthOn !== null && alike.has(likenessOf(name, birthOn, unionId))
}
