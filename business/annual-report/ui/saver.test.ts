import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { ApiError } from '../../../kit/api/index.ts'
import { createSaver, type Saving, type Send, type Text } from './saver.ts'

const text = (title: string): Text => ({ title, body: [] })
const saved = (revision: number) => ({ revision, editedAt: '2026-03-02T01:00:00.000Z' })

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

function opened(send: Send) {
  const told: Saving['state'][] = []
  const saver = createSaver(send, 1, ({ state }) => told.push(state))
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
    expect(told.at(-1)).toBe('saved')
    expect(saver.hasWaiting()).toBe(false)
  })

  test('is kept and sent again after the line broke', async () => {
    const send = vi.fn<Send>(async (revision) => saved(revision + 1))
    send.mockRejectedValueOnce(new ApiError(0, '没有连上'))
    const { saver, told } = opened(send)
    saver.change(text('甲'))
    await vi.advanceTimersByTimeAsync(2000)
    expect(told.at(-1)).toBe('failed')
    await vi.advanceTimersByTimeAsync(10_000)
    expect(told.at(-1)).toBe('saved')
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
    expect(told.at(-1)).toBe('stale')
    expect(send).toHaveBeenCalledTimes(1)
    await saver.overwrite(5)
    expect(send).toHaveBeenLastCalledWith(5, text('甲乙'))
    expect(saver.revision()).toBe(6)
  })
})
