import { expect, test } from 'vitest'
import { type AppealState, workflow } from '../workflow.ts'
import { isOver, opening, stagesOf } from './hall-stages.ts'

const at = '2024-11-18T01:00:00.000Z'
const told = (...titles: string[]) => titles.map((title) => ({ title, at }))

test('every stage begins with a step that the workflow has under this title', () => {
  const titles = Object.values(workflow.steps).map((step) => step.title)
  expect(titles).toEqual(expect.arrayContaining(Object.values(opening)))
})

test('before acceptance only the receipt is done', () => {
  const stages = stagesOf('received', told('接报'))
  expect(stages.current).toBe(1)
  expect(stages.steps.map((step) => step.title)).toEqual(['已收到', '受理', '处理', '答复'])
  expect(stages.steps[0]?.at).toBe(at)
})

test('an answered appeal has all stages behind it', () => {
  expect(stagesOf('answered', told('接报', '受理', '办结反馈'))).toMatchObject({ current: 4, stopped: undefined })
})

test('an appeal withdrawn before acceptance stopped at acceptance, a later one while handled', () => {
  expect(stagesOf('withdrawn', told('接报'))).toMatchObject({ current: 1, stopped: '您撤回了' })
  expect(stagesOf('withdrawn', told('接报', '受理'))).toMatchObject({ current: 2, stopped: '您撤回了' })
})

test('over for the worker is what the workflow calls final', () => {
  const states = Object.keys(workflow.states) as AppealState[]
  expect(states.filter(isOver).sort()).toEqual([...workflow.final].sort())
})
