import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { loadDistrict } from '../../district/load.ts'
import { actorAt } from '../../district/officers.ts'
import { statutoryDeadlines } from '../../kernel/calendar/statutory.ts'
import { freshKeys } from '../../kernel/crypto/keys.ts'
import { createSealer } from '../../kernel/crypto/seal.ts'
import type { House } from '../../kernel/ctx.ts'
import { asOwner, type Database } from '../../kernel/db/database.ts'
import { perform } from '../../kernel/http/perform.ts'
import { effectiveCalendar } from '../../kernel/parameters/effective.ts'
import { testDatabase } from '../../kernel/testing/database.ts'
import { contract } from './contract.ts'
import { stories } from './demo/stories.ts'
import { demo } from './demo.ts'
import { line } from './line.ts'
import { pendingOf } from './rules/rounds.ts'

let db: Database
let house: House
let statements = 0
beforeAll(async () => {
  db = await testDatabase()
  const sealer = createSealer(freshKeys())
  await loadDistrict(db, sealer, { persons: 24_000 })
  // Of the house these elections need no more than this.
  house = {
    db,
    sealer,
    clock: () => '2026-11-20T03:00:00.000Z',
    federationId: '440307',
    rules: [...statutoryDeadlines, ...(line.deadlines ?? [])],
    calendar: effectiveCalendar([], 2026),
  } as unknown as House
  await demo.load(house, () => {
    statements += 1
  })
}, 120_000)
afterAll(() => db.close())

const read = async (id: string) =>
  contract.get.output.parse(await perform(house, line, 'get', { id }, { actor: actorAt('440307.003.') }))

describe('the demonstration', () => {
  test('has an election in every state, loaded once', async () => {
    const rows = await asOwner(db, (tx) => tx.selectFrom('elections').select(['id', 'state']).execute())
    expect(statements).toBe(stories.length)
    expect(rows.map(({ state }) => state).sort()).toEqual(stories.map(({ until }) => until).sort())
    expect(await demo.isLoaded(house)).toBe(true)
    await demo.load(house, () => {})
    const again = await asOwner(db, (tx) => tx.selectFrom('elections').select('id').execute())
    expect(again).toHaveLength(rows.length)
  })

  test('has one that waits too long, and clocks that still run', async () => {
    const open = await asOwner(db, (tx) =>
      tx
        .selectFrom('cases')
        .select(['state', 'next_due_at'])
        .where('line', '=', 'elections')
        .where('is_open', '=', true)
        .execute(),
    )
    expect(
      open.filter(({ next_due_at }) => next_due_at !== null && next_due_at < house.clock()).length,
    ).toBeGreaterThan(0)
    expect(
      open.filter(({ next_due_at }) => next_due_at !== null && next_due_at > house.clock()).length,
    ).toBeGreaterThan(3)
  })

  test('shows a tie that waits for its second ballot and a seat left open', async () => {
    const counted = await asOwner(db, (tx) =>
      tx.selectFrom('elections').select('id').where('state', '=', 'counted').execute(),
    )
    const seen = await Promise.all(counted.map(({ id }) => read(id)))
    const pending = seen.flatMap(({ purpose, rounds, candidates }) => pendingOf(purpose, rounds, candidates))
    expect(pending.map(({ kind }) => kind).sort()).toEqual(['again', 'tie'])
  })
})
