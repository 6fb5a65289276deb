import { ApiError } from '../../../kit/api/api-error.ts'

export { ApiError } from '../../../kit/api/api-error.ts'

const PATIENCE = 30_000

interface Options {
  /** Idempotency key: one intent of the person. */
  key?: string
  signal?: AbortSignal
}

export type Send = (path: string, input: unknown, options?: Options) => Promise<unknown>

interface SenderParts {
  /** Headers that say who asks: `nf-post` at the desk, `nf-receipt` for an anonymous worker. */
  headers?: () => Record<string, string>
  /** Told of every refusal: the shell looks whether the person is still signed in. */
  onRefused?: (error: ApiError) => void
}

/** Posts JSON and gives JSON back. @throws ApiError with a sentence for a person, also when the line is broken */
export function createSend({ headers = () => ({}), onRefused }: SenderParts = {}): Send {
  return async (path, input, { key, signal } = {}) => {
    try {
      return await request(path, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers(), ...(key ? { 'idempotency-key': key } : {}) },
        body: JSON.stringify(input ?? {}),
        signal,
      })
    } catch (error) {
      if (error instanceof ApiError) onRefused?.(error)
      throw error
    }
  }
}

/** One request, its answer read as JSON. An abort by the caller stays an abort. @throws ApiError */
export async function request(path: string, init: RequestInit & { signal?: AbortSignal }): Promise<unknown> {
  const patience = AbortSignal.timeout(PATIENCE)
  const signal = init.signal ? AbortSignal.any([init.signal, patience]) : patience
  const response = await fetch(path, { ...init, signal, credentials: 'same-origin' }).catch((error: unknown) => {
    if (init.signal?.aborted) throw error
    throw lostLine(patience.aborted)
  })
  const body: unknown = await response.json().catch(() => null)
  if (!response.ok) throw refusalOf(response.status, body)
  return body
}

/** No answer came. */
export function lostLine(isSlow: boolean): ApiError {
  if (isSlow) return new ApiError(0, '等了半分钟还没有回音，可能网络太慢。您填的内容还在，请再试一次，不会重复办理。')
  return new ApiError(0, '网络断了，没有送到。您填的内容还在，连上网后请再试一次。')
}

/** The one shape of an error, or a sentence of ours when something in between answered. */
export function refusalOf(status: number, body: unknown): ApiError {
  const { error } = (body ?? {}) as { error?: { message?: unknown; details?: unknown } }
  if (typeof error?.message === 'string') return new ApiError(status, error.message, error.details)
  return new ApiError(status, '系统现在没有回应，您填的内容还在，请过一会儿再试。')
}
