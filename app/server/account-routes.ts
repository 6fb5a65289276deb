import type { FastifyPluginAsync } from 'fastify'
import type { Accounts } from '../../kernel/accounts/accounts.ts'
import { headersOf } from './headers.ts'

/** `/api/auth/*` speaks in web requests and responses. */
export const accountRoutes =
  (accounts: Accounts): FastifyPluginAsync =>
  async (app) => {
    app.removeContentTypeParser(['application/json'])
    app.addContentTypeParser('application/json', { parseAs: 'string' }, (_request, body, done) => done(null, body))
    app.route({
      method: ['GET', 'POST'],
      url: '/api/auth/*',
      async handler(request, reply) {
        const url = `${request.protocol}://${request.host}${request.url}`
        const body = request.method === 'POST' ? ((request.body as string) ?? '') : undefined
        const response = await accounts.handler(
          new Request(url, { method: request.method, headers: headersOf(request), body }),
          request.ip,
        )
        for (const [name, value] of response.headers) if (name !== 'set-cookie') reply.header(name, value)
        const cookies = response.headers.getSetCookie()
        if (cookies.length > 0) reply.header('set-cookie', cookies)
        return reply.code(response.status).send(await response.text())
      },
    })
  }
