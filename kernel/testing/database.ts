import { createHash, randomUUID } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { type Database, openDatabase } from '../db/database.ts'
import { collectMigrations, migrate } from '../db/migrate.ts'

const CACHE = fileURLToPath(new URL('../../.cache/', import.meta.url))

/**
 * A fresh, migrated database for one test file: embedded by default, on the server of TEST_DATABASE_URL when that is set.
 * Migrating happens once; the result is kept under the hash of the migrations (a dump, or a template database) and copied.
 */
export async function testDatabase(): Promise<Database> {
  const server = process.env.TEST_DATABASE_URL
  return server ? copyOnServer(server) : copyEmbedded()
}

const fingerprint = (): string => {
  const hash = createHash('sha256')
  for (const migration of collectMigrations()) hash.update(migration.name + migration.checksum)
  return hash.digest('hex').slice(0, 16)
}

async function copyEmbedded(): Promise<Database> {
  const file = join(CACHE, `pglite-${fingerprint()}.tar`)
  if (!existsSync(file)) {
    const db = await openDatabase({ memory: true })
    await migrate(db)
    const dump = await db.pglite?.dumpDataDir('none')
    await db.close()
    mkdirSync(CACHE, { recursive: true })
    writeFileSync(`${file}.${process.pid}`, Buffer.from((await dump?.arrayBuffer()) ?? new ArrayBuffer(0)))
    renameSync(`${file}.${process.pid}`, file)
  }
  return openDatabase({ memory: true, dump: new Blob([readFileSync(file)]) })
}

async function copyOnServer(server: string): Promise<Database> {
  const template = `nf_template_${fingerprint()}`
  const copy = `nf_test_${randomUUID().replaceAll('-', '')}`
  const admin = new pg.Client({ connectionString: server })
  await admin.connect()
  await admin.query('select pg_advisory_lock(440307)') // one worker builds the template, the others wait
  const { rowCount } = await admin.query('select from pg_database where datname = $1', [template])
  if (!rowCount) await buildTemplate(admin, server, template)
  await admin.query(`create database ${copy} template ${template}`)
  await admin.query('select pg_advisory_unlock(440307)')
  await admin.end()
  const db = await openDatabase({ url: urlOf(server, copy), pool: 8 })
  return { ...db, close: () => closeAndDrop(db, server, copy) }
}

async function buildTemplate(admin: pg.Client, server: string, template: string): Promise<void> {
  await admin.query(`create database ${template}_new`)
  const db = await openDatabase({ url: urlOf(server, `${template}_new`) })
  await migrate(db)
  await db.close()
  await admin.query(`alter database ${template}_new rename to ${template}`)
}

async function closeAndDrop(db: Database, server: string, copy: string): Promise<void> {
  await db.close()
  const admin = new pg.Client({ connectionString: server })
  await admin.connect()
  await admin.query(`drop database if exists ${copy} with (force)`)
  await admin.end()
}

function urlOf(server: string, database: string): string {
  const url = new URL(server)
  url.pathname = `/${database}`
  return url.toString()
}
