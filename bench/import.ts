import { mkdtempSync, rmSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { withPostgres } from '../scripts/postgres.ts'
import { type Child, startChild } from './child.ts'
import { allRows, apiOf, otherDesk, settled, upload } from './import-drive.ts'
import type { Served } from './import-server.ts'
import { type Sheet, writeSheet } from './import-sheet.ts'
import { loadLine } from './report.ts'

const ROWS = Number(process.env.BENCH_ROWS ?? 100_000)
const PERSONS = 20_000
const goals = { postgres: 8_000, pglite: 5_000, megabytes: 300, p99: 250 }

const say = (line: string) => process.stdout.write(`${line}\n`)
const percentile = (times: readonly number[], share: number) =>
  times.toSorted((a, b) => a - b)[Math.min(times.length - 1, Math.floor(times.length * share))] ?? Number.NaN
const verdict = (isMet: boolean) => (isMet ? 'met' : 'MISSED')
const megabytes = (bytes: number) => bytes / 1024 / 1024

let sheet: Sheet | undefined

/** Brings the same sheet in twice and takes it back, through the server, while somebody else works at another desk. */
async function run(engine: 'postgres' | 'pglite', env: Record<string, string>, folder: string): Promise<void> {
  const child = startChild('import-server.ts')
  try {
    const served = await child.ask<Served>({ serve: { env, persons: PERSONS } })
    sheet ??= await writeSheet(folder, ROWS, served.unit.firm)
    say(
      `\n${served.server}, ${engine === 'pglite' ? 'embedded (PGlite)' : 'a server of its own'}; ${sheet.rows} rows written by ${sheet.writtenBy}; ${PERSONS} persons and 41 000 firms there already`,
    )
    await drive(engine, child, served, sheet)
  } finally {
    await child.stop()
  }
}

async function drive(engine: 'postgres' | 'pglite', child: Child, served: Served, { file, rows, planted }: Sheet) {
  const api = apiOf(served)
  await otherDeskOnce(served)
  const idle = await child.ask<number>({ memory: 'begin' })
  const before = await child.ask<number>({ count: true })
  const first = await bringIn(served, file)
  const peak = await child.ask<number>({ memory: 'peak' })
  const { store, check, times } = first
  const speed = rows / store.seconds
  say(`  checked   ${(rows / check.seconds).toFixed(0)} rows/s (${check.seconds.toFixed(1)} s)`)
  say(
    `  stored    ${speed.toFixed(0)} rows/s (${store.seconds.toFixed(1)} s)   goal ≥ ${goals[engine]} ${verdict(speed >= goals[engine])}`,
  )
  const above = megabytes(peak - idle)
  say(
    `  memory    ${above.toFixed(0)} MB above idle (${megabytes(idle).toFixed(0)} MB)   goal ≤ ${goals.megabytes} ${verdict(above <= goals.megabytes)}`,
  )
  const p99 = percentile(times, 0.99)
  say(
    `  others    p50 ${percentile(times, 0.5).toFixed(0)} ms, p99 ${p99.toFixed(0)} ms, most ${Math.max(...times).toFixed(0)} ms over ${times.length} requests   goal p99 < ${goals.p99} ${verdict(p99 < goals.p99)}`,
  )
  report(await allRows(api, first.id), planted)
  const { counts } = store.done
  const added = (await child.ask<number>({ count: true })) - before
  say(
    `  good rows ${counts.added} added, ${counts.refused} refused, ${counts.warned} with a warning; persons in the register: ${added} more`,
  )
  const second = await bringIn(served, file)
  const again = second.store.done.counts
  say(
    `  again     ${again.added + again.changed} written, ${again.same} the same, ${again.refused} refused; ${(rows / second.store.seconds).toFixed(0)} rows/s`,
  )
  const begun = performance.now()
  await api.undo({ id: first.id, reason: '测速后退回' })
  const undone = await settled(api, first.id, begun)
  const left = (await child.ask<number>({ count: true })) - before
  say(
    `  undone    ${undone.done.undone} rows, ${undone.done.kept} kept, ${left} persons left over; ${(undone.done.undone / undone.seconds).toFixed(0)} rows/s`,
  )
}

/** Plans and caches are warm before anything is measured. */
async function otherDeskOnce(served: Served): Promise<void> {
  const stop = otherDesk(served)
  await new Promise((done) => setTimeout(done, 2000))
  await stop()
}

async function bringIn(served: Served, file: string) {
  const api = apiOf(served)
  const documentId = await upload(served, file)
  const { id } = await api.start({ documentId, line: 'membership', kind: 'members', unitId: served.unit.id })
  await settled(api, id)
  const { columns, fault } = await api.preview({ id })
  if (fault) throw new Error(fault)
  const map = Object.fromEntries(columns.flatMap(({ key, column }) => (column === null ? [] : [[key, column]])))
  await api.map({ id, map })
  await api.check({ id })
  const check = await settled(api, id)
  const stop = otherDesk(served)
  const begun = performance.now()
  await api.store({ id })
  const store = await settled(api, id, begun)
  return { id, check, store, times: await stop() }
}

/** Each planted defect must be told at its row by its code; a good row must be told nothing that keeps it out. */
function report(found: ReadonlyMap<number, string[]>, planted: Sheet['planted']): void {
  const kinds = [...new Set(planted.map(({ code }) => code))].sort()
  const told = kinds.map((kind) => {
    const of = planted.filter(({ code }) => code === kind)
    return `${kind} ${of.filter(({ row }) => found.get(row)?.includes(kind)).length}/${of.length}`
  })
  say(`  defects   ${told.join(', ')}`)
  for (const { row, code } of planted.filter(({ row, code }) => !found.get(row)?.includes(code)))
    say(`            row ${row}: planted ${code}, told ${found.get(row)?.join(' and ') ?? 'nothing'}`)
  const rows = new Set(planted.map(({ row }) => row))
  const others = [...found].filter(([row]) => !rows.has(row))
  say(
    `            ${others.length} rows told of without a planted defect ${[...new Set(others.flatMap(([, codes]) => codes))].join(', ')}`,
  )
}

/** A folder that goes with this process, also after a Ctrl-C. */
function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'nf-bench-import-'))
  process.on('exit', () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }))
  return folder
}

process.once('SIGINT', () => process.exit(130))
process.once('SIGTERM', () => process.exit(143))
const started = performance.now()
const sheets = newFolder()
say(`${cpus().length} cores, ${cpus()[0]?.model ?? 'unknown'}, Node ${process.version}, ${loadLine()}`)
if (process.env.BENCH_ENGINE !== 'pglite')
  await withPostgres((url) =>
    run('postgres', { DATABASE_URL: url, DATABASE_POOL: '16', DATA_DIR: newFolder() }, sheets),
  )
if (process.env.BENCH_ENGINE !== 'postgres') await run('pglite', { DATA_DIR: newFolder() }, sheets)
say(`\n${loadLine()}, ${((performance.now() - started) / 1000).toFixed(0)} s in all`)
