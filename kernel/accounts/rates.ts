import { sql } from 'kysely'
import { fail } from '../contract/errors.ts'
import type { Database } from '../db/database.ts'

/** At most `max` in `seconds`. */
export type Limit = { max: number; seconds: number }

/**
 * Counts a knock, in one statement, so that several servers count together. The window follows the database's clock: a replayed day must not hold the
 * door shut for ever.
 * @param key who knocks and at which door; an address or a blind index
 * @throws Failure 429 with `{ retryAfter }` in seconds
 */
export async function countKnock(db: Database, federationId: string, key: string, limit: Limit): Promise<void> {
  const window = sql`make_interval(secs => ${limit.seconds}::int)`
  const isOver = sql`r.since <= clock_timestamp() - ${window}`
  const { rows } = await sql<{ count: number; rest: number }>`
    insert into account_rates as r (federation_id, key, count, since) values (${federationId}, ${key}, 1, clock_timestamp())
    on conflict (federation_id, key) do update set
      count = case when ${isOver} then 1 else least(r.count, ${limit.max}::int) + 1 end,
      since = case when ${isOver} then clock_timestamp() else r.since end
    returning count, ceil(extract(epoch from since + ${window} - clock_timestamp()))::int as rest`.execute(db.owner)
  const row = rows[0]
  if (!row || row.count <= limit.max) return
  const retryAfter = Math.max(1, row.rest)
  fail(429, `操作太频繁，请${waitWords(retryAfter)}后再试`, { retryAfter })
}

function waitWords(seconds: number): string {
  if (seconds < 120) return ` ${seconds} 秒`
  return seconds < 7200 ? ` ${Math.ceil(seconds / 60)} 分钟` : ` ${Math.ceil(seconds / 3600)} 小时`
}
