import { expect, test } from 'vitest'
import { averageWords, mapUnit, noteWords, tilesOf } from './tiles.ts'

const union = (path: string, name: string, value: number | null) => ({
  path,
  name,
  value,
  numerator: null,
  denominator: null,
})
const unions = [union('1.1.', '平湖街道', 96), union('1.2.', '坂田', 90), union('1.3.', '布吉', null)]
const rate = { code: 'appeals.onTimeRate', kind: 'rate', unit: '%', unions, average: 95, target: null } as const

test('a rate is held against the whole, with a word besides the colour', () => {
  expect(tilesOf({ ...rate, unions: [...unions] })).toEqual([
    { id: '1.1.', title: '平湖', words: '96%', tone: 'good' },
    { id: '1.2.', title: '坂田', words: '90%', tone: 'watch', note: '偏低' },
    { id: '1.3.', title: '布吉', words: '–', tone: 'quiet' },
  ])
})

test('a rate with a target is held against that, one of which less is better the other way round', () => {
  const target = { number: 97, comparator: '>=', reached: false } as const
  expect(tilesOf({ ...rate, unions: [...unions], target })[0]).toMatchObject({ tone: 'watch', note: '未达标' })
  const silence = tilesOf({ ...rate, unions: [...unions], code: 'transfers.silenceRate' })
  expect(noteWords({ ...rate, unions: [...unions], target })).toBe('没有达到的注明未达标')
  expect(silence.map(({ note }) => note)).toEqual(['偏高', undefined, undefined])
})

test('a count has no tone: a smaller street is not worse', () => {
  const counted = [union('1.1.', '平湖', 1_200_000), union('1.2.', '坂田', 90), union('1.', '未分到下级', 4)]
  const figure = {
    ...rate,
    code: 'appeals.recovered',
    kind: 'flow',
    unit: '元',
    unions: counted,
    average: 600_045,
  } as const
  expect(tilesOf({ ...figure, unions: counted })).toEqual([
    { id: '1.1.', title: '平湖', words: '120', tone: 'quiet' },
    { id: '1.2.', title: '坂田', words: '0.01', tone: 'quiet' },
  ])
  expect(mapUnit({ ...figure, unions: counted }).unit).toBe('万元')
  expect(averageWords({ ...figure, unions: counted })).toBe('平均 60 万元')
})
