import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { afterAll, expect, it } from 'vitest'
import { keysFromFile } from '../crypto/keys.ts'
import { createSealer } from '../crypto/seal.ts'
import { type Database, openDatabase } from '../db/database.ts'
import { testDatabase } from '../testing/database.ts'
import { resumeImports } from './jobs.ts'
import { rowsOfKilled } from './killed-import.ts'
import { runImport } from './run.ts'
import { reopenImports } from './small-imports.ts'

const script = fileURLToPath(new URL('./killed-import.ts', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'nuanfeng-import-kill-'))
let db: Database | undefined

afterAll(async () => {
  await db?.close()
  rmSync(folder, { recursive: true, force: true })
})

it('after kill -9 in the middle another process goes on, and every row is there exactly once', {
  timeout: 180_000,
}, async () => {
  if (process.env.TEST_DATABASE_URL) db = await testDatabase()
  const args = [script, '--dir', folder, ...(db?.url ? ['--url', db.url] : [])]
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] })
  let said = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    said += text
  })
  const gone = once(child, 'exit')
  const chunks = () => said.split('chunk').length - 1
  while (chunks() < 3 && child.exitCode === null) await sleep(2)
  await sleep(Math.random() * 40)
  child.kill('SIGKILL')
  await gone
  expect(said).not.toContain('finished')

  db ??= await openDatabase({ dataDir: join(folder, 'db') })
  const sealer = createSealer(keysFromFile(join(folder, 'keys.json')))
  const place = await reopenImports({ on: db, folder, sealer })
  const id = said.split('\n')[0] ?? ''
  const stood = await place.api().get({ id })
  expect(stood).toMatchObject({ state: 'storing', total: rowsOfKilled })
  expect(stood.position).toBeGreaterThan(0)
  expect(stood.position).toBeLessThan(rowsOfKilled)
  expect(await imported(db)).toBe(stood.position)

  await resumeImports(place.house)
  expect(await db.owner.selectFrom('jobs_outbox').select('job').where('job', '=', 'imports.run').execute()).not.toEqual(
    [],
  )
  for (let silent = 0; silent < 40 && (await place.api().get({ id })).state === 'storing'; silent++) {
    await runImport(place.house, id) // on a server the lease has to fall silent first
    if ((await place.api().get({ id })).state === 'storing') await sleep(1000)
  }
  expect(await place.api().get({ id })).toMatchObject({
    state: 'stored',
    position: rowsOfKilled,
    counts: { added: rowsOfKilled, same: 0 },
  })
  expect(await imported(db)).toBe(rowsOfKilled)
  expect(await place.undo(id)).toMatchObject({ state: 'undone', undone: rowsOfKilled, kept: 0 })
  expect(await imported(db)).toBe(0)
})

const imported = async (on: Database): Promise<number> =>
  (await on.owner.selectFrom('persons').select('id').where('occupation', '=', '操作工').execute()).length
