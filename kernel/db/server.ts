import pg from 'pg'
import { Connection } from './connection.ts'
import type { Source } from './driver.ts'
import type { Parsers } from './parsers.ts'
import { isPlanLost, preparedNames } from './prepared.ts'

type Pooled = Connection & { client?: pg.PoolClient }
type Name = (sql: string) => string | undefined

/**
 * A pool of connections to a PostgreSQL server (15 or later). Statements that do not wait for one another share a round trip, and short ones keep their
 * plans on the connection. `prepare=off` among the parameters of the address turns the latter off, for a pooler in between that hands each transaction
 * another connection (PgBouncer before 1.21).
 */
export function serverSource(url: string, size: number): (parsers: Parsers) => Source {
  const nameOf = isPreparing(url) ? preparedNames() : () => undefined
  return (parsers) => {
    const pool = new pg.Pool({
      connectionString: url,
      max: size,
      pipeline: true,
      options: '-c timezone=UTC',
      types: {
        getTypeParser: (oid: number, format?: string) =>
          format === 'binary'
            ? pg.types.getTypeParser(oid, 'binary')
            : (parsers[oid] ?? pg.types.getTypeParser(oid, 'text')),
      } as pg.CustomTypesConfig,
    })
    // A connection the server cut, idle or at work: what ran on it fails by itself, and an event nobody hears would end the process.
    pool.on('error', () => {})
    pool.on('connect', (client) => client.on('error', () => {}))
    return {
      async acquire() {
        const client = await pool.connect()
        const connection: Pooled = new Connection((sql, parameters) =>
          run(client, nameOf, sql, parameters).catch((error: unknown) => {
            connection.isBroken ||= isPlanLost(error)
            throw error
          }),
        )
        connection.client = client
        return connection
      },
      async release(connection: Pooled) {
        connection.client?.release(connection.isBroken)
      },
      close: () => pool.end(),
    }
  }
}

const isPreparing = (url: string): boolean => URL.parse(url)?.searchParams.get('prepare') !== 'off'

async function run(client: pg.PoolClient, nameOf: Name, sql: string, parameters: readonly unknown[]) {
  const result =
    parameters.length === 0
      ? await client.query(sql)
      : await client.query({ text: sql, values: [...parameters], name: nameOf(sql) })
  const last = Array.isArray(result) ? result.at(-1) : result
  return { rows: last?.rows ?? [], affected: last?.rowCount ?? undefined, command: last?.command }
}
