import Fastify from 'fastify'
import { uuidv7 } from 'uuidv7'
import { type BareDatabase, openBare, type Where } from './bare-database.ts'
import { answerParent } from './child.ts'
import { type Fresh, type Planned, replayWrite, type Statement } from './statements.ts'

/** What our server sent, for the plain one to send again. `get` by the id of the appeal. */
export type Recorded = { list: Statement[]; get: Record<string, Statement[]>; receive: Planned[] }

const fresh: Fresh = { id: uuidv7, now: () => new Date().toISOString() }
const closing: (() => Promise<unknown>)[] = []

/** Fastify as it comes, the driver as it comes, the same statements in the same order, and nothing else. */
async function serve({ where, recorded }: { where: Where; recorded: Recorded }): Promise<string> {
  const db = await openBare(where)
  const app = Fastify()
  app.post('/api/appeals/list', () => read(db, recorded.list))
  app.post('/api/appeals/get', (request) => read(db, recorded.get[(request.body as { id: string }).id] ?? []))
  app.post('/api/appeals/receive', async () => ({
    numbers: await db.inTransaction((send) => replayWrite(recorded.receive, send, fresh)),
  }))
  closing.push(() => app.close(), db.close)
  return app.listen({ host: '127.0.0.1', port: 0 })
}

const read = (db: BareDatabase, statements: readonly Statement[]) =>
  db.onConnection(async (send) => {
    const answers: unknown[] = []
    for (const { sql, parameters } of statements) answers.push(await send(sql, parameters))
    return answers
  })

answerParent(serve, async () => {
  for (const close of closing) await close()
})
