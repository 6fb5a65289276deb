import { PGlite } from '@electric-sql/pglite'
import pg from 'pg'
import type { Send } from './statements.ts'

export type Where = { url: string; pool: number } | { dataDir: string }
export type BareDatabase = {
  onConnection<T>(work: (send: Send) => Promise<T>): Promise<T>
  inTransaction<T>(work: (send: Send) => Promise<T>): Promise<T>
  close: () => Promise<void>
}

/** Functions in the statements look here; without it they would come back early. */
const federation = 'nf.federation=440307'

/** A database as its driver's own manual would open it, as the owner of the tables. */
export const openBare = (where: Where): Promise<BareDatabase> | BareDatabase =>
  'url' in where ? openServer(where.url, where.pool) : openEmbedded(where.dataDir)

function openServer(url: string, max: number): BareDatabase {
  const pool = new pg.Pool({ connectionString: url, max, options: `-c ${federation}` })
  async function onConnection<T>(work: (send: Send) => Promise<T>): Promise<T> {
    const client = await pool.connect()
    try {
      return await work(async (sql, parameters) => (await client.query(sql, [...parameters])).rows)
    } finally {
      client.release()
    }
  }
  const inTransaction = <T>(work: (send: Send) => Promise<T>) =>
    onConnection(async (send) => {
      await send('BEGIN', [])
      try {
        const result = await work(send)
        await send('COMMIT', [])
        return result
      } catch (error) {
        await send('ROLLBACK', [])
        throw error
      }
    })
  return { onConnection, inTransaction, close: () => pool.end() }
}

async function openEmbedded(dataDir: string): Promise<BareDatabase> {
  const pglite = await PGlite.create({ dataDir })
  await pglite.exec(`set ${federation}`)
  const sendOn =
    (on: Pick<PGlite, 'query'>): Send =>
    async (sql, parameters) =>
      (await on.query<Record<string, unknown>>(sql, [...parameters])).rows
  return {
    onConnection: (work) => work(sendOn(pglite)),
    inTransaction: (work) => pglite.transaction((tx) => work(sendOn(tx))),
    close: () => pglite.close(),
  }
}
