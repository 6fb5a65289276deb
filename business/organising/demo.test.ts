import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { insertRows } from '../../district/insert.ts'
import { loadDistrict } from '../../district/load.ts'
import { personRow } from '../../district/rows.ts'
import { personsOf } from '../../district/sampling.ts'
import { fixedClock } from '../../kernel/calendar/clock.ts'
import { freshKeys } from '../../kernel/crypto/keys.ts'
import { createSealer } from '../../kernel/crypto/seal.ts'
import type { House } from '../../kernel/ctx.ts'
import { asOwner, type Database } from '../../kernel/db/database.ts'
import { createFileStore } from '../../kernel/documents/store.ts'
import { addToOutbox } from '../../kernel/jobs/outbox.ts'
import { effectiveCalendar } from '../../kernel/parameters/effective.ts'
import { testDatabase } from '../../kernel/testing/database.ts'
import { line as elections } from '../elections/line.ts'
import { castOf } from './demo/scenes.ts'
import { playAll } from './demo/today.ts'
import { demo } from './demo.ts'
import { line } from './line.ts'
import { workflow } from './workflow.ts'

let db: Database
let house: House
const dir = mkdtempSync(join(tmpdir(), 'nuanfeng-founding-'))
beforeAll(async () => {
  db = await testDatabase()
  const sealer = createSealer(freshKeys())
  await loadDistrict(db, sealer, { persons: 1_000 })
  const workers = castOf().flat().flatMap(personsOf)
  await asOwner(db, (tx) =>
    insertRows(
      tx,
      'persons',
      workers.filter(({ n }) => n >= 1_000).map((one) => personRow(one, sealer)),
    ),
  )
  const clock = fixedClock('2026-11-20T03:00:00.000Z')
  house = {
    db,
    federationId: '440307',
    lines: [line, elections],
    sealer,
    files: createFileStore({ dir, sealer, maxBytes: 1024 * 1024 }),
    clock,
    rules: [...(line.deadlines ?? []), ...(elections.deadlines ?? [])],
    calendar: effectiveCalendar([], 2026),
    later: (tx, job, data, options) => addToOutbox(tx, '440307', clock(), job, data, options ?? {}),
    refresh: async () => {},
  }
  await demo.load(house, () => {})
}, 240_000)
afterAll(async () => {
  await db.close()
  rmSync(dir, { recursive: true, force: true })
})

describe('the foundings of 2023', () => {
  test('are the 250 unions of that year, one each, 167 of them of new forms', async () => {
    const rows = await asOwner(db, (tx) =>
      tx
        .selectFrom('organising as o')
        .innerJoin('orgs as u', (join) =>
          join.onRef('u.federation_id', '=', 'o.federation_id').onRef('u.id', '=', 'o.union_id'),
        )
        .select(['o.union_id', 'o.form', 'o.approved_on', 'u.founded_on', 'u.form as unionForm'])
        .where('o.state', '=', 'running')
        .execute(),
    )
    expect([rows.length, new Set(rows.map((row) => row.union_id)).size]).toEqual([250, 250])
    expect(rows.filter(({ form }) => form === 'new_form')).toHaveLength(167)
    expect(rows.filter((row) => row.approved_on !== row.founded_on || row.form !== row.unionForm)).toEqual([])
  })

  test('each has its steps in order', async () => {
    const events = await asOwner(db, (tx) =>
      tx
        .selectFrom('case_events as e')
        .innerJoin('organising as o', (join) =>
          join.onRef('o.federation_id', '=', 'e.federation_id').onRef('o.id', '=', 'e.record_id'),
        )
        .select(['e.record_id', 'e.at', 'e.to_state'])
        .where('o.state', '=', 'running')
        .orderBy('e.record_id')
        .orderBy('e.at')
        .execute(),
    )
    for (const steps of Map.groupBy(events, (event) => event.record_id).values()) {
      expect(steps.map(({ to_state }) => to_state)).toEqual([...workflow.path])
    }
  })
})

describe('the foundings of now', () => {
  test('stand in every state, some late', async () => {
    const cards = await asOwner(db, (tx) =>
      tx.selectFrom('cases').select(['state', 'next_due_at', 'is_open']).where('line', '=', 'organising').execute(),
    )
    expect(new Set(cards.map(({ state }) => state))).toEqual(new Set(Object.keys(workflow.states)))
    expect(cards.some((card) => card.is_open && card.next_due_at !== null && card.next_due_at < house.clock())).toBe(
      true,
    )
  })

  test('loading again after an interruption adds nothing', async () => {
    const count = () => asOwner(db, async (tx) => (await tx.selectFrom('case_events').select('id').execute()).length)
    const before = await count()
    expect(await demo.isLoaded(house)).toBe(true)
    await playAll(house, () => {})
    expect([await count(), before > 3_000]).toEqual([before, true])
  })
})
