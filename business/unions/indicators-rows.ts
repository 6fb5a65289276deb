import { type RawBuilder, sql } from 'kysely'
import { endOf } from '../../kernel/access/permissions.ts'
import type { Day } from '../../kernel/calendar/days.ts'
import type { Rows } from '../../kernel/indicators/define.ts'
import { heldBetween, heldWhere } from '../../kernel/indicators/held.ts'
import { committeeDuties } from './officers-stats.ts'
import { technicalLevels, technicalLevelsOn } from './rules/technical.ts'

const midnight = (column: string) => sql<string>`(${sql.ref(column)}::timestamp at time zone 'Asia/Shanghai')`
const none = sql<number>`0::bigint`

/** The days on which any of a union's terms, chairs or certificates held, as bits by union. */
const byUnion = (
  table: 'union_terms' | 'union_officers' | 'union_certificates',
  [federationId, orgPath]: readonly [string, string],
  held: Record<string, RawBuilder<number>>,
  only: RawBuilder<unknown> = sql`true`,
) => {
  const columns = Object.entries(held).map(([name, bits]) => sql`bit_or(${bits}) as ${sql.id(name)}`)
  return sql<
    { org_id: string } & Record<string, number | null>
  >`(select x.org_id, ${sql.join(columns)} from ${sql.table(table)} x
    where x.federation_id = ${federationId} and x.org_path >= ${orgPath} and x.org_path < ${endOf(orgPath)} and ${only} group by x.org_id)`
}

const validUntil = sql`(coalesce(x.extended_to, x.expires_on) + 1)`
const ended = sql`x.ended_on`

/** Terms, chairs and certificates as of each of the days; one that was followed by another held until that one came. */
const standings = (place: readonly [string, string], days: readonly Day[]) => ({
  terms: byUnion('union_terms', place, {
    valid: heldBetween(days, sql`x.from_on`, sql`least(${ended}, ${validUntil})`),
    expired: heldBetween(days, sql`greatest(x.from_on, ${validUntil})`, ended),
  }),
  chairs: byUnion(
    'union_officers',
    place,
    { held: heldBetween(days, sql`x.from_on`, sql`x.to_on`) },
    sql`x.duty = 'chair'`,
  ),
  certificates: byUnion('union_certificates', place, {
    held: heldBetween(days, sql`x.issued_on`, sql`least(${ended}, x.expires_on + 1)`),
  }),
})

/** The base unions with the days on which each was there, and what of 规范化 it had on them. The waiting pools of the streets are no unions. */
export const baseUnions: Rows = (tx, federationId, _asOf, _from, { days, orgPath }) => {
  const { terms, chairs, certificates } = standings([federationId, orgPath], days)
  const isThere = heldBetween(days, sql`o.valid_from`, sql`o.valid_to`)
  const [valid, expired, chair, certificate] = ['t.valid', 't.expired', 'h.held', 'c.held'].map(
    (column) => sql`coalesce(${sql.ref(column)}, ${none})`,
  )
  return tx
    .selectFrom('orgs as o')
    .leftJoin(terms.as('t'), 't.org_id', 'o.id')
    .leftJoin(chairs.as('h'), 'h.org_id', 'o.id')
    .leftJoin(certificates.as('c'), 'c.org_id', 'o.id')
    .select(['o.id as record', 'o.path as org_path', midnight('o.valid_from').as('at'), sql<number>`1`.as('value')])
    .select([
      isThere.as('is_there'),
      sql<number>`${isThere} & ${valid} & ${chair} & ${certificate}`.as('is_regular'),
      sql<number>`${isThere} & ${expired}`.as('is_expired'),
      sql<number>`${isThere} & ~${chair}`.as('has_no_chair'),
      sql<number>`${isThere} & ${certificate}`.as('is_certified'),
    ])
    .where('o.federation_id', '=', federationId)
    .where('o.kind', '=', 'enterprise')
    .where(sql<boolean>`o.form is distinct from 'pool'`)
}

/** Told of whoever holds the office, also out of reach: a street and its district count alike. The first two conditions name the few who have a level. */
const hasLevel = (federationId: string, levels: readonly string[]) =>
  sql`f.person_id in (select g.id from person_groups g where g.federation_id = ${federationId} and g.skill_level <> '' and g.skill_level <> 'none'
    and g.skill_level in (${sql.join([...levels])}))`

/** The days on which a person's level counts as a technical worker's; which levels do has changed. */
function technicalOn(federationId: string, days: readonly Day[]): RawBuilder<number> {
  const versions = technicalLevels.filter((version) => days.some((day) => technicalLevelsOn(day) === version))
  return sql<number>`(${sql.join(
    versions.map(
      (version) =>
        sql`case when ${hasLevel(federationId, version.levels)} then ${heldWhere(days, (day) => technicalLevelsOn(day) === version)} else 0 end`,
    ),
    sql` | `,
  )})`
}

/** Offices of committees and of delegates with the days on which each was held, one row for each; the person tells how many people they are. */
export const offices: Rows = (tx, federationId, _asOf, _from, { days }) => {
  const isHeld = heldBetween(days, sql`f.from_on`, sql`f.to_on`)
  return tx
    .selectFrom('union_officers as f')
    .select(['f.org_id as record', 'f.org_path', midnight('f.from_on').as('at'), sql<number>`1`.as('value')])
    .select(['f.person_id as subject', 'f.person_id as person', 'f.duty'])
    .select([isHeld.as('is_held'), sql<number>`${isHeld} & ${technicalOn(federationId, days)}`.as('is_technical')])
    .where('f.federation_id', '=', federationId)
    .where('f.duty', 'in', [...committeeDuties, 'delegate'])
    .where('f.from_on', '<=', days.at(-1) ?? '')
    .where(sql<boolean>`(f.to_on is null or f.to_on > ${days[0]}::date)`)
}
