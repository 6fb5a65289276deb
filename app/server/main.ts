import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import { FolderLocked } from '../../kernel/db/lock.ts'
import { writeServing } from '../../kernel/db/serving.ts'
import { sweepDocuments } from '../../kernel/documents/sweep.ts'
import { importJobs, resumeImports } from '../../kernel/import/jobs.ts'
import { deadlineWatch } from '../../kernel/jobs/deadline-watch.ts'
import { lineJobs, type RegisteredJob } from '../../kernel/jobs/registered.ts'
import { emailChannel } from '../../kernel/notify/channels.ts'
import { consoleMailer, smtpMailer } from '../../kernel/notify/email.ts'
import { notifyJobs } from '../../kernel/notify/nudges.ts'
import { buildServer } from './build.ts'
import { commandRoutes } from './command-routes.ts'
import { type Config, ConfigError, loadEnvFile, readConfig } from './config.ts'
import { fillDemonstration, printLogins } from './demonstration.ts'
import { askFirstRun, federationIn } from './first-run.ts'
import { type Furnished, furnish } from './furnish.ts'
import { keysOf } from './house.ts'
import { type Opened, openAndMigrate } from './open.ts'
import { listenOn } from './port.ts'

const say = (line: string) => process.stdout.write(`${line}\n`)
const webDir = join(import.meta.dirname, '../../dist/web')

/** What must be closed, newest first, when the server stops. */
const closing: (() => Promise<void>)[] = []

async function start(config: Config): Promise<void> {
  say(config.databaseUrl ? '打开 PostgreSQL 数据库……' : `打开内置数据库 ${config.databaseDir} ……`)
  const opened = await openAndMigrate(config)
  closing.unshift(opened.close)
  const keys = keysOf(config)
  if (config.mode === 'empty' && !(await federationIn(opened.db))) {
    await askFirstRun({ config, db: opened.db, keys, webDir, say, closing })
  }
  const federationId =
    config.mode === 'demonstration'
      ? config.federation
      : ((await federationIn(opened.db, config.federation)) ?? config.federation)
  const furnished = await furnish(config, opened.db, keys, federationId, say)
  if (config.mode === 'demonstration') await fillDemonstration(furnished.house, furnished.accounts, say)
  await serve(config, opened, furnished)
}

async function serve(config: Config, _opened: Opened, { house, accounts, jobs }: Furnished): Promise<void> {
  let isReady = false
  const token = randomBytes(32).toString('base64url')
  const app: FastifyInstance = await buildServer({ ...config, house, accounts, webDir, isReady: () => isReady })
  await app.register(commandRoutes({ config, house, accounts, token }))
  closing.unshift(async () => {
    await app.close()
    await jobs.stop()
  })
  const url = await listenOn(app, config, say)
  if (!config.databaseUrl) writeServing(config.dataDir, { url, token })
  const mailer = config.mail.by === 'smtp' ? smtpMailer(config.mail) : consoleMailer(say)
  closing.unshift(async () => mailer.close())
  const channels = [emailChannel(mailer, config.publicUrl ?? url)]
  await jobs.start([
    ...lineJobs(house),
    deadlineWatch(house),
    ...notifyJobs(house, channels),
    ...importJobs(house),
    nightly(house, accounts),
  ])
  await resumeImports(house)
  isReady = true
  printAddresses(config, config.publicUrl ?? url)
}

/** Every night: what has expired goes. */
const nightly = (house: Furnished['house'], accounts: Furnished['accounts']): RegisteredJob => ({
  name: 'house.tidy',
  title: '夜间清理',
  cron: '30 3 * * *',
  run: async () => {
    await accounts.tidy()
    await sweepDocuments(house)
    await house.db.owner
      .deleteFrom('idempotency_keys')
      .where('at', '<', Temporal.Instant.from(house.clock()).subtract({ hours: 48 }).toString())
      .execute()
  },
})

function printAddresses(config: Config, url: string): void {
  say(`\n  服务大厅（职工手机页）  ${url}/`)
  say(`  工作台（工会干部）      ${url}/console`)
  say(`  接口说明                ${url}/api/docs`)
  if (config.mode === 'demonstration') printLogins(say)
  say('\n  按 Ctrl-C 停止；数据保存着，下次几秒就能启动。')
}

/** Ctrl-C once stops cleanly; a second one ends at once. */
function stopOnSignal(): void {
  let isStopping = false
  const stop = async () => {
    if (isStopping) process.exit(1)
    isStopping = true
    say('正在停止……')
    for (const close of closing) await close().catch(() => {})
    process.exit(0)
  }
  process.on('SIGINT', stop)
  process.on('SIGTERM', stop)
}

stopOnSignal()
try {
  loadEnvFile()
  await start(readConfig(process.env, process.argv.slice(2)))
} catch (error) {
  for (const close of closing) await close().catch(() => {})
  if (!(error instanceof ConfigError) && !(error instanceof FolderLocked)) throw error
  process.stderr.write(`${error.message}\n`)
  process.exit(1)
}
