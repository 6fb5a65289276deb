import { AsyncLocalStorage } from 'node:async_hooks'
import { PGlite, type PGliteOptions } from '@electric-sql/pglite'
import { Connection } from './connection.ts'
import type { Source } from './driver.ts'
import { houseParsers, type Parsers } from './parsers.ts'

const holder = new AsyncLocalStorage<true>()

/** Opens the embedded database; `dataDir` absent = in memory. Sessions run in UTC. */
export async function openPGlite(options: PGliteOptions): Promise<PGlite> {
  const pglite = await PGlite.create({ relaxedDurability: false, ...options, parsers: { ...houseParsers } })
  await pglite.exec(`set timezone = 'UTC'`)
  return pglite
}

/**
 * The embedded database has one connection. Kysely's own PGlite driver lets a query that comes from elsewhere fall into whatever transaction is open;
 * here each caller has the connection to itself until it gives it back, first come, first served.
 */
export function pgliteSource(pglite: PGlite): (parsers: Parsers) => Source {
  let last: Promise<void> = Promise.resolve()
  const releases = new WeakMap<Connection, () => void>()
  return (parsers) => ({
    async acquire() {
      if (holder.getStore()) throw new Error('the outer database was used inside a transaction: use ctx.tx')
      const before = last
      let done: () => void = () => {}
      last = new Promise((resolve) => {
        done = resolve
      })
      await before
      const connection = new Connection((sql, parameters) => run(pglite, parsers, sql, parameters))
      releases.set(connection, done)
      return connection
    },
    async release(connection) {
      releases.get(connection)?.()
    },
    async close() {},
  })
}

/** Marks everything inside as running in a transaction, so that a use of the outer database fails at once instead of waiting for ever. */
export const insideTransaction = <T>(work: () => Promise<T>): Promise<T> => holder.run(true, work)

async function run(pglite: PGlite, parsers: Parsers, sql: string, parameters: readonly unknown[]) {
  const options = { parsers: { ...parsers } }
  const result =
    parameters.length === 0
      ? (await pglite.exec(sql, options)).at(-1)
      : await pglite.query<unknown>(sql, [...parameters], options)
  return { rows: result?.rows ?? [], affected: result?.affectedRows, command: undefined }
}
