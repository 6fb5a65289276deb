import type { FastifyInstance } from 'fastify'
import { collectDefaultMetrics, Histogram, Registry } from 'prom-client'

export type Metrics = { statements(line: string, name: string, count: number): void }

/** Prometheus metrics at `/metrics`: process, request times by route, SQL statements by endpoint. No label holds anything personal. */
export function createMetrics(app: FastifyInstance): Metrics {
  const register = new Registry()
  collectDefaultMetrics({ register })
  const seconds = new Histogram({
    name: 'http_request_seconds',
    help: 'Request time',
    labelNames: ['route', 'status'],
    buckets: [0.005, 0.02, 0.1, 0.5, 2, 10],
    registers: [register],
  })
  const statements = new Histogram({
    name: 'request_statements',
    help: 'SQL statements of a request',
    labelNames: ['line', 'endpoint'],
    buckets: [1, 3, 5, 8, 12, 20, 50],
    registers: [register],
  })
  app.addHook('onResponse', async (request, reply) => {
    seconds.observe(
      { route: request.routeOptions.url ?? 'unknown', status: String(reply.statusCode) },
      reply.elapsedTime / 1000,
    )
  })
  app.get('/metrics', async (_request, reply) => reply.type(register.contentType).send(await register.metrics()))
  return { statements: (line, endpoint, count) => statements.observe({ line, endpoint }, count) }
}
