import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { actorOf } from '../../district/cast.ts'
import { districtOfficers } from '../../district/officers.ts'
import { type OpenDistrict, openDistrict } from '../../district/testing.ts'
import { asOwner } from '../../kernel/db/database.ts'
import { perform } from '../../kernel/http/perform.ts'
import { contract } from './contract.ts'
import { stories } from './demo/stories.ts'
import { demo } from './demo.ts'
import { line } from './line.ts'

let district: OpenDistrict
beforeAll(async () => {
  district = await openDistrict(line, 24_000)
  // Every union has had terms of three years since it was founded, as the register of unions gives them.
  await asOwner(district.db, (tx) =>
    sql`insert into union_terms (federation_id, id, org_id, org_path, ordinal, from_on, years, expires_on, ended_on)
      select o.federation_id, gen_random_uuid(), o.id, o.path, n, d, 3, d + 1094, case when n < 3 then d + 1095 end
      from orgs o cross join generate_series(1, 3) n cross join lateral (select date '2020-06-01' + (n - 1) * 1095 as d) x
      where o.kind = 'enterprise' and o.form is distinct from 'pool'`.execute(tx),
  )
  await demo.load(district.house, () => {})
}, 120_000)
afterAll(() => district.close())

describe('the demonstration', () => {
  test('has a rating in every state that lasts, loaded once, one of them late', async () => {
    const open = await district.db.owner
      .selectFrom('cases')
      .selectAll()
      .where('line', '=', 'star-rating')
      .where('created_at', '>=', '2026-01-01')
      .execute()
    expect(open.map(({ state }) => state).sort()).toEqual(stories.map(({ until }) => until).sort())
    const late = open.filter((row) => row.is_open && (row.next_due_at ?? '9') < district.house.clock())
    expect(late).toMatchObject([{ state: 'applied' }])
    expect(await demo.isLoaded(district.house)).toBe(true)
  })

  test('gave stars in each year, of which some have run out', async () => {
    let granted = 0
    for (const year of [2022, 2023, 2024, 2025]) granted += (await district.figure('granted', year)) ?? 0
    expect(granted).toBeGreaterThan(100)
    expect(await district.figure('expired', 2025)).toBeGreaterThan(20)
    const levels = await Promise.all([1, 2, 3, 4, 5].map((level) => district.figure(`stars${level}`, 2025)))
    expect(levels.reduce<number>((sum, value) => sum + (value ?? 0), 0)).toBe(await district.figure('starred', 2025))
    expect(levels.filter((value) => (value ?? 0) > 0).length).toBeGreaterThan(1)
  })

  test('shows a result only where enough have rated', async () => {
    const [, wang] = districtOfficers
    if (!wang) throw new Error('no officer')
    const polls = await district.db.owner.selectFrom('star_rating_polls').select(['rating_id', 'least']).execute()
    const seen = await Promise.all(
      polls.map(async ({ rating_id }) =>
        contract.get.output.parse(
          await perform(district.house, line, 'get', { id: rating_id }, { actor: actorOf(wang) }),
        ),
      ),
    )
    for (const { poll } of seen)
      expect((poll?.results.length ?? 0) > 0).toBe(Boolean(poll?.isOver && poll.voters >= poll.least))
    expect(seen.some(({ poll }) => poll && poll.results.length > 0)).toBe(true)
  })
})
