import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyPluginAsync } from 'fastify'
import { Failure } from '../../kernel/contract/errors.ts'

/** Address → page; the browser's own router takes over inside each. */
const pages = [
  ['/console', 'console.html'],
  ['/setup', 'setup.html'],
  ['/gallery', 'gallery/index.html'],
  ['/', 'hall.html'],
] as const

/** The built pages: hall at `/`, console at `/console`, furniture at `/gallery`. Hashed assets may be kept for a year, pages never. */
export const pageRoutes =
  (webDir: string | undefined): FastifyPluginAsync =>
  async (app) => {
    if (webDir && existsSync(join(webDir, 'assets'))) {
      await app.register(fastifyStatic, {
        root: join(webDir, 'assets'),
        prefix: '/assets/',
        immutable: true,
        maxAge: '365d',
        decorateReply: false,
      })
    }
    const worker = webDir && join(webDir, 'sw.js')
    if (worker && existsSync(worker)) {
      // Looked at anew each time, or a phone would keep an old hall for a day.
      app.get('/sw.js', async (_request, reply) =>
        reply.type('text/javascript; charset=utf-8').header('cache-control', 'no-cache').send(readFileSync(worker)),
      )
    }
    app.setNotFoundHandler((request, reply) => {
      const path = request.url.split('?')[0] ?? '/'
      const isPage = request.method === 'GET' && !path.startsWith('/api/') && !path.startsWith('/assets/')
      const page = pages.find(([address]) => path === address || path.startsWith(address === '/' ? '/' : `${address}/`))
      const file = webDir && page ? join(webDir, page[1]) : undefined
      if (!isPage || !file || !existsSync(file)) throw new Failure(404, '没有这个地址，请从首页重新进入')
      return reply.type('text/html; charset=utf-8').header('cache-control', 'no-cache').send(readFileSync(file))
    })
  }
