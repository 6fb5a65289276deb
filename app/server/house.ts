import { hkdfSync } from 'node:crypto'
import { join } from 'node:path'
import { clockAhead } from '../../kernel/calendar/clock.ts'
import { dayOf, yearOf } from '../../kernel/calendar/days.ts'
import type { DeadlineRule } from '../../kernel/calendar/deadlines.ts'
import { statutoryDeadlines } from '../../kernel/calendar/statutory.ts'
import { type Keys, keysFromFile, keysFromValues } from '../../kernel/crypto/keys.ts'
import { createSealer } from '../../kernel/crypto/seal.ts'
import type { House } from '../../kernel/ctx.ts'
import type { Database } from '../../kernel/db/database.ts'
import { createFileStore } from '../../kernel/documents/store.ts'
import type { Line } from '../../kernel/line.ts'
import { effectiveCalendar, effectiveRules, readParameters } from '../../kernel/parameters/effective.ts'
import type { Config } from './config.ts'

export type HouseParts = Pick<House, 'db' | 'federationId' | 'sealer' | 'files' | 'clock' | 'later'> & {
  lines: readonly Line[]
}

/** Puts the long-lived parts together; rules and calendar are read from the database, again at every `refresh`. */
export async function assembleHouse(parts: HouseParts): Promise<House> {
  const builtIn: readonly DeadlineRule[] = [
    ...statutoryDeadlines,
    ...parts.lines.flatMap((line) => line.deadlines ?? []),
  ]
  const house: House = { ...parts, rules: builtIn, calendar: effectiveCalendar([], 2023), refresh }
  async function refresh() {
    const parameters = await readParameters(parts.db, parts.federationId)
    house.rules = effectiveRules(builtIn, parameters)
    house.calendar = effectiveCalendar(parameters, yearOf(dayOf(parts.clock())))
  }
  await refresh()
  return house
}

/** The installation's keys: derived from MASTER_KEY when that is given, else from the key file in the data folder. */
export function keysOf(config: Config): Keys {
  if (!config.masterKey) return keysFromFile(join(config.dataDir, 'keys.json'))
  const derive = (use: string) =>
    Buffer.from(hkdfSync('sha256', config.masterKey as Buffer, '', `nuanfeng ${use}`, 32)).toString('base64')
  return keysFromValues({
    dataKeys: `k1:${derive('data')}`,
    indexKey: derive('index'),
    signingSecret: derive('signing'),
  })
}

/** What of the house follows from the configuration alone. */
export function partsOf(config: Config, db: Database, keys: Keys) {
  const sealer = createSealer(keys, config.crypto === 'national' ? 'national' : 'standard')
  const files = createFileStore({ dir: join(config.dataDir, 'files'), sealer, maxBytes: config.uploadMaxBytes })
  return { db, sealer, files, clock: clockAhead(config.mode === 'demonstration' ? config.demoDaysAhead : 0) }
}
