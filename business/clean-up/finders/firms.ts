import { sql } from 'kysely'
import { HEADCOUNT_MONTHS } from '../rules/kinds.ts'
import { type Finder, grouped } from './found.ts'

type Row = { key: string; title: string; id: string; path: string }

const firmTwice: Finder = {
  kind: 'firm_twice',
  parts: 1,
  find: async (tx, { federationId }) => {
    const { rows } = await sql<Row>`
      select min(e.id::text) over (partition by e.search_name) as key, e.name as title, e.id, e.org_path as path
      from enterprises e join (select search_name from enterprises where federation_id = ${federationId} and life = 'alive'
        group by search_name having count(*) > 1) t on t.search_name = e.search_name
      where e.federation_id = ${federationId} and e.life = 'alive' order by 1, e.id`.execute(tx)
    return grouped(rows, 'firm')
  },
}

/** Small firms bind nobody to a union, so only those of 25 and more are asked again every year. */
const headcountStale: Finder = {
  kind: 'headcount_stale',
  parts: 1,
  find: async (tx, { federationId, today }) => {
    const { rows } = await sql<Row>`
      select id::text as key, name as title, id, org_path as path from enterprises
      where federation_id = ${federationId} and life = 'alive' and band in ('25-99', '100+')
        and headcount_on < (${today}::date - make_interval(months => ${HEADCOUNT_MONTHS.months}))::date order by id`.execute(
      tx,
    )
    return grouped(rows, 'firm')
  },
}

export const firmFinders: readonly Finder[] = [firmTwice, headcountStale]
