import type { FastifyPluginAsync, FastifyRequest } from 'fastify'
import type { Actor } from '../../kernel/access/actor.ts'
import { fail } from '../../kernel/contract/errors.ts'
import type { House } from '../../kernel/ctx.ts'
import { perform } from '../../kernel/http/perform.ts'
import type { Metrics } from './metrics.ts'

/**
 * Every endpoint of every line at `POST /api/<line>/<name>`. Reads are posts too: what people search for (names, phones, ID numbers) must not stand in
 * an address. JSON only, which also keeps other sites' forms out.
 */
export const apiRoutes =
  (house: House, findActor: (request: FastifyRequest) => Promise<Actor>, metrics: Metrics): FastifyPluginAsync =>
  async (app) => {
    for (const line of house.lines) {
      for (const name of Object.keys(line.contract)) {
        app.post(`/api/${line.slug}/${name}`, async (request, reply) => {
          if (!request.headers['content-type']?.startsWith('application/json'))
            fail(415, '不支持这种内容，请刷新页面再试')
          const actor = await findActor(request)
          let statements = 0
          const result = await perform(house, line, name, request.body, {
            actor,
            idempotencyKey: keyOf(request),
            ip: request.ip,
            count: (n) => {
              statements = n
            },
          })
          metrics.statements(line.slug, name, statements)
          reply.header('server-timing', `db;desc="${statements} statements"`).header('cache-control', 'no-store')
          return result ?? null
        })
      }
    }
  }

function keyOf(request: FastifyRequest): string | undefined {
  const key = request.headers['idempotency-key']
  if (key === undefined) return undefined
  if (typeof key !== 'string' || !/^[\w-]{8,80}$/.test(key)) return fail(400, '操作编号格式不对，请刷新页面再试')
  return key
}
