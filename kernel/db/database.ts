import type { PGlite } from '@electric-sql/pglite'
import type { Kysely } from 'kysely'
import { kyselyOn, kyselyOver, type Source } from './driver.ts'
import { dateParsers, houseParsers } from './parsers.ts'
import { insideTransaction, openPGlite, pgliteSource } from './pglite.ts'
import type { Schema } from './schema.gen.ts'
import { serverSource } from './server.ts'

/** What a handler gets: the open transaction, bound by row-level security. */
export type Tx = Kysely<Schema>

/** As whom a transaction runs. Empty scope and person reach nothing. */
export type Standing = {
  federationId: string
  scope: string
  personId: string
  accountId: string
  mayReadAudit?: boolean
}

export type Database = {
  engine: 'pglite' | 'postgres'
  /** The owner's connection, past row-level security: migrations, accounts, jobs, loading. Never handed to a line. */
  owner: Kysely<Schema>
  /** The same for libraries that expect `Date` objects. */
  ownerWithDates: Kysely<Schema>
  source: Source
  pglite?: PGlite
  url?: string
  close(): Promise<void>
}

export type Where = { url: string; pool?: number } | { dataDir: string } | { memory: true; dump?: Blob }

/** Opens the database: a PostgreSQL server by address, or the embedded one in a folder or in memory. */
export async function openDatabase(where: Where): Promise<Database> {
  if ('url' in where) {
    const sourceFor = serverSource(where.url, where.pool ?? 16)
    return assemble('postgres', sourceFor(houseParsers), serverSource(where.url, 4)(dateParsers), { url: where.url })
  }
  const pglite = await openPGlite('dataDir' in where ? { dataDir: where.dataDir } : { loadDataDir: where.dump })
  const sourceFor = pgliteSource(pglite)
  return assemble('pglite', sourceFor(houseParsers), sourceFor(dateParsers), { pglite })
}

function assemble(
  engine: Database['engine'],
  source: Source,
  datesSource: Source,
  extra: { pglite?: PGlite; url?: string },
): Database {
  return {
    engine,
    source,
    owner: kyselyOver<Schema>(source),
    ownerWithDates: kyselyOver<Schema>(datesSource),
    ...extra,
    async close() {
      await source.close()
      await datesSource.close()
      await extra.pglite?.close()
    },
  }
}

/**
 * Runs `work` in one transaction under the application role, bound by row-level security to `standing`.
 * Opening (begin, role, settings) is one round trip. Commits when `work` returns, rolls back when it throws.
 * `count` receives the number of statements the transaction took.
 */
export async function inTransaction<T>(
  db: Database,
  standing: Standing,
  work: (tx: Tx) => Promise<T>,
  options: { readOnly?: boolean; count?: (statements: number) => void } = {},
): Promise<T> {
  const isReading = options.readOnly ?? false
  return withTransaction(db, opening(standing, isReading), work, options.count, isReading && db.engine === 'postgres')
}

/** The same past row-level security, as the owner: loading, jobs that span the federation. */
export function asOwner<T>(db: Database, work: (tx: Tx) => Promise<T>): Promise<T> {
  return withTransaction(db, 'BEGIN', work)
}

/**
 * `isAhead` sends the first statements of the work right behind the opening instead of waiting for its answer; the server takes them in order. Only for
 * reading: should the opening fail, what was read without it is thrown away here, but what was written would stay.
 */
async function withTransaction<T>(
  db: Database,
  open: string,
  work: (tx: Tx) => Promise<T>,
  count?: (n: number) => void,
  isAhead = false,
): Promise<T> {
  const connection = await db.source.acquire()
  try {
    const opened = connection.begin(open)
    if (!isAhead) await opened
    const working = insideTransaction(() => work(kyselyOn<Schema>(connection)))
    const [, result] = await Promise.all([opened, working]).catch(async (error: unknown) => {
      await working.catch(() => {})
      await connection.rollback()
      throw error
    })
    await connection.commit()
    return result
  } finally {
    count?.(connection.statements)
    await db.source.release(connection)
  }
}

const PATH = /^([0-9A-Za-z]+\.)*$/
const UUID = /^([0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})?$/

/** `SET LOCAL` takes no parameters, so every value is held against its pattern before it enters the text. */
function opening(s: Standing, readOnly: boolean): string {
  if (!/^[0-9]{6}$/.test(s.federationId) || !PATH.test(s.scope) || !UUID.test(s.personId) || !UUID.test(s.accountId)) {
    throw new Error('malformed standing')
  }
  return [
    readOnly ? 'BEGIN READ ONLY' : 'BEGIN',
    'SET LOCAL ROLE nuanfeng_app',
    `SET LOCAL nf.federation = '${s.federationId}'`,
    `SET LOCAL nf.scope = '${s.scope}'`,
    `SET LOCAL nf.person = '${s.personId}'`,
    `SET LOCAL nf.account = '${s.accountId}'`,
    `SET LOCAL nf.audit = '${s.mayReadAudit ? 'read' : ''}'`,
  ].join('; ')
}
