import {
  type Dialect,
  type Driver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type TransactionSettings,
} from 'kysely'
import type { Connection } from './connection.ts'

/** Where connections come from: a pool on a server, one and the same connection in turn when embedded. */
export type Source = {
  acquire(): Promise<Connection>
  release(connection: Connection): Promise<void>
  close(): Promise<void>
}

const driverOf = (source: Source): Driver => ({
  async init() {},
  acquireConnection: () => source.acquire(),
  releaseConnection: (connection) => source.release(connection as Connection),
  beginTransaction: (connection, _settings: TransactionSettings) => (connection as Connection).begin(),
  commitTransaction: (connection) => (connection as Connection).commit(),
  rollbackTransaction: (connection) => (connection as Connection).rollback(),
  destroy: () => source.close(),
})

/** Kysely over one source of connections, PostgreSQL dialect. */
export function kyselyOver<S>(source: Source): Kysely<S> {
  const dialect: Dialect = {
    createDriver: () => driverOf(source),
    createQueryCompiler: () => new PostgresQueryCompiler(),
    createAdapter: () => new PostgresAdapter(),
    createIntrospector: (db) => new PostgresIntrospector(db),
  }
  return new Kysely<S>({ dialect })
}

/** Kysely bound to one connection that somebody else opened and will release. */
export const kyselyOn = <S>(connection: Connection): Kysely<S> =>
  kyselyOver<S>({ acquire: async () => connection, release: async () => {}, close: async () => {} })
