import helmet from '@fastify/helmet'
import multipart from '@fastify/multipart'
import rateLimit from '@fastify/rate-limit'
import Fastify, { type FastifyInstance, type FastifyRequest } from 'fastify'
import { z } from 'zod'
import { Failure, fail } from '../../../kernel/contract/errors.ts'
import type { Keys } from '../../../kernel/crypto/keys.ts'
import type { Database } from '../../../kernel/db/database.ts'
import { parseInput } from '../../../kernel/http/input.ts'
import { translate } from '../../../kernel/http/translate.ts'
import { operator } from '../../cli/operator.ts'
import type { Config } from '../config.ts'
import { furnish } from '../furnish.ts'
import { partsOf } from '../house.ts'
import { pageRoutes } from '../page-routes.ts'
import { isSetupCode } from './code.ts'
import { establish } from './establish.ts'
import { federationIn } from './federation.ts'
import { setupForm } from './form.ts'
import { bringTree, readTree } from './tree.ts'

export type SetupParts = {
  config: Config
  db: Database
  keys: Keys
  webDir: string | undefined
  code: string
  say: (line: string) => void
}

/** The server of the first run, listening to nobody yet, and the promise that it has done its work. */
export async function buildSetup(parts: SetupParts): Promise<{ app: FastifyInstance; finished: Promise<void> }> {
  const { trustProxy } = parts.config
  const app: FastifyInstance = Fastify({
    trustProxy: typeof trustProxy === 'number' ? (_address, hop) => hop < trustProxy : trustProxy,
    bodyLimit: 64 * 1024,
  })
  const { promise: finished, resolve: finish } = Promise.withResolvers<void>()
  await app.register(helmet, { contentSecurityPolicy: { directives: policy } })
  await app.register(multipart, { limits: { files: 1, fileSize: parts.config.uploadMaxBytes, fields: 2 } })
  app.setErrorHandler((error, _request, reply) => {
    const failure = failureOf(error)
    if (failure.status >= 500)
      parts.say(`首次设置出错：${failure.cause instanceof Error ? failure.cause.message : failure.message}`)
    return reply
      .code(failure.status)
      .send({ error: { status: failure.status, message: failure.message, details: failure.details } })
  })
  app.addHook('onRequest', async (request, reply) => {
    const path = request.url.split('?')[0] ?? '/'
    if (request.method === 'GET' && !/^\/(setup|assets\/.*|api\/.*|healthz|readyz)$/.test(path))
      return reply.redirect('/setup')
  })
  app.get('/healthz', async () => ({ status: 'ok' }))
  app.get('/readyz', async () => fail(503, '正在等待首次设置'))
  await app.register(answers(parts, finish))
  await app.register(pageRoutes(parts.webDir))
  return { app, finished }
}

const policy = {
  defaultSrc: ["'self'"],
  styleSrc: ["'self'", "'unsafe-inline'"],
  imgSrc: ["'self'", 'data:'],
  frameAncestors: ["'none'"],
  upgradeInsecureRequests: null,
}

/** Guessing the code is hopeless at twenty tries a minute. */
const answers = (parts: SetupParts, finish: () => void) => async (app: FastifyInstance) => {
  const { config, db, keys, code, say } = parts
  await app.register(rateLimit, {
    max: 20,
    timeWindow: '1 minute',
    errorResponseBuilder: () => new Failure(429, '试得太频繁了，请等一分钟再试'),
  })
  app.addHook('preValidation', async (request) => {
    if (request.method !== 'POST') return
    const typed = request.headers['nf-setup-code']
    if (typeof typed !== 'string' || !isSetupCode(typed, code))
      fail(403, '设置码不对。请看启动服务的那个窗口里显示的设置码。')
  })
  app.get('/api/setup', async () => ({ stage: (await federationIn(db)) === null ? 'federation' : 'tree' }))
  app.post('/api/setup/code', async () => ({ stage: (await federationIn(db)) === null ? 'federation' : 'tree' }))
  app.post('/api/setup', async (request) => {
    const form = setupForm.parse(parseInput(setupForm, request.body))
    const { sealer, clock } = partsOf(config, db, keys)
    await establish(db, sealer, form, clock())
    say(`已设立 ${form.name}（${form.code}），三名管理员的账号已开。`)
    return { stage: 'tree' }
  })
  app.post('/api/setup/tree', async (request) => {
    const federationId = (await federationIn(db)) ?? fail(409, '请先填写总工会和三名管理员')
    const { check } = z.object({ check: z.enum(['yes', 'no']).default('yes') }).parse(request.query)
    const { house } = await furnish(config, db, keys, federationId, say)
    return bringTree(house, operator(federationId, '首次设置'), await readTree(await sheetOf(request)), check === 'yes')
  })
  app.post('/api/setup/finish', async (_request, reply) => {
    if ((await federationIn(db)) === null) fail(409, '请先填写总工会和三名管理员')
    // The page must have its answer before the server that gives it goes.
    reply.raw.once('close', finish)
    return reply.header('connection', 'close').send({ stage: 'done' })
  })
}

async function sheetOf(request: FastifyRequest): Promise<AsyncIterable<Uint8Array>> {
  const file = request.isMultipart() ? await request.file() : undefined
  return file?.file ?? fail(400, '请选择要导入的表格（.xlsx 或 .csv）')
}

/** Fastify's own refusals in Chinese. */
function failureOf(error: unknown): Failure {
  if (error instanceof Failure) return error
  const status = (error as { statusCode?: number }).statusCode
  if (status === 413) return new Failure(413, '内容太大了，请压缩或分几次提交')
  if (status === 404) return new Failure(404, '没有这个地址，请从首页重新进入')
  if (status !== undefined && status >= 400 && status < 500)
    return new Failure(status, '发来的内容格式不对，请刷新页面再试')
  return translate(error)
}
