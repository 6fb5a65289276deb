import { expect, test } from 'vitest'
import { blank, headcountOf, inputOf, isPhone } from './hall-draft.ts'

const draft = { ...blank, story: ' 三个月没发工资 ', contact: 'named', phone: '138 0000 0000', name: '张师傅' }

test('张师傅 leaves his phone and picks his factory', () => {
  expect(inputOf({ ...draft, enterpriseId: 'e1', enterpriseName: '平湖电子厂', place: '440307.003.' })).toEqual({
    story: '三个月没发工资',
    enterpriseId: 'e1',
    isAnonymous: false,
    contactName: '张师傅',
    contactPhone: '138 0000 0000',
  })
})

test('who chooses to stay without a name sends neither name nor phone, even when they were typed before', () => {
  const input = inputOf({ ...draft, contact: 'anonymous' })
  expect(input.isAnonymous).toBe(true)
  expect(JSON.stringify(input)).not.toMatch(/138|张师傅/)
})

test('who does not want to name the employer sends no name that was typed before', () => {
  expect(inputOf({ ...draft, enterpriseName: '平湖电子厂', hasNoEmployer: true, place: '440307.003.' })).toEqual({
    story: '三个月没发工资',
    place: '440307.003.',
    isAnonymous: false,
    contactName: '张师傅',
    contactPhone: '138 0000 0000',
  })
})

test('what comes through another door says so and keeps its kind', () => {
  expect(inputOf({ ...draft, about: 'injury' })).toMatchObject({
    story: '【工伤探视】三个月没发工资',
    category: 'injury',
  })
})

test('a number of people is read as typed, and nonsense is none', () => {
  expect([' 27 ', '２７人', '0', '-3', '很多', ''].map(headcountOf)).toEqual([
    27,
    27,
    undefined,
    undefined,
    undefined,
    undefined,
  ])
})

test('phones are known with spaces, dashes and +86', () => {
  expect(['13800000000', '+86 138-0000-0000', '１３８００００００００', '12345', '0755 1234567'].map(isPhone)).toEqual([
    true,
    true,
    true,
    false,
    false,
  ])
})
