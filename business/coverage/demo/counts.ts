import { setImmediate } from 'node:timers/promises'
import { sql } from 'kysely'
import { insertRows } from '../../../district/insert.ts'
import type { House } from '../../../kernel/ctx.ts'
import { asOwner, type Tx } from '../../../kernel/db/database.ts'
import { newcomerId, newcomerRows } from './newcomers.ts'
import { type Count, countsOf } from './plan.ts'

const CHUNK = 1_000

const columns = (counts: readonly Count[]) => [
  sql`${counts.map(({ enterpriseId }) => enterpriseId)}::uuid[]`,
  sql`${counts.map(({ on }) => on)}::date[]`,
  sql`${counts.map(({ headcount }) => headcount)}::integer[]`,
  sql`${counts.map(({ source }) => source)}::text[]`,
]

/** Past counts go straight into the history, whose trigger would take one row at a time; every count then ends with the next. */
async function insertPast(tx: Tx, federationId: string, counts: readonly Count[]): Promise<void> {
  await sql`insert into headcounts (federation_id, enterprise_id, counted_on, headcount, source)
    select ${federationId}, * from unnest(${sql.join(columns(counts))})`.execute(tx)
}

const chain = (tx: Tx, federationId: string) =>
  sql`update headcounts h set next_on = n.next_on
    from (select enterprise_id, counted_on, lead(counted_on) over (partition by enterprise_id order by counted_on) as next_on
      from headcounts where federation_id = ${federationId}) n
    where h.federation_id = ${federationId} and h.enterprise_id = n.enterprise_id and h.counted_on = n.counted_on
      and h.next_on is distinct from n.next_on`.execute(tx)

const showLast = (tx: Tx, federationId: string, counts: readonly Count[]) =>
  sql`update enterprises e set headcount = c.headcount, headcount_on = c.on_day, headcount_source = c.source
    from unnest(${sql.join(columns(counts))}) as c (id, on_day, headcount, source)
    where e.federation_id = ${federationId} and e.id = c.id and e.headcount_on < c.on_day`.execute(tx)

/** Counts and newcomers of 2024 until today; 2023 stays as it was. Loaded again, what is there stays. */
export async function loadCounts(house: House, today: string): Promise<void> {
  const { federationId } = house
  const { past, last } = countsOf(today)
  if (!(await isThere(house))) {
    await asOwner(house.db, async (tx) => {
      for (let at = 0; at < past.length; at += CHUNK) await insertPast(tx, federationId, past.slice(at, at + CHUNK))
      await chain(tx, federationId)
      await insertRows(tx, 'enterprises', newcomerRows(federationId, today))
    })
  }
  for (let at = 0; at < last.length; at += CHUNK) {
    await asOwner(house.db, (tx) => showLast(tx, federationId, last.slice(at, at + CHUNK)))
    await setImmediate()
  }
  await tidy(house)
}

async function isThere(house: House): Promise<boolean> {
  const found = await house.db.owner
    .selectFrom('enterprises')
    .select('id')
    .where('federation_id', '=', house.federationId)
    .where('id', '=', newcomerId(0))
    .executeTakeFirst()
  return found !== undefined
}

/** The embedded database neither gathers statistics nor tidies by itself; without either, the figures of a quarter of a million people read every row. */
async function tidy(house: House): Promise<void> {
  for (const table of ['headcounts', 'enterprise_unions', 'enterprise_members', 'enterprises', 'persons']) {
    await sql`vacuum (analyze) ${sql.table(table)}`.execute(house.db.owner)
    await setImmediate()
  }
}
