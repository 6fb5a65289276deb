import { z } from 'zod'

/** What the server refused, and which fields must be put right. */
export class Refusal extends Error {
  readonly status: number
  readonly fields: Readonly<Record<string, string>>
  constructor(status: number, message: string, fields: Readonly<Record<string, string>> = {}) {
    super(message)
    this.status = status
    this.fields = fields
  }
}

const errorShape = z.object({
  error: z.object({
    message: z.string(),
    details: z
      .object({ fields: z.array(z.object({ path: z.string(), message: z.string() })) })
      .optional()
      .catch(undefined),
  }),
})
export const stageShape = z.object({ stage: z.enum(['federation', 'tree', 'done']) })
export const reportShape = z.object({
  added: z.number(),
  known: z.number(),
  errors: z.array(z.object({ row: z.number(), message: z.string() })),
})
export type Report = z.infer<typeof reportShape>

/** Asks the setup server. @param code the setup code from the terminal, for everything but looking. @throws Refusal */
export async function ask<T>(shape: z.ZodType<T>, path: string, send?: { code: string; body?: unknown }): Promise<T> {
  const isForm = send?.body instanceof FormData
  const response = await fetch(path, {
    method: send ? 'POST' : 'GET',
    headers: send && {
      'nf-setup-code': encodeURIComponent(send.code),
      ...(isForm ? {} : { 'content-type': 'application/json' }),
    },
    body: send && (send.body instanceof FormData ? send.body : JSON.stringify(send.body ?? {})),
  }).catch(() => {
    throw new Refusal(0, '没有连上服务，请看启动服务的窗口是否还开着。您填的内容还在。')
  })
  const answer: unknown = await response.json().catch(() => null)
  if (response.ok) return shape.parse(answer)
  const refused = errorShape.safeParse(answer).data?.error
  const fields = (refused?.details?.fields ?? []).map(({ path, message }) => [path, message])
  throw new Refusal(
    response.status,
    refused?.message ?? '服务出了问题，请看启动服务的窗口里的说明。',
    Object.fromEntries(fields),
  )
}

/** Whether the real server has taken over and has its data in place. */
export const isServing = (): Promise<boolean> =>
  fetch('/readyz', { cache: 'no-store' }).then(
    (response) => response.ok,
    () => false,
  )
