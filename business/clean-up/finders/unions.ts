import { type RawBuilder, sql } from 'kysely'
import type { Kind } from '../rules/kinds.ts'
import { type Finder, grouped } from './found.ts'

type Row = { key: string; title: string; id: string; path: string }

/** Living base unions to which `holds` applies; `o` is the union. */
const unionsWhere = (kind: Kind, holds: (today: string) => RawBuilder<unknown>): Finder => ({
  kind,
  parts: 1,
  find: async (tx, { federationId, today }) => {
    const { rows } = await sql<Row>`
      select o.id::text as key, o.name as title, o.id, o.path from orgs o
      where o.federation_id = ${federationId} and o.kind = 'enterprise' and o.form is distinct from 'pool' and (o.valid_to is null or o.valid_to > ${today}::date)
        and ${holds(today)} order by o.path`.execute(tx)
    return grouped(rows, 'union')
  },
})

const emptyUnion = unionsWhere(
  'empty_union',
  () => sql`not exists (select from persons p where p.federation_id = o.federation_id and p.union_id = o.id)`,
)

const termExpired = unionsWhere(
  'term_expired',
  (
    today,
  ) => sql`exists (select from union_terms t where t.federation_id = o.federation_id and t.org_id = o.id and t.ended_on is null
    and coalesce(t.extended_to, t.expires_on) < ${today}::date)`,
)

const certificateExpired = unionsWhere(
  'certificate_expired',
  (
    today,
  ) => sql`exists (select from union_certificates c where c.federation_id = o.federation_id and c.org_id = o.id and c.state = 'valid'
    and c.expires_on < ${today}::date)`,
)

/** Only unions whose officers are on record at all: where nobody was ever entered the roster is missing, not the chair. */
const noChair = unionsWhere(
  'no_chair',
  () => sql`exists (select from union_officers a where a.federation_id = o.federation_id and a.org_id = o.id)
    and not exists (select from union_officers a where a.federation_id = o.federation_id and a.org_id = o.id and a.duty = 'chair' and a.to_on is null)`,
)

const deadFirm = unionsWhere(
  'dead_firm',
  () => sql`exists (select from enterprises e where e.federation_id = o.federation_id and e.union_id = o.id)
    and not exists (select from enterprises e where e.federation_id = o.federation_id and e.union_id = o.id and e.life in ('alive', 'suspended', 'lost'))`,
)

const unionTwice: Finder = {
  kind: 'union_twice',
  parts: 1,
  find: async (tx, { federationId }) => {
    const { rows } = await sql<Row>`
      select min(o.id::text) over (partition by o.parent_id, o.name) as key, o.name as title, o.id, o.path
      from orgs o join (select parent_id, name from orgs where federation_id = ${federationId} and valid_to is null
        group by parent_id, name having count(*) > 1) t on t.parent_id = o.parent_id and t.name = o.name
      where o.federation_id = ${federationId} and o.valid_to is null order by 1, o.id`.execute(tx)
    return grouped(rows, 'union')
  },
}

export const unionFinders: readonly Finder[] = [
  emptyUnion,
  termExpired,
  certificateExpired,
  noChair,
  deadFirm,
  unionTwice,
]
