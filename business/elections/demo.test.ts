import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { actorAt } from '../../district/officers.ts'
import { type OpenDistrict, openDistrict } from '../../district/testing.ts'
import { asOwner } from '../../kernel/db/database.ts'
import { perform } from '../../kernel/http/perform.ts'
import { contract } from './contract.ts'
import { stories } from './demo/stories.ts'
import { demo } from './demo.ts'
import { line } from './line.ts'
import { pendingOf } from './rules/rounds.ts'

let district: OpenDistrict
let statements = 0
beforeAll(async () => {
  district = await openDistrict(line, 24_000)
  await demo.load(district.house, () => {
    statements += 1
  })
}, 120_000)
afterAll(() => district.close())

const read = async (id: string) =>
  contract.get.output.parse(await perform(district.house, line, 'get', { id }, { actor: actorAt('440307.003.') }))

describe('the demonstration', () => {
  test('has an election in every state, loaded once', async () => {
    const rows = await asOwner(district.db, (tx) => tx.selectFrom('elections').select(['id', 'state']).execute())
    expect(statements).toBe(stories.length)
    expect(rows.map(({ state }) => state).sort()).toEqual(stories.map(({ until }) => until).sort())
    expect(await demo.isLoaded(district.house)).toBe(true)
    await demo.load(district.house, () => {})
    const again = await asOwner(district.db, (tx) => tx.selectFrom('elections').select('id').execute())
    expect(again).toHaveLength(rows.length)
  })

  test('has one that waits too long, and clocks that still run', async () => {
    const open = await asOwner(district.db, (tx) =>
      tx
        .selectFrom('cases')
        .select(['state', 'next_due_at'])
        .where('line', '=', 'elections')
        .where('is_open', '=', true)
        .execute(),
    )
    expect(
      open.filter(({ next_due_at }) => next_due_at !== null && next_due_at < district.house.clock()).length,
    ).toBeGreaterThan(0)
    expect(
      open.filter(({ next_due_at }) => next_due_at !== null && next_due_at > district.house.clock()).length,
    ).toBeGreaterThan(3)
  })

  test('shows a tie that waits for its second ballot and a seat left open', async () => {
    const counted = await asOwner(district.db, (tx) =>
      tx.selectFrom('elections').select('id').where('state', '=', 'counted').execute(),
    )
    const seen = await Promise.all(counted.map(({ id }) => read(id)))
    const pending = seen.flatMap(({ purpose, rounds, candidates }) => pendingOf(purpose, rounds, candidates))
    expect(pending.map(({ kind }) => kind).sort()).toEqual(['again', 'tie'])
  })
})
