import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readConfig } from '../../server/config.ts'
import { openSmallHouse, runAlone } from '../small-house.ts'

const server = process.env.TEST_DATABASE_URL
const majorOf = (tool: string) =>
  Number(/(\d+)/.exec(spawnSync(tool, ['--version'], { encoding: 'utf8' }).stdout ?? '')?.[1] ?? 0)

/** pg_dump refuses a server that is newer than itself; such a machine cannot back up, and says so. */
async function canDump(url: string): Promise<boolean> {
  const { rows } = await ask(url, 'show server_version_num')
  return majorOf('pg_dump') >= Math.floor(Number(rows[0]?.server_version_num) / 10_000) && majorOf('pg_restore') > 0
}

async function ask(url: string, statement: string): Promise<pg.QueryResult<Record<string, string>>> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  return client.query(statement).finally(() => client.end())
}

const home = mkdtempSync(join(tmpdir(), 'nf-pg-backup-'))
const names = [`nf_backup_${process.pid}`, `nf_restore_${process.pid}`] as const
const urlOf = (name: string) => Object.assign(new URL(server ?? 'postgres://none'), { pathname: name }).toString()
const isPossible = server !== undefined && (await canDump(server))

beforeAll(async () => {
  if (isPossible) for (const name of names) await ask(server, `create database ${name}`)
})
afterAll(async () => {
  if (isPossible) for (const name of names) await ask(server, `drop database if exists ${name} with (force)`)
  rmSync(home, { recursive: true, force: true })
})

test.runIf(isPossible)(
  'a server is backed up and restored into another database, twice, and what was there is kept',
  async () => {
    const [from, to] = names.map(urlOf) as [string, string]
    const source = await openSmallHouse(join(home, 'source'), { DATABASE_URL: from })
    await source.runWith(
      'Heng-Gang2026',
      'user',
      'add',
      '--username',
      'chen.xm',
      '--name',
      '陈晓梅',
      '--role',
      'street_officer',
      '--org',
      '440307003',
    )
    const backup = join(home, 'backup')
    const outcome = await source.run('backup', backup)
    expect(outcome.text).toContain('账号 1')
    await source.close()
    cpSync(join(home, 'source', 'keys.json'), join(home, 'target', 'keys.json'))

    const target = readConfig({ DATA_DIR: join(home, 'target'), DATABASE_URL: to })
    expect((await runAlone(target, 'restore', backup)).text).toContain('逐条核对无误')
    const again = await runAlone(target, 'restore', backup)
    const restored = await openSmallHouse(join(home, 'target'), { DATABASE_URL: to }, false)
    const users = await restored.house.db.owner.selectFrom('account_users').select('username').execute()
    expect(users).toEqual([{ username: 'chen.xm' }])
    expect((await restored.run('figures', '--year', '2026', '--org', '440307003', '--json')).text).toContain(
      '"org":"440307003"',
    )
    await expect(runAlone(target, 'restore', backup)).rejects.toThrow('请先停止所有服务')
    await restored.close()
    const { rows } = await ask(to, `select nspname from pg_namespace where nspname like 'public_before_%' order by 1`)
    expect(rows).toHaveLength(2)
    expect(again.text).toContain(rows[1]?.nspname)
  },
)

test.runIf(isPossible)('when the load fails, the former data take their place again', async () => {
  const to = urlOf(names[1])
  const target = readConfig({ DATA_DIR: join(home, 'target'), DATABASE_URL: to })
  const before = await ask(to, 'select count(*)::text as n from public.persons')
  await expect(
    runAlone(
      readConfig({ DATA_DIR: join(home, 'target'), DATABASE_URL: to, CRYPTO: 'national' }),
      'restore',
      join(home, 'backup'),
    ),
  ).rejects.toThrow('CRYPTO')
  const path = process.env.PATH
  process.env.PATH = join(home, 'no-tools')
  try {
    await expect(runAlone(target, 'restore', join(home, 'backup'))).rejects.toThrow('没有找到 pg_restore')
  } finally {
    process.env.PATH = path
  }
  expect((await ask(to, 'select count(*)::text as n from public.persons')).rows).toEqual(before.rows)
})
