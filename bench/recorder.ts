import type { Database } from '../kernel/db/database.ts'
import type { Statement } from './statements.ts'

/** A database that writes down what its transactions send, while somebody listens. */
export function recordable(db: Database) {
  let heard: Statement[] | null = null
  const source: Database['source'] = {
    ...db.source,
    async acquire() {
      const connection = await db.source.acquire()
      const list = heard
      if (!list) return connection
      const run = connection.run.bind(connection)
      connection.run = (sql, parameters = []) => {
        list.push({ sql, parameters })
        return run(sql, parameters)
      }
      return connection
    },
  }
  async function record(work: () => Promise<void>): Promise<Statement[]> {
    const list: Statement[] = []
    heard = list
    await work()
    heard = null
    return list
  }
  return { db: { ...db, source }, record }
}
