import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { actorOf } from '../../district/cast.ts'
import { loadDistrict } from '../../district/load.ts'
import { districtOfficers, leader } from '../../district/officers.ts'
import { standingOf } from '../../kernel/access/actor.ts'
import { fixedClock } from '../../kernel/calendar/clock.ts'
import { freshKeys } from '../../kernel/crypto/keys.ts'
import { createSealer } from '../../kernel/crypto/seal.ts'
import type { House } from '../../kernel/ctx.ts'
import { asOwner, type Database, inTransaction } from '../../kernel/db/database.ts'
import { perform } from '../../kernel/http/perform.ts'
import { total, yearWindow } from '../../kernel/indicators/fold.ts'
import { addToOutbox } from '../../kernel/jobs/outbox.ts'
import { effectiveCalendar } from '../../kernel/parameters/effective.ts'
import { testDatabase } from '../../kernel/testing/database.ts'
import { contract } from './contract.ts'
import { stories } from './demo/stories.ts'
import { demo } from './demo.ts'
import { line } from './line.ts'

let db: Database
let house: House
beforeAll(async () => {
  db = await testDatabase()
  const sealer = createSealer(freshKeys())
  await loadDistrict(db, sealer, { persons: 24_000 })
  // Every union has had terms of three years since it was founded, as the register of unions gives them.
  await asOwner(db, (tx) =>
    sql`insert into union_terms (federation_id, id, org_id, org_path, ordinal, from_on, years, expires_on, ended_on)
      select o.federation_id, gen_random_uuid(), o.id, o.path, n, d, 3, d + 1094, case when n < 3 then d + 1095 end
      from orgs o cross join generate_series(1, 3) n cross join lateral (select date '2020-06-01' + (n - 1) * 1095 as d) x
      where o.kind = 'enterprise' and o.form is distinct from 'pool'`.execute(tx),
  )
  const clock = fixedClock('2026-11-20T03:00:00.000Z')
  // Of the house the demonstration needs no more than this.
  house = {
    db,
    sealer,
    clock,
    federationId: '440307',
    rules: line.deadlines,
    calendar: effectiveCalendar([], 2026),
    later: (tx: Parameters<House['later']>[0], job: string, data: unknown, options = {}) =>
      addToOutbox(tx, '440307', clock(), job, data, options),
  } as unknown as House
  await demo.load(house, () => {})
}, 120_000)
afterAll(() => db.close())

const figure = async (name: string, year: number) =>
  (
    await inTransaction(db, standingOf(actorOf(leader)), (tx) =>
      total(tx, line, name, yearWindow('440307', '440307.', year)),
    )
  ).value

describe('the demonstration', () => {
  test('has a rating in every state that lasts, loaded once, one of them late', async () => {
    const open = await db.owner
      .selectFrom('cases')
      .selectAll()
      .where('line', '=', 'star-rating')
      .where('created_at', '>=', '2026-01-01')
      .execute()
    expect(open.map(({ state }) => state).sort()).toEqual(stories.map(({ until }) => until).sort())
    const late = open.filter((row) => row.is_open && (row.next_due_at ?? '9') < house.clock())
    expect(late).toMatchObject([{ state: 'applied' }])
    expect(await demo.isLoaded(house)).toBe(true)
  })

  test('gave stars in each year, of which some have run out', async () => {
    let granted = 0
    for (const year of [2022, 2023, 2024, 2025]) granted += (await figure('granted', year)) ?? 0
    expect(granted).toBeGreaterThan(100)
    expect(await figure('expired', 2025)).toBeGreaterThan(20)
    const levels = await Promise.all([1, 2, 3, 4, 5].map((level) => figure(`stars${level}`, 2025)))
    expect(levels.reduce<number>((sum, value) => sum + (value ?? 0), 0)).toBe(await figure('starred', 2025))
    expect(levels.filter((value) => (value ?? 0) > 0).length).toBeGreaterThan(1)
  })

  test('shows a result only where enough have rated', async () => {
    const [, wang] = districtOfficers
    if (!wang) throw new Error('no officer')
    const polls = await db.owner.selectFrom('star_rating_polls').select(['rating_id', 'least']).execute()
    const seen = await Promise.all(
      polls.map(async ({ rating_id }) =>
        contract.get.output.parse(await perform(house, line, 'get', { id: rating_id }, { actor: actorOf(wang) })),
      ),
    )
    for (const { poll } of seen)
      expect((poll?.results.length ?? 0) > 0).toBe(Boolean(poll?.isOver && poll.voters >= poll.least))
    expect(seen.some(({ poll }) => poll && poll.results.length > 0)).toBe(true)
  })
})
