import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { Client } from 'pg'
import { expect, test } from 'vitest'
import { withPostgres } from './postgres.ts'

const script = join(import.meta.dirname, 'postgres.ts')
const isHere = existsSync('/usr/lib/postgresql')
const show = `
  import { Client } from ${JSON.stringify(import.meta.resolve('pg'))}
  const client = new Client(process.env.TEST_DATABASE_URL)
  await client.connect()
  const { rows } = await client.query("select current_setting('data_directory') as folder, pg_backend_pid() as pid")
  console.log(JSON.stringify(rows[0]))
  await client.end()`
const run = (then: string) => [script, '--', process.execPath, '--input-type=module', '-e', show + then]

const isAlive = (pid: number) => {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

test.runIf(isHere)('the database is empty, speaks UTC and UTF-8, and is gone afterwards', async () => {
  const seen = await withPostgres(async (url) => {
    const client = new Client(url)
    await client.connect()
    const { rows } = await client.query<{ folder: string; zone: string; encoding: string; tables: string }>(
      `select current_setting('data_directory') as folder, current_setting('timezone') as zone,
              current_setting('server_encoding') as encoding,
              (select count(*) from pg_tables where schemaname = 'public') as tables`,
    )
    await client.end()
    return { url, ...rows[0] }
  })
  expect(seen).toMatchObject({ zone: 'UTC', encoding: 'UTF8', tables: '0' })
  expect(existsSync(seen.folder ?? '/')).toBe(false)
  await expect(new Client(seen.url).connect()).rejects.toThrow('ECONNREFUSED')
})

test.runIf(isHere)('when the work fails its error comes through and the server is gone all the same', async () => {
  let url = ''
  const work = withPostgres(async (given) => {
    url = given
    throw new Error('the work failed')
  })
  await expect(work).rejects.toThrow('the work failed')
  await expect(new Client(url).connect()).rejects.toThrow('ECONNREFUSED')
})

test.runIf(isHere)('a command gets TEST_DATABASE_URL and its exit code is the result', async () => {
  const child = spawn(process.execPath, run('; process.exitCode = 7'), { stdio: ['ignore', 'pipe', 'ignore'] })
  const [[out], [code]] = await Promise.all([once(child.stdout, 'data'), once(child, 'exit')])
  expect(code).toBe(7)
  expect(existsSync(JSON.parse(String(out)).folder)).toBe(false)
})

const until = async (isSo: () => boolean) => {
  for (let attempt = 0; attempt < 100 && !isSo(); attempt++) await wait(50)
  return isSo()
}

test.runIf(isHere).each(['SIGINT', 'SIGTERM', 'SIGKILL'] as const)(
  '%s ends the server and its files',
  async (signal) => {
    const child = spawn(process.execPath, run('; setTimeout(() => {}, 5000)'), { stdio: ['ignore', 'pipe', 'ignore'] })
    const [out] = await once(child.stdout, 'data')
    const { folder } = JSON.parse(String(out))
    const [pid] = readFileSync(join(folder, 'postmaster.pid'), 'utf8').split('\n')
    expect(isAlive(Number(pid))).toBe(true)
    child.kill(signal)
    await once(child, 'exit')
    expect(await until(() => !isAlive(Number(pid)))).toBe(true)
    expect(await until(() => !existsSync(dirname(folder)))).toBe(true)
  },
)
