import { sql } from 'kysely'
import { endOf, requireReach } from '../../kernel/access/permissions.ts'
import { addDays, type Day } from '../../kernel/calendar/days.ts'
import type { OutputOf } from '../../kernel/contract/contract.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import type { Tx } from '../../kernel/db/database.ts'
import { markIn, pageBy } from '../../kernel/db/keyset.ts'
import type { contract } from './contract.ts'
import { permissions } from './permissions.ts'
import { parameterAt } from './rules/parameters.ts'
import type { Input } from './step.ts'

/** Stars held on a day: begun, not run out, not ended before. */
export const starsOn = (tx: Tx, federationId: string, day: Day) =>
  tx
    .selectFrom('star_rating as s')
    .where('s.federation_id', '=', federationId)
    .where('s.state', 'in', ['granted', 'revoked'])
    .where('s.valid_from', '<=', day)
    .where('s.valid_to', '>=', day)
    .where(({ eb, or }) => or([eb('s.ended_on', 'is', null), eb('s.ended_on', '>', day)]))

/** The last day on which a star counts as running out soon. */
export const remindUntil = (day: Day): Day => addDays(day, parameterAt('remindDays', day))

/** The register within reach, by expiry: held, running out, or run out. It is no league: neither points nor order are in it. */
export async function listStars(ctx: Ctx, input: Input<'stars'>): Promise<OutputOf<typeof contract.stars>> {
  requireReach(permissions, 'star-rating.read', ctx.actor)
  const { today, actor } = ctx
  const soon = remindUntil(today)
  const mark = markIn(input.after, 'day')
  const base =
    input.standing === 'expired'
      ? ctx.tx
          .selectFrom('star_rating as s')
          .where('s.federation_id', '=', actor.federationId)
          .where('s.state', '=', 'granted')
          .where('s.ended_on', 'is', null)
          .where('s.valid_to', '<', today)
      : starsOn(ctx.tx, actor.federationId, today).$if(input.standing === 'expiring', (q) =>
          q.where('s.valid_to', '<=', soon),
        )
  const rows = await base
    .innerJoin('orgs as o', (join) =>
      join.onRef('o.federation_id', '=', 's.federation_id').onRef('o.id', '=', 's.org_id'),
    )
    .leftJoin('orgs as up', (join) =>
      join.onRef('up.federation_id', '=', 'o.federation_id').onRef('up.id', '=', 'o.parent_id'),
    )
    .select(['s.id', 's.number', 's.org_id as orgId', 'o.name as orgName'])
    .select([
      sql<string>`coalesce(up.short_name, '')`.as('place'),
      sql<number>`s.stars`.as('stars'),
      sql<string>`s.valid_from`.as('validFrom'),
      sql<string>`s.valid_to`.as('validTo'),
    ])
    .where('s.org_path', '>=', actor.orgPath)
    .where('s.org_path', '<', endOf(actor.orgPath))
    .$if(input.level !== undefined, (q) => q.where('s.stars', '=', input.level ?? 0))
    .$if(mark !== null, (q) =>
      q.where(sql<boolean>`(s.valid_to, s.id) > (${mark?.at ?? ''}::date, ${mark?.id ?? ''}::uuid)`),
    )
    .orderBy('s.valid_to')
    .orderBy('s.id')
    .limit(input.limit + 1)
    .execute()
  const page = pageBy(rows, input.limit, ({ validTo, id }) => ({ at: validTo, id }))
  return {
    ...page,
    rows: page.rows.map((row) => ({
      ...row,
      isExpiring: row.validTo >= today && row.validTo <= soon,
      isExpired: row.validTo < today,
    })),
  }
}

export type Star = { stars: number; validFrom: Day; validTo: Day; ratingId: string }

/**
 * The star that unions held on a day, by the union's id; a union without one, or out of sight, is not in the answer. One statement.
 * @param asOf default today
 */
export async function starOf(ctx: Ctx, orgIds: readonly string[], asOf: Day = ctx.today): Promise<Map<string, Star>> {
  if (orgIds.length === 0) return new Map()
  const rows = await starsOn(ctx.tx, ctx.actor.federationId, asOf)
    .select(['s.org_id as orgId', 's.id as ratingId', 's.stars', 's.valid_from', 's.valid_to'])
    .where('s.org_id', 'in', [...orgIds])
    .orderBy('s.valid_from')
    .execute()
  return new Map(
    rows.map(({ orgId, ratingId, stars, valid_from, valid_to }) => [
      orgId,
      { ratingId, stars: stars ?? 0, validFrom: valid_from ?? asOf, validTo: valid_to ?? asOf },
    ]),
  )
}
