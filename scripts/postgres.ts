import { execFileSync, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { Client } from 'pg'
import { aptInstall, canApt } from './apt.ts'
import { runCommand } from './run-command.ts'

/** Fast and forgetful: what a test database may be and a real one may not. */
const settings = [
  'fsync=off',
  'full_page_writes=off',
  'synchronous_commit=off',
  'wal_level=minimal',
  'max_wal_senders=0',
  'max_connections=200',
  'max_parallel_workers_per_gather=0',
  'shared_buffers=256MB',
  'jit=off',
  'timezone=UTC',
  'log_min_messages=fatal',
  'listen_addresses=127.0.0.1',
]

/**
 * Runs `work` with the URL of a new, empty PostgreSQL (superuser `postgres`, local only) and removes the server and its files afterwards,
 * also when `work` throws or a signal ends this process. Throws when no PostgreSQL can be found or installed.
 */
export async function withPostgres<T>(work: (url: string) => Promise<T>): Promise<T> {
  const bin = await findBin()
  const folder = mkdtempSync(join(tmpdir(), 'nf-pg-'))
  const guarding = guard(folder)
  const running: { stop?: (signal: NodeJS.Signals) => Promise<void> } = {}
  const clear = async (signal: NodeJS.Signals) => {
    await running.stop?.(signal)
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
    guarding.stdin.end()
  }
  const abandon = (signal: NodeJS.Signals) => {
    // Whoever else listens, like runCommand, ends `work` in its own way and the regular path follows.
    if (process.listenerCount(signal) > 1) return
    void clear('SIGQUIT').then(() => process.exit(signal === 'SIGINT' ? 130 : 143))
  }
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const
  for (const signal of signals) process.on(signal, abandon)
  try {
    const server = await start(bin, folder)
    running.stop = server.stop
    await server.ready()
    return await work(server.url)
  } finally {
    await clear('SIGINT')
    for (const signal of signals) process.off(signal, abandon)
  }
}

/** Waits for the end of this process, also by kill -9, then does what it could not: stops the server in `folder` and removes its files. */
const guardScript = `cat >/dev/null
pid=$(head -n 1 "$0/data/postmaster.pid" 2>/dev/null) && kill -QUIT "$pid" 2>/dev/null
for attempt in 1 2 3 4 5 6 7 8 9 10; do rm -rf "$0" 2>/dev/null; [ -e "$0" ] || exit 0; sleep 0.5; done`

const guard = (folder: string) =>
  spawn('sh', ['-c', guardScript, folder], { detached: true, stdio: ['pipe', 'ignore', 'ignore'] })

/** The folder with `postgres` and `initdb`: the newest of Debian's or Homebrew's, or where PATH says; Debian's package as root when missing. */
async function findBin(): Promise<string> {
  const find = () =>
    ['/usr/lib/postgresql', '/opt/homebrew/opt', '/usr/local/opt']
      .filter((base) => existsSync(base))
      .flatMap((base) => readdirSync(base).map((name) => join(base, name, 'bin')))
      .sort((a, b) => b.localeCompare(a, 'en', { numeric: true }))
      .concat((process.env.PATH ?? '').split(delimiter))
      .find((folder) => ['postgres', 'initdb'].every((name) => existsSync(join(folder, name))))
  const found = find() ?? (canApt() && (await aptInstall('postgresql')) ? find() : undefined)
  if (found) return found
  throw new Error(
    'PostgreSQL was not found. Install it (Debian: apt-get install postgresql; macOS: brew install postgresql@18).',
  )
}

/** PostgreSQL refuses to run as root; Debian's package brings a user for it. */
function postgresUser(): { uid: number; gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined
  const id = (flag: string) => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }))
  return { uid: id('-u'), gid: id('-g') }
}

async function start(bin: string, folder: string) {
  const user = postgresUser()
  const password = randomBytes(12).toString('hex')
  const data = join(folder, 'data')
  writeFileSync(join(folder, 'password'), password, { mode: 0o600 })
  if (user) for (const path of [folder, join(folder, 'password')]) chownSync(path, user.uid, user.gid)
  // Its own process group: a Ctrl-C is for the command that uses the server, which must still find it there.
  const options = { ...user, cwd: folder, env: { ...process.env, HOME: folder, LC_ALL: 'C' }, detached: true }
  const secret = ['--auth=scram-sha-256', `--pwfile=${join(folder, 'password')}`]
  const init = ['-D', data, '-U', 'postgres', '--encoding=UTF8', '--locale=C', '--no-sync', ...secret]
  const made = await runCommand(join(bin, 'initdb'), init, { ...options, stdio: ['ignore', 'ignore', 2] })
  if (made !== 0) throw new Error(`initdb ended with ${made}.`)
  const port = await freePort()
  const flags = [...settings, `unix_socket_directories=${folder}`].flatMap((setting) => ['-c', setting])
  const child = spawn(join(bin, 'postgres'), ['-D', data, '-p', String(port), ...flags], {
    ...options,
    stdio: ['ignore', 'ignore', 2],
  })
  const ended = new Promise<void>((resolve) => child.on('close', () => resolve()).on('error', () => resolve()))
  const url = `postgresql://postgres:${password}@127.0.0.1:${port}/postgres`
  const stop = async (signal: NodeJS.Signals) => {
    child.kill(signal)
    const force = setTimeout(() => child.kill('SIGKILL'), 10_000)
    await ended
    clearTimeout(force)
  }
  return { url, stop, ready: () => answers(url, () => child.exitCode === null) }
}

async function answers(url: string, isAlive: () => boolean): Promise<void> {
  for (let attempt = 0; attempt < 300 && isAlive(); attempt++) {
    const client = new Client(url)
    try {
      await client.connect()
      return
    } catch {
      await wait(100)
    } finally {
      await client.end().catch(() => {})
    }
  }
  throw new Error('PostgreSQL did not start; the reason is above.')
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.on('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => (address && typeof address === 'object' ? resolve(address.port) : reject(new Error('no port'))))
    })
  })
}

/** `node scripts/postgres.ts -- command args` runs the command with TEST_DATABASE_URL; without a command the server stays until Ctrl-C. */
if (import.meta.main) {
  const [file, ...args] = process.argv.slice(2).filter((arg, index) => !(index === 0 && arg === '--'))
  process.exitCode = await withPostgres(async (url) => {
    if (!file) {
      console.log(url)
      return new Promise<number>((resolve) => setInterval(() => resolve(0), 2 ** 30))
    }
    console.error(`PostgreSQL is running at ${url.replace(/:[^:@]+@/, '@')}`)
    return runCommand(file, args, { env: { ...process.env, TEST_DATABASE_URL: url } })
  })
}
