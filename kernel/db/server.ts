import pg from 'pg'
import { Connection } from './connection.ts'
import type { Source } from './driver.ts'
import type { Parsers } from './parsers.ts'

type Pooled = Connection & { client?: pg.PoolClient }

/** A pool of connections to a PostgreSQL server (15 or later). */
export function serverSource(url: string, size: number): (parsers: Parsers) => Source {
  return (parsers) => {
    const pool = new pg.Pool({
      connectionString: url,
      max: size,
      options: '-c timezone=UTC',
      types: {
        getTypeParser: (oid: number, format?: string) =>
          format === 'binary'
            ? pg.types.getTypeParser(oid, 'binary')
            : (parsers[oid] ?? pg.types.getTypeParser(oid, 'text')),
      } as pg.CustomTypesConfig,
    })
    pool.on('error', () => {}) // an idle connection the server closed: the pool opens another
    return {
      async acquire() {
        const client = await pool.connect()
        const connection: Pooled = new Connection((sql, parameters) => run(client, sql, parameters))
        connection.client = client
        return connection
      },
      async release(connection: Pooled) {
        connection.client?.release()
      },
      close: () => pool.end(),
    }
  }
}

async function run(client: pg.PoolClient, sql: string, parameters: readonly unknown[]) {
  const result = parameters.length === 0 ? await client.query(sql) : await client.query(sql, [...parameters])
  const last = Array.isArray(result) ? result.at(-1) : result
  return { rows: last?.rows ?? [], affected: last?.rowCount ?? undefined, command: last?.command }
}
