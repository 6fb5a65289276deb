import autocannon, { type LoadRequest } from 'autocannon'
import { answerParent } from './child.ts'

export type Load = {
  url: string
  connections: number
  seconds: number
  path: string
  headers: Record<string, string>
  /** Sent in turn. */
  bodies: readonly string[]
  /** Each request bears an idempotency key of its own. */
  isAction: boolean
}
export type Measured = { perSecond: number; p50: number; p99: number }

let key = 0
const withKey = (request: LoadRequest): LoadRequest => {
  key += 1
  return { ...request, headers: { ...request.headers, 'idempotency-key': `bench-${process.pid}-${key}` } }
}

/** @throws Error when any request was not answered with 2xx: a refusal is quick and would look like speed */
async function run({ url, connections, seconds, path, headers, bodies, isAction }: Load): Promise<Measured> {
  const requests = bodies.map(
    (body): LoadRequest => ({ method: 'POST', path, headers, body, ...(isAction ? { setupRequest: withKey } : {}) }),
  )
  const result = await autocannon({ url, connections, duration: seconds, requests })
  const failed = result.errors + result.timeouts + result.non2xx
  if (failed > 0) throw new Error(`${failed} of the requests to ${url}${path} failed`)
  return { perSecond: result['2xx'] / result.duration, p50: result.latency.p50, p99: result.latency.p99 }
}

answerParent<Load>(run)
