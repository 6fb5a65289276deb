import { constants } from 'node:zlib'
import compress from '@fastify/compress'
import helmet from '@fastify/helmet'
import rateLimit from '@fastify/rate-limit'
import underPressure from '@fastify/under-pressure'
import Fastify, { type FastifyInstance, type FastifyRequest, LogController } from 'fastify'
import { type Actor, visitor } from '../../kernel/access/actor.ts'
import type { Accounts } from '../../kernel/accounts/accounts.ts'
import { Failure, fail } from '../../kernel/contract/errors.ts'
import { checkReceiptCode, personFromReceipt } from '../../kernel/crypto/secrets.ts'
import type { House } from '../../kernel/ctx.ts'
import { documentRoutes } from '../../kernel/documents/routes.ts'
import { translate } from '../../kernel/http/translate.ts'
import { accountRoutes } from './account-routes.ts'
import { apiRoutes } from './api-routes.ts'
import { calendarRoutes } from './calendar-routes.ts'
import { headersOf } from './headers.ts'
import { healthRoutes } from './health-routes.ts'
import { createMetrics } from './metrics.ts'
import { openapiRoutes } from './openapi-routes.ts'
import { pageRoutes } from './page-routes.ts'
import { rateLimitOf } from './rate-limit.ts'

export type ServerParts = {
  house: House
  accounts: Accounts
  logLevel: string
  trustProxy: boolean | number | string[]
  rateLimitPerMinute: number
  /** Folder of the built pages; absent in tests. */
  webDir?: string
  isReady: () => boolean
}

/** Who stands behind a request: a session in the post named by `nf-post`, an anonymous receipt, or nobody. */
export const actorFinder =
  ({ house, accounts }: Pick<ServerParts, 'house' | 'accounts'>) =>
  async (request: FastifyRequest): Promise<Actor> => {
    const receipt = request.headers['nf-receipt']
    if (typeof receipt === 'string') return anonymous(house.federationId, receipt)
    const post = request.headers['nf-post']
    const actor = await accounts.findActor(headersOf(request), typeof post === 'string' ? post : undefined)
    // Who names a post has been signed in: what an officer types must not be taken for a stranger's.
    if (!actor && post !== undefined) fail(401, '登录已过期，请重新登录；您填写的内容还在')
    return actor ?? visitor(house.federationId)
  }

function anonymous(federationId: string, receipt: string): Actor {
  const checked = checkReceiptCode(receipt)
  if (!checked.ok) return fail(400, checked.reason)
  return { ...visitor(federationId), personId: personFromReceipt(checked.value) }
}

/** Believes as many proxies as stand in front of us. */
const hopsOf = (hops: number) => (_address: string, hop: number) => hop < hops

/** The whole server, listening to nobody yet. */
export async function buildServer(parts: ServerParts): Promise<FastifyInstance> {
  const app = Fastify({
    trustProxy: typeof parts.trustProxy === 'number' ? hopsOf(parts.trustProxy) : parts.trustProxy,
    bodyLimit: 1024 * 1024,
    requestTimeout: 60_000,
    logController: new LogController({ disableRequestLogging: parts.logLevel !== 'debug' }),
    logger: { level: parts.logLevel, redact: ['req.headers.cookie', 'req.headers["nf-receipt"]'] },
    genReqId: () => crypto.randomUUID(),
  })
  await app.register(helmet, { contentSecurityPolicy: { directives: policy }, crossOriginEmbedderPolicy: false })
  await app.register(compress, {
    threshold: 1024,
    encodings: ['br', 'gzip'],
    brotliOptions: { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } },
  })
  await app.register(rateLimit, rateLimitOf(parts.accounts, parts.rateLimitPerMinute))
  await app.register(underPressure, { maxEventLoopDelay: 2000, message: '现在人太多，请稍等几秒再试', retryAfter: 5 })
  app.setErrorHandler((error, request, reply) => {
    const failure = failureOf(error)
    if (failure.status >= 500) request.log.error({ err: failure.cause ?? failure }, 'request failed')
    return reply
      .code(failure.status)
      .send({ error: { status: failure.status, message: failure.message, details: failure.details } })
  })
  const findActor = actorFinder(parts)
  const metrics = createMetrics(app)
  await app.register(accountRoutes(parts.accounts))
  await app.register(documentRoutes(parts.house, findActor))
  await app.register(apiRoutes(parts.house, findActor, metrics))
  await app.register(calendarRoutes(parts.house))
  await app.register(openapiRoutes(parts.house))
  await app.register(healthRoutes(parts))
  await app.register(pageRoutes(parts.webDir))
  return app
}

/** Ant Design writes its styles into the page as it goes; everything else comes from this server. */
const policy = {
  defaultSrc: ["'self'"],
  styleSrc: ["'self'", "'unsafe-inline'"],
  imgSrc: ["'self'", 'data:', 'blob:'],
  connectSrc: ["'self'"],
  frameAncestors: ["'none'"],
  upgradeInsecureRequests: null,
}

type HttpError = Error & { statusCode?: number; code?: string }

const words: Record<number, string> = {
  400: '发来的内容格式不对，请刷新页面再试',
  404: '没有这个地址，请从首页重新进入',
  413: '内容太大了，请压缩或分几次提交',
  415: '不支持这种内容，请刷新页面再试',
  429: '操作太频繁了，请等一分钟再试',
  503: '现在人太多，请稍等几秒再试',
}

/** Fastify's own refusals in the one shape; anything unknown becomes 500. */
function failureOf(error: unknown): Failure {
  const { statusCode } = error as HttpError
  const sentence = statusCode ? words[statusCode] : undefined
  if (!(error instanceof Failure) && statusCode && sentence) return new Failure(statusCode, sentence)
  return translate(error)
}
