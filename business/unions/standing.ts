import { sql } from 'kysely'
import type { Day } from '../../kernel/calendar/days.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import type { Tx } from '../../kernel/db/database.ts'
import { isRegular } from './rules/standing.ts'

/**
 * Unions (o) with the term (t), the chair (h) and the certificate (c) that held on a day; each at most one, and null where there was none. What came
 * later, or had ended before, does not count.
 */
export const unionsOn = (tx: Tx, federationId: string, day: Day) =>
  tx
    .selectFrom('orgs as o')
    .leftJoin('union_terms as t', (join) =>
      join
        .onRef('t.federation_id', '=', 'o.federation_id')
        .onRef('t.org_id', '=', 'o.id')
        .on('t.from_on', '<=', day)
        .on(({ eb, or }) => or([eb('t.ended_on', 'is', null), eb('t.ended_on', '>', day)])),
    )
    .leftJoin('union_officers as h', (join) =>
      join
        .onRef('h.federation_id', '=', 'o.federation_id')
        .onRef('h.org_id', '=', 'o.id')
        .on('h.duty', '=', 'chair')
        .on('h.from_on', '<=', day)
        .on(({ eb, or }) => or([eb('h.to_on', 'is', null), eb('h.to_on', '>', day)])),
    )
    .leftJoin('union_certificates as c', (join) =>
      join
        .onRef('c.federation_id', '=', 'o.federation_id')
        .onRef('c.org_id', '=', 'o.id')
        .on('c.issued_on', '<=', day)
        .on(({ eb, or }) => or([eb('c.ended_on', 'is', null), eb('c.ended_on', '>', day)])),
    )
    .where('o.federation_id', '=', federationId)

/** The same, only the base unions that were there on that day; the waiting pools of the streets are none. */
export const baseUnionsOn = (tx: Tx, federationId: string, day: Day) =>
  unionsOn(tx, federationId, day)
    .where('o.kind', '=', 'enterprise')
    .where(sql<boolean>`o.form is distinct from 'pool'`)
    .where('o.valid_from', '<=', day)
    .where(({ eb, or }) => or([eb('o.valid_to', 'is', null), eb('o.valid_to', '>', day)]))

/** Last day of the term, extension included. */
export const termUntil = sql<string | null>`coalesce(t.extended_to, t.expires_on)`

/** 规范化 as a condition over `unionsOn`. */
export const regularOn = (day: Day) =>
  sql<boolean>`coalesce(${termUntil} >= ${day}::date and h.id is not null and c.expires_on >= ${day}::date, false)`

export type Standing = {
  orgId: string
  /** The term has begun and not run out, extension included. */
  termValid: boolean
  termUntil: Day | null
  chairId: string | null
  certificateValid: boolean
  certificateUntil: Day | null
  /** All three: 规范化. */
  isRegular: boolean
}

/**
 * How unions stand on a day: term, chair, certificate. One statement, whatever their number; a union out of sight is not in the answer.
 * @param orgIds any unions of the tree @param on default today @returns by the union's id
 */
export async function standingOf(
  ctx: Ctx,
  orgIds: readonly string[],
  on: Day = ctx.today,
): Promise<Map<string, Standing>> {
  if (orgIds.length === 0) return new Map()
  const rows = await unionsOn(ctx.tx, ctx.actor.federationId, on)
    .select(['o.id as orgId', 'h.person_id as chairId', 'c.expires_on as certificateUntil', termUntil.as('termUntil')])
    .where('o.id', 'in', [...orgIds])
    .execute()
  const standings = rows.map(
    (row): Standing => ({
      ...row,
      termValid: row.termUntil !== null && row.termUntil >= on,
      certificateValid: row.certificateUntil !== null && row.certificateUntil >= on,
      isRegular: isRegular(row, on),
    }),
  )
  return new Map(standings.map((standing) => [standing.orgId, standing]))
}
