import { mkdtempSync, rmSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { readConfig } from '../app/server/config.ts'
import { fillDemonstration } from '../app/server/demonstration.ts'
import { type Furnished, furnish } from '../app/server/furnish.ts'
import { keysOf } from '../app/server/house.ts'
import { openAndMigrate } from '../app/server/open.ts'
import { actorOf } from '../district/cast.ts'
import { actorAt, leader } from '../district/officers.ts'
import { streets } from '../district/tree.ts'
import { type Actor, standingOf } from '../kernel/access/actor.ts'
import { dayOf } from '../kernel/calendar/days.ts'
import { inTransaction } from '../kernel/db/database.ts'
import { perform } from '../kernel/http/perform.ts'
import { total } from '../kernel/indicators/fold.ts'
import { line as figures } from '../kernel/indicators/line.ts'
import { windowsOf } from '../kernel/indicators/windows.ts'
import { withPostgres } from '../scripts/postgres.ts'
import { loadLine, median } from './report.ts'

const ROUNDS = 9
const GOAL = 1_000
const TOP = 10
const groups = [undefined, 'industrial', 'newForm'] as const
const street = streets[2]!
type House = Furnished['house']
type Asked = { period: string; group?: string }

const say = (line: string) => process.stdout.write(`${line}\n`)
const tell = (words: string, ms: number, more = '') =>
  say(`  ${words.padEnd(44)}${ms.toFixed(0).padStart(6)} ms${more}`)

/** The demonstration district with all its people, as `npm start` fills it. */
async function measure(env: Record<string, string>): Promise<void> {
  const config = readConfig({ ...env, LOG_LEVEL: 'error' })
  const opened = await openAndMigrate(config)
  const { house, accounts } = await furnish(config, opened.db, keysOf(config), config.federation, () => {})
  await fillDemonstration(house, accounts, () => {})
  const thisYear = dayOf(house.clock()).slice(0, 4)
  for (const [name, actor] of [
    ['district', actorOf(leader)],
    [`street ${street.name}`, actorAt(street.path)],
  ] as const) {
    for (const period of ['2023', thisYear]) await report(house, `${name}, ${period}`, actor, { period })
    await report(house, `${name}, 2023, new-form workers`, actor, { period: '2023', group: 'newForm' })
    await report(house, `${name}, 2023, industrial workers`, actor, { period: '2023', group: 'industrial' })
  }
  await alone(house, actorOf(leader), '2023')
  for (const period of ['2023', thisYear]) await behind(house, actorOf(leader), period)
  await opened.close()
}

const list = async (house: House, actor: Actor, asked: Asked & { codes?: string[] }) =>
  (await perform(house, figures, 'list', asked, { actor })) as { code: string }[]

async function report(house: House, words: string, actor: Actor, asked: Asked): Promise<void> {
  const times: number[] = []
  let count = 0
  for (let round = 0; round < ROUNDS; round++) {
    const { ms, result } = await timed(() => list(house, actor, asked))
    times.push(ms)
    count = result.length
  }
  const first = times[0]?.toFixed(0)
  const ms = median(times)
  tell(
    words,
    ms,
    `   first ${first}   ${count} figures with last year   goal < ${GOAL} ${ms < GOAL ? 'met' : 'MISSED'}`,
  )
}

/** Each figure by itself: what they cost one by one, and which cost most. */
async function alone(house: House, actor: Actor, period: string): Promise<void> {
  const together = median(await times(3, () => list(house, actor, { period })))
  const each: { code: string; ms: number }[] = []
  for (const { code } of await list(house, actor, { period })) {
    each.push({ code, ms: median(await times(3, () => list(house, actor, { period, codes: [code] }))) })
  }
  const naive = await timed(() => oneByOne(house, actor, period))
  tell(
    'a statement for each figure and year',
    naive.ms,
    `   together ${together.toFixed(0)}, ratio ${(together / naive.ms).toFixed(2)}`,
  )
  for (const { code, ms } of each.toSorted((a, b) => b.ms - a.ms).slice(0, TOP)) tell(`  ${code}`, ms)
}

/** One total after another, this year and last, sharing nothing. */
const oneByOne = (house: House, actor: Actor, period: string) =>
  inTransaction(
    house.db,
    standingOf(actor),
    async (tx) => {
      const place = { federationId: actor.federationId, orgPath: actor.orgPath }
      const { now, before } = windowsOf(period, house.clock())
      for (const line of house.lines) {
        for (const name of Object.keys(line.indicators ?? {})) {
          for (const span of [now, before]) await total(tx, line, name, { ...place, ...span })
        }
      }
    },
    { readOnly: true },
  )

/** What stands behind each figure, for everybody and for each group it can be told for: months of two years, places, and the first page of records. */
async function behind(house: House, actor: Actor, period: string): Promise<void> {
  const each: { words: string; get: number; records: number }[] = []
  const plates = (await perform(house, figures, 'names', {}, { actor })) as { code: string; byGroup: boolean }[]
  for (const { code, byGroup } of plates) {
    for (const group of byGroup ? groups : groups.slice(0, 1)) {
      const asked = group === undefined ? { period, code } : { period, code, group }
      const get = median(await times(3, () => perform(house, figures, 'get', asked, { actor })))
      const records = median(await times(3, () => perform(house, figures, 'records', asked, { actor })))
      each.push({ words: `${code}${group === undefined ? '' : `, ${group}`}`, get, records })
    }
  }
  const isLate = each.filter(({ get, records }) => Math.max(get, records) >= GOAL).length
  tell(`one figure opened, ${period}, median of ${each.length}`, median(each.map(({ get }) => get)))
  for (const { words, get } of each.toSorted((a, b) => b.get - a.get).slice(0, 3)) tell(`  ${words}`, get)
  tell('its first records, median', median(each.map(({ records }) => records)))
  for (const { words, records } of each.toSorted((a, b) => b.records - a.records).slice(0, 3))
    tell(`  ${words}`, records)
  say(`  slower than ${GOAL}: ${isLate}`)
}

async function timed<T>(work: () => Promise<T>): Promise<{ ms: number; result: T }> {
  const begun = performance.now()
  const result = await work()
  return { ms: performance.now() - begun, result }
}

async function times(rounds: number, work: () => Promise<unknown>): Promise<number[]> {
  const all: number[] = []
  for (let round = 0; round < rounds; round++) all.push((await timed(work)).ms)
  return all
}

/** A folder that goes with this process, also after a Ctrl-C. */
function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'nf-bench-figures-'))
  process.on('exit', () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }))
  return folder
}

process.once('SIGINT', () => process.exit(130))
process.once('SIGTERM', () => process.exit(143))
say(`${cpus().length} cores, ${cpus()[0]?.model ?? 'unknown'}, Node ${process.version}, ${loadLine()}`)
const wanted = process.env.BENCH_ENGINE
if (wanted !== 'pglite') {
  say('\nPostgreSQL')
  await withPostgres((url) => measure({ DATABASE_URL: url, DATA_DIR: newFolder() }))
  say(loadLine())
}
if (wanted !== 'postgres') {
  say('\nPGlite')
  await measure({ DATA_DIR: newFolder() })
  say(loadLine())
}
