import { z } from 'zod'

/** What may be asked of a line: the one declaration read by server, browser and OpenAPI. */
export type Endpoint<I extends z.ZodType = z.ZodType, O extends z.ZodType = z.ZodType> = {
  kind: 'query' | 'action'
  permission: string
  title: string
  input: I
  output: O
  /** The answer holds what is otherwise sealed: it is given once and kept nowhere. */
  isSecret?: boolean
}
export type Contract = Record<string, Endpoint>

/** A read: one read-only transaction. `permission` is a row of the line's permission table. */
export const query = <I extends z.ZodType, O extends z.ZodType>(
  permission: string,
  title: string,
  input: I,
  output: O,
) => ({ kind: 'query', permission, title, input, output }) as const satisfies Endpoint<I, O>

/** A write: one transaction, one audit line, one idempotency key. */
export const action = <I extends z.ZodType, O extends z.ZodType>(
  permission: string,
  title: string,
  input: I,
  output: O,
) => ({ kind: 'action', permission, title, input, output }) as const satisfies Endpoint<I, O>

export type InputOf<E extends Endpoint> = z.input<E['input']>
export type ParsedOf<E extends Endpoint> = z.output<E['input']>
export type OutputOf<E extends Endpoint> = z.input<E['output']>

/** A write whose answer is a secret: it is not kept for a second sending of the same key, which is refused instead. */
export const secret = <E extends Endpoint>(endpoint: E) => ({ ...endpoint, isSecret: true as const })

/** One function per endpoint; the compiler holds each to its contract. */
export type Handlers<C extends Contract, Ctx> = {
  [K in keyof C]: (ctx: Ctx, input: ParsedOf<C[K]>) => Promise<OutputOf<C[K]>>
}

export type Send = (path: string, input: unknown) => Promise<unknown>
export type Client<C extends Contract> = { [K in keyof C]: (input: InputOf<C[K]>) => Promise<z.output<C[K]['output']>> }

/** A typed client over any way of sending: `client('appeals', contract, send).close({ id })` posts to `/api/appeals/close`. */
export function client<C extends Contract>(slug: string, contract: C, send: Send): Client<C> {
  const entries = Object.keys(contract).map((name) => [name, (input: unknown) => send(`/api/${slug}/${name}`, input)])
  return Object.fromEntries(entries) as Client<C>
}

/** Half a character, left over where a text was cut, is none that a database keeps. */
const words = () =>
  z
    .string()
    .overwrite((text) => text.toWellFormed())
    .trim()

/** Shapes that every line uses. */
export const shapes = {
  id: z.uuid('编号格式不对，请从列表重新进入'),
  instant: z.iso.datetime(),
  day: z.iso.date('日期请写成 2026-01-05 这样'),
  /** One line of text, trimmed. */
  line: (max: number) => words().min(1, '这一项不能空着').max(max, `最多写 ${max} 个字，请精简`),
  /** Several lines of text, trimmed; may be empty. */
  text: (max: number) => words().max(max, `最多写 ${max} 个字，请精简`),
  fen: z.int('金额请填数字').min(0, '金额不能是负数').max(100_000_000_000, '金额太大了，请核对'),
  /** A keyset page: what was last seen, and how many more. */
  page: { after: z.string().max(200).optional(), limit: z.int().min(1).max(200).default(50) },
}

/** A page of rows and where the next begins; `next` is null at the end. */
export const pageOf = <T extends z.ZodType>(row: T) => z.object({ rows: z.array(row), next: z.string().nullable() })
