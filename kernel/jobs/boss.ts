import type { PGlite } from '@electric-sql/pglite'
import { type Db, fromPglite, PgBoss } from 'pg-boss'
import type { Database } from '../db/database.ts'
import { dateParsers } from '../db/parsers.ts'

/**
 * Seconds between looks. The embedded database has one connection that requests need more than we do: idle, all of this is fewer than three short
 * statements a second out of some three thousand. A worker is woken as soon as something came out of the outbox.
 */
const rhythm = {
  cronMonitorIntervalSeconds: 30,
  cronWorkerIntervalSeconds: 15,
  superviseIntervalSeconds: 30,
  monitorIntervalSeconds: 30,
  queueCacheIntervalSeconds: 600,
  flowIntervalSeconds: 3600,
  bamIntervalSeconds: 600,
}

/** pg-boss on our database, as its owner, in the schema `pgboss`, which it makes and migrates itself. `isManual` = without timers. */
export function bossOn(db: Database, isManual: boolean): PgBoss {
  const options = {
    ...rhythm,
    schedule: !isManual,
    supervise: !isManual,
    registerInstance: false,
    openTelemetry: { enabled: false },
  }
  if (db.pglite) return new PgBoss({ ...options, backend: 'pglite', db: inTurn(db, db.pglite) })
  return new PgBoss({ ...options, connectionString: db.url, options: '-c timezone=UTC', max: 4 })
}

/** Each of its statements waits for its turn like everybody's, or it would fall into whatever transaction is open. */
function inTurn(db: Database, pglite: PGlite): Db {
  const options = { parsers: { ...dateParsers } }
  const inner = fromPglite({
    query: <T>(text: string, values?: unknown[]) => pglite.query<T>(text, values, options),
    exec: (text) => pglite.exec(text, options),
  })
  return {
    async executeSql(text, values) {
      const turn = await db.source.acquire()
      try {
        return await inner.executeSql(text, values)
      } finally {
        await db.source.release(turn)
      }
    },
  }
}
