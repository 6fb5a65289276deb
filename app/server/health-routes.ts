import type { FastifyPluginAsync } from 'fastify'
import { sql } from 'kysely'
import { Failure } from '../../kernel/contract/errors.ts'
import type { House } from '../../kernel/ctx.ts'

/** `/healthz`: the process lives. `/readyz`: the database answers and the data are in place. */
export const healthRoutes =
  ({ house, isReady }: { house: House; isReady: () => boolean }): FastifyPluginAsync =>
  async (app) => {
    app.get('/healthz', async () => ({ status: 'ok' }))
    app.get('/readyz', async () => {
      if (!isReady()) throw new Failure(503, '正在准备数据，请稍等')
      await sql`select 1`.execute(house.db.owner)
      return { status: 'ready' }
    })
  }
