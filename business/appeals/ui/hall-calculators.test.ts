import { describe, expect, test } from 'vitest'
import { calculators, faultOf } from './hall-calculators.ts'

const work = (name: string, answers: Record<string, string>) => calculators[name]?.work(answers, {}).totalFen

describe('what people type comes out as the rules reckon it', () => {
  test('three years at 8 000 yuan, sent away without reason, are six months', () => {
    expect(work('severance', { kind: '2N', from: '2020-03-01', to: '2023-02-28', wage: '8,000' })).toBe(4_800_000)
  })

  test('ten hours on working days at 4 350 yuan, the rest left blank, are 375 yuan', () => {
    expect(work('overtime', { wage: '4350', workday: '１０' })).toBe(37_500)
  })

  test('a year without a contract is eleven months', () => {
    expect(work('contract', { from: '2022-01-01', to: '2022-12-31', wage: '1' })).toBe(1_100)
  })

  test('three days of leave not taken at 2 175 yuan', () => {
    expect(work('leave', { years: '3', taken: '2', wage: '2175' })).toBe(60_000)
  })
})

describe('an answer that cannot be taken says what to do', () => {
  const asked = calculators.severance?.questions ?? []
  const question = (key: string) => asked.find((one) => one.key === key)!

  test('blank, words for money, and a last day before the first', () => {
    expect(faultOf(question('wage'), ' ', {})).toBe('先填上这一项')
    expect(faultOf(question('wage'), '八千', {})).toBe('请填数字，比如 6500')
    expect(faultOf(question('to'), '2019-01-01', { from: '2020-01-01' })).toContain('之前')
    expect(faultOf(question('to'), '2021-01-01', { from: '2020-01-01' })).toBeUndefined()
  })
})
