import { describe, expect, test } from 'vitest'
import type { Followed } from './hall-api.ts'
import { stagesOf } from './hall-stages.ts'

const asked = '2026-03-02T01:00:00.000Z'
const later = '2026-03-03T01:00:00.000Z'
const followed = (state: Followed['state'], steps: Followed['steps'] = [], kind: Followed['kind'] = 'transfer') =>
  ({ kind, state, steps, createdAt: asked, dueAt: state === 'done' ? null : later }) as Followed
const told = (toState: Followed['state']) => ({ title: '', at: later, message: '', toState })

describe('the stages a member sees', () => {
  test('wait for the old union, then for the new one, then all is done', () => {
    expect(stagesOf(followed('releasing'))).toMatchObject({ current: 1, steps: [{}, { due: later }, {}] })
    expect(stagesOf(followed('incoming', [told('incoming')]))).toMatchObject({
      current: 2,
      steps: [{}, { at: later }, {}],
    })
    expect(stagesOf(followed('done', [told('incoming'), told('done')]))).toMatchObject({
      current: 3,
      stopped: undefined,
    })
  })

  test('stop where the matter stopped', () => {
    expect(stagesOf(followed('withdrawn'))).toMatchObject({ current: 1, stopped: '已撤回' })
    expect(stagesOf(followed('withdrawn', [told('incoming')]))).toMatchObject({ current: 2 })
    expect(stagesOf(followed('refused', [told('incoming')])).stopped).toContain('代管')
  })

  test('are two where no other union is asked', () => {
    expect(stagesOf(followed('done', [told('done')], 'leave'))).toMatchObject({
      current: 2,
      steps: [{}, { title: '生效' }],
    })
    expect(stagesOf(followed('confirming', [], 'retain'))).toMatchObject({ current: 1, steps: [{}, { due: later }] })
  })
})
