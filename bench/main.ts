import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { withPostgres } from '../scripts/postgres.ts'
import { startChild } from './child.ts'
import { compare } from './compare.ts'
import { loadLine, tableOf } from './report.ts'

const CONNECTIONS = 16
const PERSONS = 20_000
const say = (line: string) => process.stdout.write(`${line}\n`)

const header = `
ours  the server of this repository, as \`npm start\` builds it: Fastify with helmet, rate limit and metrics; session cookie and post of the street clerk
      李敏; Zod on the way in and out; row-level security; for receive also the idempotency key, sealing, clocks, and the audit chain. On PostgreSQL it
      keeps the plans of short statements and sends independent reads together.
bare  Fastify and the database driver alone: the same SQL statements, recorded from ours at the start and sent one after another, with fresh ids,
      instants and running numbers. It runs as the owner of the tables, past row-level security, without session, rights, Zod, sealing, idempotency
      key and audit, without kept plans or shared round trips; reads have no transaction, receive has a plain BEGIN and COMMIT. The triggers of the tables run for both, and both use the same rows.
Each server is a process of its own, autocannon a third; all on loopback of this machine. Figures are medians of the rounds.`

/** PostgreSQL without fsync, as the tests use it: what is compared is the work of the two servers, not the disk. */
const onPostgres = (folder: string) =>
  withPostgres((url) =>
    compare(
      {
        env: { DATABASE_URL: url, DATABASE_POOL: String(CONNECTIONS), DATA_DIR: folder },
        bare: { url, pool: CONNECTIONS },
        persons: PERSONS,
        connections: CONNECTIONS,
        rounds: 4,
        seconds: 4,
      },
      say,
    ),
  )

/** The embedded database belongs to one process: the plain server gets a copy of the folder. */
async function onEmbedded(folder: string) {
  const env = { DATA_DIR: folder }
  const filling = startChild('ours.ts')
  await filling.ask({ serve: { env, persons: PERSONS } }).finally(filling.stop)
  const dataDir = join(folder, 'copy')
  cpSync(join(folder, 'db'), dataDir, { recursive: true })
  return compare({ env, bare: { dataDir }, persons: PERSONS, connections: CONNECTIONS, rounds: 2, seconds: 3 }, say)
}

/** A folder that goes with this process, also after a Ctrl-C. */
function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'nf-bench-'))
  process.on('exit', () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }))
  return folder
}

process.once('SIGINT', () => process.exit(130))
process.once('SIGTERM', () => process.exit(143))
const started = performance.now()
say(`${cpus().length} cores, ${cpus()[0]?.model ?? 'unknown'}, Node ${process.version}, ${loadLine()}\n${header}`)
for (const run of [onPostgres, onEmbedded]) {
  say('')
  say(tableOf(await run(newFolder())))
  say(loadLine())
}
say(`\n${Math.round((performance.now() - started) / 1000)} seconds in all`)
