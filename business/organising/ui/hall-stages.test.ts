import { expect, test } from 'vitest'
import { workflow } from '../workflow.ts'
import { blank, inputOf, lackOf } from './hall-draft.ts'
import { stagesOf, wordsOf } from './hall-stages.ts'

const wishedAt = '2026-03-02T01:00:00.000Z'
const states = Object.keys(workflow.states) as (keyof typeof workflow.states)[]

test('every state has a stage and a sentence a worker understands', () => {
  for (const state of states) {
    const { steps, current } = stagesOf({ state, wishedAt })
    expect([steps.length, current >= 1 && current <= 4]).toEqual([4, true])
    expect(wordsOf({ state, unionName: null })).toMatch(/。$/)
  }
})

test('a wish never goes backwards along the straight way', () => {
  const stages = workflow.path.map((state) => stagesOf({ state, wishedAt }).current)
  expect(stages).toEqual(stages.toSorted())
})

test('the union is named once it is there', () => {
  expect(wordsOf({ state: 'approved', unionName: '某厂工会' })).toContain('某厂工会已经成立')
  expect(stagesOf({ state: 'dropped', wishedAt }).stopped).toBe('这次没有建成')
})

test('a wish is sent with the employer of the register, or its name and street', () => {
  expect(lackOf(blank)).toContain('写几个字')
  expect(lackOf({ ...blank, firmText: '平湖' })).toContain('直接写名字')
  expect(lackOf({ ...blank, firmName: '修车铺' })).toContain('街道')
  expect(inputOf({ ...blank, firmName: '修车铺', place: '440307.003.', note: ' 十个人 ' })).toEqual({
    firmName: '修车铺',
    place: '440307.003.',
    note: '十个人',
  })
  expect(inputOf({ ...blank, enterpriseId: 'x', firmName: '别的' })).toEqual({ enterpriseId: 'x' })
})
