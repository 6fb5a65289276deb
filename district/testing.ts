import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Actor, standingOf } from '../kernel/access/actor.ts'
import { fixedClock } from '../kernel/calendar/clock.ts'
import { statutoryDeadlines } from '../kernel/calendar/statutory.ts'
import { type Client, type Contract, client } from '../kernel/contract/contract.ts'
import { freshKeys } from '../kernel/crypto/keys.ts'
import { createSealer, type Sealer } from '../kernel/crypto/seal.ts'
import type { House } from '../kernel/ctx.ts'
import { type Database, inTransaction, type Tx } from '../kernel/db/database.ts'
import { createFileStore } from '../kernel/documents/store.ts'
import { type Call, perform } from '../kernel/http/perform.ts'
import { total, yearWindow } from '../kernel/indicators/fold.ts'
import { addToOutbox } from '../kernel/jobs/outbox.ts'
import type { Line } from '../kernel/line.ts'
import { effectiveCalendar, effectiveRules, readParameters } from '../kernel/parameters/effective.ts'
import { testDatabase } from '../kernel/testing/database.ts'
import { actorOf } from './cast.ts'
import { loadDistrict } from './load.ts'
import { leader } from './officers.ts'
import { loadSmall, small } from './small.ts'

/** A working Monday morning in Shenzhen; the clock stands still there until a test moves it. */
export const MONDAY = '2026-03-02T01:00:00.000Z'

/** A Friday noon at which every line's demonstration is in the middle of things. */
const FRIDAY = '2026-11-20T03:00:00.000Z'

/**
 * The small district with its people, on a database of its own, for one test file. Everything a test does goes through the same door, contract and
 * permissions as the browser: `as(small.riderZhang.actor, line, contract).receive({ … })`.
 */
export const openSmall = (lines: readonly Line[]) => openHouse(small.federationId, lines, MONDAY, loadSmall)

export type OpenDistrict = Awaited<ReturnType<typeof openDistrict>>

/** The demonstration district with the first `persons` of its 260 000 people, as a line's `demo.load` finds it. `figure` is a figure of this line. */
export async function openDistrict(line: Line, persons: number, others: readonly Line[] = []) {
  const opened = await openHouse('440307', [line, ...others], FRIDAY, (db, sealer) =>
    loadDistrict(db, sealer, { persons }),
  )
  const figure = async (name: string, year: number, orgPath = '440307.') => {
    const read = (tx: Tx) => total(tx, line, name, yearWindow('440307', orgPath, year))
    return (await inTransaction(opened.db, standingOf(actorOf(leader)), read)).value
  }
  return { ...opened, figure }
}

async function openHouse(
  federationId: string,
  lines: readonly Line[],
  at: string,
  load: (db: Database, sealer: Sealer) => Promise<unknown>,
) {
  const db = await testDatabase()
  const sealer = createSealer(freshKeys())
  await load(db, sealer)
  const clock = fixedClock(at)
  const dir = mkdtempSync(join(tmpdir(), 'nuanfeng-test-'))
  const files = createFileStore({ dir, sealer, maxBytes: 1024 * 1024 })
  const builtIn = [...statutoryDeadlines, ...lines.flatMap((line) => line.deadlines ?? [])]
  const house: House = {
    db,
    federationId,
    lines,
    sealer,
    files,
    clock,
    rules: builtIn,
    calendar: effectiveCalendar([], 2026),
    later: (tx, job, data, options) => addToOutbox(tx, federationId, clock(), job, data, options ?? {}),
    async refresh() {
      const parameters = await readParameters(db, federationId)
      house.rules = effectiveRules(builtIn, parameters)
      house.calendar = effectiveCalendar(parameters, 2026)
    },
  }
  const as = <C extends Contract>(actor: Actor, line: Line, _contract: C, call: Omit<Call, 'actor'> = {}): Client<C> =>
    client(line.slug, line.contract, (path, input) =>
      perform(house, line, path.split('/').at(-1) ?? '', input, { ...call, actor }),
    ) as unknown as Client<C>
  const close = async () => {
    await db.close()
    rmSync(dir, { recursive: true, force: true })
  }
  return { db, house, clock, as, close }
}
