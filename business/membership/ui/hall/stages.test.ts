import { describe, expect, test } from 'vitest'
import type { Followed } from './api.ts'
import { stagesOf } from './stages.ts'

const asked = '2026-03-02T01:00:00.000Z'
const later = '2026-03-03T01:00:00.000Z'
const followed = (state: Followed['state'], toStates: Followed['state'][] = []) =>
  ({
    state,
    createdAt: asked,
    dueAt: state === 'approved' ? null : later,
    steps: toStates.map((toState) => ({ title: '', at: later, message: '', toState })),
  }) as Followed

describe('the stages an applicant sees', () => {
  test('are asking, being looked at, and being in', () => {
    expect(stagesOf(followed('applied'))).toMatchObject({
      current: 1,
      steps: [{}, { due: later }, {}],
      stopped: undefined,
    })
    expect(stagesOf(followed('supplementing')).steps[1]?.title).toBe('等您补正')
    expect(stagesOf(followed('approved', ['approved']))).toMatchObject({ current: 3 })
  })

  test('of the pool say that one is a member already', () => {
    expect(stagesOf(followed('pooled', ['pooled']))).toMatchObject({
      current: 2,
      steps: [{}, { title: '已是会员' }, { due: later }],
    })
    expect(stagesOf(followed('approved', ['pooled', 'approved'])).current).toBe(3)
  })

  test('say where they stopped', () => {
    expect(stagesOf(followed('declined', ['declined'])).stopped).toBe('没有同意')
    expect(stagesOf(followed('moved', ['moved'])).stopped).toBe('转办转会')
  })
})
