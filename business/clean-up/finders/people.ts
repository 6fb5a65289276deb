import { sql } from 'kysely'
import { RETIREMENT_AGE } from '../rules/kinds.ts'
import { type Finder, grouped } from './found.ts'

type Row = { key: string; title: string; id: string; path: string }
const PARTS = 16

/** Sixteen parts by the last hexadecimal digit of an id: each reads a sixteenth of the people. */
const partOf = (column: string, part: number) => sql`right(${sql.ref(column)}::text, 1) = ${part.toString(16)}`

/** Blind indexes are spread evenly, so a part takes those that begin alike: a range of their index, and no pair cut in two. */
const phoneTwice: Finder = {
  kind: 'phone_twice',
  parts: PARTS,
  find: async (tx, { federationId, part }) => {
    const [from, to] = [part.toString(16), part === PARTS - 1 ? 'g' : (part + 1).toString(16)]
    const { rows } = await sql<Row>`
      with twice as materialized (
        select phone_index from persons where federation_id = ${federationId} and phone_index >= ${from} and phone_index < ${to} and merged_into is null
        group by phone_index having count(*) > 1)
      select min(p.id::text) over (partition by p.phone_index) as key, '同一手机号' as title, p.id, p.org_path as path
      from twice t join persons p on p.federation_id = ${federationId} and p.phone_index = t.phone_index and p.merged_into is null
      order by 1, p.id`.execute(tx)
    return grouped(rows, 'person')
  },
}

/** Two who both have a number of their own are two people for certain. */
const namesake: Finder = {
  kind: 'namesake',
  parts: 1,
  find: async (tx, { federationId }) => {
    const { rows } = await sql<Row>`
      with one as materialized (
        select id, name, birth_on from persons where federation_id = ${federationId} and merged_into is null and id_number_index is null
          and birth_on is not null)
      select least(o.id, p.id)::text || greatest(o.id, p.id)::text as key, '同名同生日' as title, s.id, s.path
      from one o join persons p on p.federation_id = ${federationId} and p.name = o.name and p.birth_on = o.birth_on and p.id <> o.id
          and p.merged_into is null and (p.id_number_index is not null or p.id > o.id)
        join lateral (select o.id as id, q.org_path as path from persons q where q.federation_id = ${federationId} and q.id = o.id
          union all select p.id, p.org_path) s on true
      order by 1, s.id`.execute(tx)
    return grouped(rows, 'person')
  },
}

const overage: Finder = {
  kind: 'overage',
  parts: PARTS,
  find: async (tx, { federationId, today, part }) => {
    const { rows } = await sql<Row>`
      select id::text as key, '超过退休年龄' as title, id, org_path as path from persons
      where federation_id = ${federationId} and membership = 'full' and birth_on < (${today}::date - make_interval(years => ${RETIREMENT_AGE.years}))::date
        and ${partOf('id', part)} order by id`.execute(tx)
    return grouped(rows, 'person')
  },
}

const closedFirmMember: Finder = {
  kind: 'closed_firm_member',
  parts: 1,
  find: async (tx, { federationId }) => {
    const { rows } = await sql<Row>`
      select p.id::text as key, '单位：' || e.name as title, p.id, p.org_path as path
      from enterprises e join persons p on p.federation_id = e.federation_id and p.enterprise_id = e.id and p.membership = 'full'
      where e.federation_id = ${federationId} and e.life in ('moved', 'revoked', 'deregistered') order by p.id`.execute(
      tx,
    )
    return grouped(rows, 'person')
  },
}

export const peopleFinders: readonly Finder[] = [phoneTwice, namesake, overage, closedFirmMember]
