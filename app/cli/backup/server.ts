import { spawn } from 'node:child_process'
import { createReadStream } from 'node:fs'
import { join } from 'node:path'
import type { Readable, Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import { fail } from '../../../kernel/contract/errors.ts'
import type { Sealer } from '../../../kernel/crypto/seal.ts'
import type { Database } from '../../../kernel/db/database.ts'
import { kyselyOn } from '../../../kernel/db/driver.ts'
import type { Schema } from '../../../kernel/db/schema.gen.ts'
import { contextOf, countRows, databaseFile, type Part, type Rows } from './manifest.ts'
import { writePart } from './parts.ts'

/** A PostgreSQL server through its own tools, under one snapshot with the counts. @throws Failure 422 when `pg_dump` is missing or refuses */
export async function dumpServer(
  db: Database,
  url: string,
  sealer: Sealer,
  dir: string,
  id: string,
): Promise<{ part: Part; rows: Rows }> {
  const connection = await db.source.acquire()
  try {
    await connection.begin('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY')
    const rows = await countRows(kyselyOn<Schema>(connection))
    const answer = await connection.run('select pg_export_snapshot() as name')
    const snapshot = (answer.rows[0] as { name: string }).name
    const tool = start('pg_dump', ['--format=custom', '--no-owner', `--snapshot=${snapshot}`], url)
    const [part] = await Promise.all([
      writePart(tool.output, dir, databaseFile, sealer.encryptStream(contextOf(id))),
      tool.ended,
    ])
    return { part, rows }
  } finally {
    await connection.rollback().catch(() => {})
    await db.source.release(connection)
  }
}

/** Loads the dump into the empty `public`; all of it or nothing. @throws Failure 422 */
export async function loadServer(url: string, sealer: Sealer, dir: string, id: string): Promise<void> {
  const database = decodeURIComponent(new URL(url).pathname.slice(1))
  const tool = start(
    'pg_restore',
    ['--no-owner', '--single-transaction', '--exit-on-error', `--dbname=${database}`],
    url,
  )
  const fed = pipeline(
    createReadStream(join(dir, databaseFile)),
    sealer.decryptStream(contextOf(id)),
    tool.input,
  ).catch((error: unknown) => {
    tool.stop()
    throw error
  })
  const [ended, sent] = await Promise.allSettled([tool.ended, fed])
  // A tool that gives up closes its input: its own reason says more than the broken pipe.
  if (ended.status === 'rejected') throw ended.reason
  if (sent.status === 'rejected') throw sent.reason
}

type Tool = { output: Readable; input: Writable; ended: Promise<void>; stop(): void }

/** Starts a tool of PostgreSQL. The address travels by environment: a command line can be read by everybody on the machine. */
function start(name: 'pg_dump' | 'pg_restore', args: string[], url: string): Tool {
  const child = spawn(name, args, { env: { ...process.env, ...environmentOf(url) }, stdio: ['pipe', 'pipe', 'pipe'] })
  let complaint = ''
  child.stderr.on('data', (text) => {
    complaint = `${complaint}${text}`.slice(-2000)
  })
  const ended = new Promise<void>((resolve, reject) => {
    const refuse = (words: string) => reject(refusalOf(words))
    child.on('error', () =>
      refuse(
        `没有找到 ${name}：请在这台机器上安装 PostgreSQL 客户端（Debian/Ubuntu：apt-get install postgresql-client；版本不低于数据库服务器），再执行一次。`,
      ),
    )
    child.on('close', (code) =>
      code === 0
        ? resolve()
        : refuse(
            `${name} 没有成功：${lastLine(complaint) || `退出码 ${code}`}。提示版本不符时，请安装与数据库服务器同版本的 PostgreSQL 客户端。`,
          ),
    )
  })
  ended.catch(() => {}) // whoever starts a tool awaits it; until then its failure is not unhandled
  child.stdin.on('error', () => {})
  if (name === 'pg_dump') child.stdin.end()
  else child.stdout.resume()
  return { output: child.stdout, input: child.stdin, ended, stop: () => child.kill('SIGKILL') }
}

function refusalOf(words: string): unknown {
  try {
    return fail(422, words)
  } catch (failure) {
    return failure
  }
}

const lastLine = (text: string): string => text.trim().split('\n').at(-1) ?? ''

function environmentOf(address: string): Record<string, string> {
  const url = new URL(address)
  const found = {
    PGHOST: url.searchParams.get('host') ?? url.hostname.replace(/^\[|\]$/g, ''),
    PGPORT: url.port,
    PGUSER: decodeURIComponent(url.username),
    PGPASSWORD: decodeURIComponent(url.password),
    PGDATABASE: decodeURIComponent(url.pathname.slice(1)),
    PGSSLMODE: url.searchParams.get('sslmode') ?? '',
  }
  return Object.fromEntries(Object.entries(found).filter(([, value]) => value !== ''))
}

const schemas = ['public', 'pgboss'] as const

/** Runs statements on a connection of its own, all or none. */
export async function onServer<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query('begin')
    const result = await work(client)
    await client.query('commit')
    return result
  } finally {
    await client.end()
  }
}

/** Waits a moment for connections that are just being closed. @throws Failure 409 when somebody else is connected to the database */
export async function requireAlone(client: pg.Client): Promise<void> {
  const others = `select count(*)::int as n from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid() and backend_type = 'client backend'`
  for (let turn = 0; ; turn++) {
    await client.query('select pg_stat_clear_snapshot()')
    const { rows } = await client.query<{ n: number }>(others)
    const n = rows[0]?.n ?? 0
    if (n === 0) return
    if (turn === 20) fail(409, `数据库还有 ${n} 个连接在用。请先停止所有服务（Ctrl-C 或 systemctl stop），再恢复。`)
    await wait(100)
  }
}

/** Renames what is there (`public` → `public_before_…`) and makes an empty `public`; nothing is deleted. Returns the new names. */
export async function moveSchemasAside(client: pg.Client, suffix: string): Promise<string[]> {
  const moved = await renameSchemas(
    client,
    (name) => name,
    (name) => `${name}_${suffix}`,
  )
  await client.query('create schema public; grant usage on schema public to public, nuanfeng_app')
  return moved
}

/** The way back after a failed load: what was loaded is kept under `…_failed`, the former data take their places again. */
export async function moveSchemasBack(client: pg.Client, suffix: string): Promise<void> {
  await renameSchemas(
    client,
    (name) => name,
    (name) => `${name}_${suffix}_failed`,
  )
  await renameSchemas(
    client,
    (name) => `${name}_${suffix}`,
    (name) => name,
  )
}

async function renameSchemas(
  client: pg.Client,
  from: (name: string) => string,
  to: (name: string) => string,
): Promise<string[]> {
  const moved: string[] = []
  for (const schema of schemas) {
    const { rowCount } = await client.query('select from pg_namespace where nspname = $1', [from(schema)])
    if (!rowCount) continue
    await client.query(
      `alter schema ${client.escapeIdentifier(from(schema))} rename to ${client.escapeIdentifier(to(schema))}`,
    )
    moved.push(to(schema))
  }
  return moved
}
