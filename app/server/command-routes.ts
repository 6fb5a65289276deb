import { createHash, timingSafeEqual } from 'node:crypto'
import { PassThrough } from 'node:stream'
import type { FastifyPluginAsync, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { Failure, fail } from '../../kernel/contract/errors.ts'
import { parseInput } from '../../kernel/http/input.ts'
import { translate } from '../../kernel/http/translate.ts'
import { readCommand } from '../cli/arguments.ts'
import type { Outcome, Room } from '../cli/command.ts'
import type { Config } from './config.ts'
import type { Furnished } from './furnish.ts'

const body = z.object({ args: z.array(z.string().max(1000)).min(1).max(50), secret: z.string().max(200).optional() })
const heartbeatMs = 10_000

/**
 * `POST /api/command`: what the command line hands over because this process owns the embedded database. For callers on this machine with the token from
 * the locked data folder; to everybody else the address does not exist. The answer comes in lines: progress, signs of life, and last the outcome.
 */
export const commandRoutes =
  ({
    config,
    house,
    accounts,
    token,
  }: Pick<Furnished, 'house' | 'accounts'> & { config: Config; token: string }): FastifyPluginAsync =>
  async (app) => {
    app.post('/api/command', async (request, reply) => {
      if (!isFromHere(request) || !hasToken(request, token)) fail(404, '没有这个地址，请从首页重新进入')
      const { args, secret } = body.parse(parseInput(body, request.body))
      const lines = new PassThrough()
      const write = (line: unknown) => void (lines.writable && lines.write(`${JSON.stringify(line)}\n`))
      const alive = setInterval(() => write({ alive: true }), heartbeatMs)
      const room: Room = { config, house, accounts, secret, say: (line) => write({ say: line }) }
      void carryOut(room, args)
        .catch((error: unknown) => refusalOf(error, request))
        .then((outcome) => {
          clearInterval(alive)
          write(outcome)
          lines.end()
        })
      return reply.type('application/x-ndjson').header('cache-control', 'no-store').send(lines)
    })
  }

async function carryOut(room: Room, args: readonly string[]): Promise<Outcome> {
  const { command, input } = readCommand(args)
  if (command.where === 'alone')
    return fail(409, `服务正在运行，${command.name} 要独占数据。请先停止服务，再执行一次。`)
  return command.run(room, input)
}

function refusalOf(error: unknown, request: FastifyRequest): Outcome {
  const failure = translate(error)
  if (!(error instanceof Failure)) request.log.error({ err: error }, 'command failed')
  return { text: failure.message, ok: false }
}

/** From this machine and not through a proxy on it: the socket's own ends count, not what headers say. */
function isFromHere({ socket, headers }: FastifyRequest): boolean {
  const from = socket.remoteAddress ?? ''
  const isLocal = /^(::ffff:)?127\./.test(from) || from === '::1' || (from !== '' && from === socket.localAddress)
  return isLocal && headers['x-forwarded-for'] === undefined && headers.forwarded === undefined
}

/** Digests are of one length, so that comparing them tells nothing. */
function hasToken({ headers }: FastifyRequest, token: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest()
  return timingSafeEqual(digest(headers.authorization ?? ''), digest(`Bearer ${token}`))
}
