import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { ApiError } from '../../../kit/api/index.ts'
import { createSaver, type Saving, type Send, type Text } from './saver.ts'

const text = (title: string): Text => ({ title, body: [] })
const saved = (revision: number) => ({ revision, editedAt: '2026-03-02T01:00:00.000Z' })

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

function opened(send: Send) {
  const told: Saving[] = []
  const saver = createSaver(send, 1, (saving) => told.push(saving))
  return { saver, told }
}

describe('a draft', () => {
  test('is sent once when the typing rests, with the revision it follows', async () => {
    const send = vi.fn<Send>(async (revision) => saved(revision + 1))
    const { saver, told } = opened(send)
    saver.change(text('甲'))
    saver.change(text('乙'))
    await vi.advanceTimersByTimeAsync(2000)
    saver.change(text('丙'))
    await vi.advanceTimersByTimeAsync(2000)
    expect(send.mock.calls).toEqual([
      [1, text('乙')],
      [2, text('丙')],
    ])
    expect(told.at(-1)?.state).toBe('saved')
    expect(saver.hasUnsaved()).toBe(false)
  })

  test('is not known to be saved while it is on its way', async () => {
    const send = Promise.withResolvers<Awaited<ReturnType<Send>>>()
    const { saver } = opened(() => send.promise)
    expect(saver.hasUnsaved()).toBe(false)
    saver.change(text('甲'))
    expect(saver.hasUnsaved()).toBe(true)
    await vi.advanceTimersByTimeAsync(2000)
    expect(saver.hasUnsaved()).toBe(true)
    send.resolve(saved(2))
    await vi.advanceTimersByTimeAsync(0)
    expect(saver.hasUnsaved()).toBe(false)
  })

  test('that the house refuses is kept, not sent again until it is changed, and said to be so', async () => {
    const send = vi.fn<Send>(async (revision) => saved(revision + 1))
    send.mockRejectedValueOnce(new ApiError(400, '一段最多写 20000 个字，请分成几段'))
    const { saver, told } = opened(send)
    saver.change(text('甲'))
    await vi.advanceTimersByTimeAsync(60_000)
    expect(told.at(-1)).toMatchObject({ state: 'failed', isRetried: false })
    expect([send.mock.calls.length, saver.hasUnsaved()]).toEqual([1, true])
    saver.change(text('乙'))
    await vi.advanceTimersByTimeAsync(2000)
    expect([told.at(-1)?.state, saver.hasUnsaved()]).toEqual(['saved', false])
  })

  test('is kept and sent again after the line broke', async () => {
    const send = vi.fn<Send>(async (revision) => saved(revision + 1))
    send.mockRejectedValueOnce(new ApiError(0, '没有连上'))
    const { saver, told } = opened(send)
    saver.change(text('甲'))
    await vi.advanceTimersByTimeAsync(2000)
    expect(told.at(-1)?.state).toBe('failed')
    await vi.advanceTimersByTimeAsync(10_000)
    expect(told.at(-1)?.state).toBe('saved')
    expect(send).toHaveBeenCalledTimes(2)
  })

  test('that somebody else saved meanwhile waits for the writer, and is sent over theirs only when he says so', async () => {
    const send = vi.fn<Send>(async (revision) => saved(revision + 1))
    send.mockRejectedValueOnce(new ApiError(409, '李敏也在改', { revision: 5 }))
    const { saver, told } = opened(send)
    saver.change(text('甲'))
    await vi.advanceTimersByTimeAsync(2000)
    saver.change(text('甲乙'))
    await vi.advanceTimersByTimeAsync(60_000)
    expect([told.at(-1)?.state, saver.hasUnsaved()]).toEqual(['stale', true])
    expect(send).toHaveBeenCalledTimes(1)
    await saver.overwrite(5)
    expect(send).toHaveBeenLastCalledWith(5, text('甲乙'))
    expect(saver.revision()).toBe(6)
  })
})
