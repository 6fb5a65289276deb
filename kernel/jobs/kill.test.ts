import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { afterAll, expect, it } from 'vitest'
import { type Database, openDatabase } from '../db/database.ts'
import { testDatabase } from '../testing/database.ts'
import { createJobs } from './jobs.ts'
import { slowNote } from './killed-process.ts'
import { FEDERATION, houseOn } from './small-house.ts'

const script = fileURLToPath(new URL('./killed-process.ts', import.meta.url))
const server = process.env.TEST_DATABASE_URL
const folder = mkdtempSync(join(tmpdir(), 'nuanfeng-kill-'))
let db: Database | undefined

afterAll(async () => {
  await db?.close()
  rmSync(folder, { recursive: true, force: true })
})

it('after kill -9 every acknowledged job is done exactly once', { timeout: 180_000 }, async () => {
  if (server) db = await testDatabase()
  const child = spawn(process.execPath, [script, ...(db?.url ? ['--url', db.url] : ['--dir', join(folder, 'db')])], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let said = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    said += text
  })
  const gone = once(child, 'exit')
  const isUnderWay = () => said.includes('done') && said.split('\n').length >= 70
  while (!isUnderWay() && child.exitCode === null) await sleep(20)
  child.kill('SIGKILL')
  await gone
  const acknowledged = (said.match(/^\d+$/gm) ?? []).map(Number)
  expect(acknowledged.length).toBeGreaterThan(50)

  db ??= await openDatabase({ dataDir: join(folder, 'db') })
  const before = await written(db)
  expect(before.length).toBeGreaterThan(0)
  expect(before.length).toBeLessThan(acknowledged.length)
  await finish(db, acknowledged.length)
  const after = await written(db)
  expect(new Set(after).size).toBe(after.length)
  expect(acknowledged.filter((n) => !after.includes(n))).toEqual([])
})

/** Another process takes over; on a server it first has to notice that the other one is silent. */
async function finish(on: Database, wanted: number): Promise<void> {
  const clock = () => '2026-01-05T02:00:00.000Z'
  const jobs = createJobs({ db: on, federationId: FEDERATION, clock, isManual: true })
  await jobs.start([slowNote(houseOn(on, jobs, clock), 0)])
  for (let silent = 0; silent < 60; silent += 5) {
    await jobs.runDue()
    if ((await written(on)).length >= wanted) break
    await sleep(5000)
  }
  await jobs.stop()
}

async function written(on: Database): Promise<number[]> {
  const rows = await on.owner.selectFrom('notices').select('title').where('line', '=', 'notes').execute()
  return rows.map((row) => Number(row.title)).sort((a, b) => a - b)
}
