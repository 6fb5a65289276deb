import type { FastifyPluginAsync } from 'fastify'
import type { House } from '../../kernel/ctx.ts'
import { docsPage } from './docs-page.ts'
import { openapiOf } from './openapi.ts'

/** The contract for other systems: `/api/openapi.json`, and readable at `/api/docs`. */
export const openapiRoutes =
  (house: House): FastifyPluginAsync =>
  async (app) => {
    const document = openapiOf(house.lines)
    app.get('/api/openapi.json', async () => document)
    app.get('/api/docs', async (_request, reply) => reply.type('text/html; charset=utf-8').send(docsPage(document)))
  }
