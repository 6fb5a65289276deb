import type { FastifyPluginAsync } from 'fastify'
import { z } from 'zod'
import { calendarOf } from '../../business/plan/public.ts'
import { fail } from '../../kernel/contract/errors.ts'
import type { House } from '../../kernel/ctx.ts'
import { parseInput } from '../../kernel/http/input.ts'

const Params = z.object({ file: z.string().regex(/^[\w-]{43}\.ics$/, '没有这个日历，请在工作台重新生成订阅地址') })

/** `GET /api/calendar/:token.ics`: a person's calendar of the plan, for programs that cannot sign in; the address is the key. */
export const calendarRoutes =
  (house: House): FastifyPluginAsync =>
  async (app) => {
    app.get('/api/calendar/:file', { exposeHeadRoute: false }, async (request, reply) => {
      const { file } = parseInput(Params, request.params) as z.output<typeof Params>
      const text = await calendarOf(house, file.slice(0, -'.ics'.length))
      if (text === null) fail(404, '没有这个日历，可能已经停用，请在工作台重新生成订阅地址')
      return reply
        .header('content-type', 'text/calendar; charset=utf-8')
        .header('content-disposition', 'inline; filename="plan.ics"')
        .header('cache-control', 'private, no-store')
        .header('referrer-policy', 'no-referrer')
        .send(text)
    })
  }
