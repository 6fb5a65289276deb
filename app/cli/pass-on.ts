import { z } from 'zod'
import { fail } from '../../kernel/contract/errors.ts'
import type { Serving } from '../../kernel/db/serving.ts'
import type { Outcome } from './command.ts'

/** What the running server writes, one line each: signs of life and progress, and in the end the outcome. */
export const reportLine = z.union([
  z.object({ say: z.string() }),
  z.object({ text: z.string(), ok: z.boolean() }),
  z.object({ alive: z.literal(true) }),
])

/**
 * Has the running server, which owns the embedded database, carry out a command.
 * @throws Failure 503 when it cannot be reached or stops on the way
 */
export async function passOn(
  serving: Serving,
  body: { args: readonly string[]; secret?: string },
  say: (line: string) => void,
): Promise<Outcome> {
  const unreachable = () =>
    fail(503, `数据正由服务 ${serving.url}（进程 ${serving.pid}）使用，但它没有应答。请稍后再试，或停止它再执行。`)
  const response = await fetch(new URL('/api/command', serving.url), {
    method: 'POST',
    headers: { authorization: `Bearer ${serving.token}`, 'content-type': 'application/json' },
    body: JSON.stringify(body),
    redirect: 'error',
  }).catch(unreachable)
  if (!response.ok || !response.body) return unreachable()
  for await (const line of linesOf(response.body)) {
    const report = reportLine.parse(JSON.parse(line))
    if ('say' in report) say(report.say)
    if ('text' in report) return report
  }
  return fail(503, '服务在执行中停止了，命令可能没有做完。请重新启动服务，核对后再执行一次。')
}

async function* linesOf(body: ReadableStream<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder()
  let kept = ''
  for await (const piece of body) {
    const lines = (kept + decoder.decode(piece, { stream: true })).split('\n')
    kept = lines.pop() ?? ''
    yield* lines.filter((line) => line !== '')
  }
}
