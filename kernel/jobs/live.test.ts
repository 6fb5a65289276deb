import { setTimeout as sleep } from 'node:timers/promises'
import type { PGlite } from '@electric-sql/pglite'
import { afterEach, expect, it, vi } from 'vitest'
import { inTransaction } from '../db/database.ts'
import { createJobs } from './jobs.ts'
import type { RegisteredJob } from './registered.ts'
import { FEDERATION, type SmallHouse, smallHouse } from './small-house.ts'

const standing = { federationId: FEDERATION, scope: '', personId: '', accountId: '' }
let place: SmallHouse
afterEach(() => place.close())

const ask = (data: unknown, job: string) => inTransaction(place.db, standing, (tx) => place.house.later(tx, job, data))

async function until(isSo: () => boolean, milliseconds: number): Promise<void> {
  for (const end = performance.now() + milliseconds; !isSo() && performance.now() < end; ) await sleep(50)
}

it('runs by itself, asks little of the database while idle, and stops without losing what it was doing', async () => {
  const ran: unknown[] = []
  const note: RegisteredJob = { name: 'live.note', title: '记一笔', run: async (data) => void ran.push(data) }
  const hang: RegisteredJob = {
    name: 'live.hang',
    title: '没有回音',
    cron: '0 3 * * *',
    run: () => new Promise(() => ran.push('hangs')),
  }
  place = await smallHouse({ jobs: { isManual: false, stopSeconds: 2 } })
  await place.jobs.start([note, hang])

  await ask(1, 'live.note')
  await until(() => ran.length === 1, 10_000)
  expect(ran).toEqual([1])

  for (let n = 0; n < 60; n++) await ask(n, 'live.note')
  await until(() => ran.length === 61, 10_000)
  expect(new Set(ran).size).toBe(60)
  expect(ran).toHaveLength(61)
  ran.length = 0

  if (place.db.pglite) expect(await statementsASecond(place.db.pglite, 8)).toBeLessThan(4)

  await ask(2, 'live.hang')
  await until(() => ran.length === 1, 10_000)
  const before = performance.now()
  await place.jobs.stop()
  expect(performance.now() - before).toBeLessThan(10_000)

  const next = smallHouseAgain()
  await next.start([{ ...hang, run: note.run }])
  expect(await next.runDue()).toEqual({ done: 1, failed: 0 })
  expect(ran).toEqual(['hangs', 2])
  await next.stop()
})

const smallHouseAgain = () => createJobs({ db: place.db, federationId: FEDERATION, clock: place.clock, isManual: true })

/** What reaches the embedded engine: its one connection is what everybody waits for. */
async function statementsASecond(pglite: PGlite, seconds: number): Promise<number> {
  const spies = [vi.spyOn(pglite, 'query'), vi.spyOn(pglite, 'exec')]
  await sleep(seconds * 1000)
  const count = spies.reduce((sum, spy) => sum + spy.mock.calls.length, 0)
  vi.restoreAllMocks()
  return count / seconds
}
