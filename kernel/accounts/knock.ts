import type { z } from 'zod'
import { Failure } from '../contract/errors.ts'
import type { Limit } from './rates.ts'
import type { LiveSession } from './sessions.ts'
import { wordsFor } from './words.ts'

/** One request at a door. */
export type Knock = {
  headers: Headers
  ip: string
  session: LiveSession | null
  /** The account concerned, as soon as it is known; for the audit. */
  accountId: string | null
}

export type Door = {
  method: 'GET' | 'POST'
  path: string
  /** Name of what is done here, for the audit; none for mere looking. */
  event?: string
  needsSession: boolean
  /** Per address. */
  limit: Limit
  open: (knock: Knock, body: unknown) => Promise<Response>
}

/** A door whose body is checked against its shape first. @throws Failure 400 with the first message of the shape */
export function door<S extends z.ZodType>(
  plate: Omit<Door, 'open'> & { body: S; open: (knock: Knock, body: z.output<S>) => Promise<Response> },
): Door {
  const { body: shape, open, ...rest } = plate
  return {
    ...rest,
    open: async (knock, body) => {
      const parsed = shape.safeParse(body)
      if (!parsed.success) throw new Failure(400, parsed.error.issues[0]?.message ?? '填写的内容不完整，请核对后重试')
      return open(knock, parsed.data)
    },
  }
}

/** An answer in JSON that nobody may keep. */
export function answer(status: number, body: unknown, cookies: readonly string[] = []): Response {
  const headers = new Headers({ 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' })
  for (const cookie of cookies) headers.append('set-cookie', cookie)
  return new Response(JSON.stringify(body), { status, headers })
}

/** The one shape of an error. */
export const refusal = (
  { status, message, details }: { status: number; message: string; details?: unknown },
  cookies?: readonly string[],
) => answer(status, { error: { status, message, ...(details === undefined ? {} : { details }) } }, cookies)

/** better-auth's answer in our shape: its cookies, of its body only what `show` picks (it would hand session tokens to scripts), our words for errors. */
export async function retell(response: Response, show: (body: Record<string, unknown>) => unknown): Promise<Response> {
  const cookies = response.headers.getSetCookie()
  const text = await response.text()
  const parsed: unknown = text.startsWith('{') ? JSON.parse(text) : {}
  const body = parsed as Record<string, unknown>
  if (response.ok) return answer(200, show(body), cookies)
  return refusal(wordsFor(typeof body.code === 'string' ? body.code : undefined, response.status), cookies)
}
