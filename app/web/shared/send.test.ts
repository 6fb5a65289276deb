import { afterEach, expect, test, vi } from 'vitest'
import { ApiError, createSend } from './send.ts'

afterEach(() => vi.unstubAllGlobals())

const answer = (status: number, body: unknown) => vi.fn(async () => new Response(JSON.stringify(body), { status }))

test('an intent and the post travel as headers, never in the address', async () => {
  const fetched = answer(200, { ok: true })
  vi.stubGlobal('fetch', fetched)
  const send = createSend({ headers: () => ({ 'nf-post': 'p1' }) })
  expect(await send('/api/appeals/sign', { id: '1' }, { key: 'abcdefgh' })).toEqual({ ok: true })
  const [path, init] = fetched.mock.calls[0] as unknown as [string, RequestInit]
  expect(path).toBe('/api/appeals/sign')
  expect(init.headers).toMatchObject({ 'nf-post': 'p1', 'idempotency-key': 'abcdefgh' })
})

test('a refusal keeps its sentence and details, and the shell hears of it', async () => {
  vi.stubGlobal(
    'fetch',
    answer(409, { error: { status: 409, message: '就在刚才别人办理了这件事', details: { state: 'signed' } } }),
  )
  const onRefused = vi.fn()
  const refused = createSend({ onRefused })('/api/appeals/sign', {})
  await expect(refused).rejects.toMatchObject({
    status: 409,
    message: '就在刚才别人办理了这件事',
    details: { state: 'signed' },
  })
  expect(onRefused).toHaveBeenCalledOnce()
})

test('a broken line is said in words, and that nothing typed was lost', async () => {
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('Failed to fetch')))
  const error: unknown = await createSend()('/api/todo/list', {}).catch((problem: unknown) => problem)
  expect(error).toBeInstanceOf(ApiError)
  expect((error as ApiError).message).toContain('网络断了')
})

test('what the caller stops himself is no refusal', async () => {
  const stop = new AbortController()
  vi.stubGlobal('fetch', async () => {
    stop.abort()
    throw new DOMException('stopped', 'AbortError')
  })
  await expect(createSend()('/api/todo/list', {}, { signal: stop.signal })).rejects.toMatchObject({
    name: 'AbortError',
  })
})

test('an answer that is not ours is not shown as it is', async () => {
  vi.stubGlobal(
    'fetch',
    vi.fn(async () => new Response('<html>Bad Gateway</html>', { status: 502 })),
  )
  await expect(createSend()('/api/todo/list', {})).rejects.toMatchObject({
    status: 502,
    message: expect.stringContaining('没有回应'),
  })
})
