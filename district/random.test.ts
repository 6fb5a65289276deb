import { expect, test } from 'vitest'
import { between, pick, randomOf, sample, seededId, shuffle, weighted } from './random.ts'

test('the same name and number give the same stream, another number another one', () => {
  const draw = (n: number) => Array.from({ length: 5 }, randomOf('firm', n))
  expect(draw(7)).toEqual(draw(7))
  expect(draw(7)).not.toEqual(draw(8))
})

test('the stream is pinned, so that a demonstration made last year is made again today', () => {
  const random = randomOf('pinned', 1)
  expect([random(), random(), random()].map((x) => x.toFixed(8))).toMatchInlineSnapshot(`
    [
      "0.01353352",
      "0.86450411",
      "0.67463471",
    ]
  `)
})

test('numbers spread evenly over [0, 1)', () => {
  const random = randomOf('even')
  const tenths = new Array<number>(10).fill(0)
  for (let i = 0; i < 20_000; i++) tenths[Math.floor(random() * 10)]! += 1
  for (const count of tenths) expect(Math.abs(count - 2_000)).toBeLessThan(200)
})

test('between includes both ends', () => {
  const random = randomOf('ends')
  expect(new Set(Array.from({ length: 200 }, () => between(random, 3, 5)))).toEqual(new Set([3, 4, 5]))
})

test('a weight of nothing is never drawn, three times the weight about three times as often', () => {
  const random = randomOf('weights')
  const draw = weighted([
    ['a', 1],
    ['never', 0],
    ['b', 3],
  ])
  const drawn = Array.from({ length: 8_000 }, () => draw(random))
  const count = (what: string) => drawn.filter((one) => one === what).length
  expect(count('never')).toBe(0)
  expect(count('b') / count('a')).toBeCloseTo(3, 0)
})

test('shuffling keeps every item, a sample has no item twice', () => {
  const items = Array.from({ length: 50 }, (_, i) => i)
  const mixed = shuffle(randomOf('mix'), [...items])
  expect(mixed).not.toEqual(items)
  expect([...mixed].sort((a, b) => a - b)).toEqual(items)
  expect(new Set(sample(randomOf('some'), items, 20)).size).toBe(20)
  expect(sample(randomOf('all'), items, 99)).toHaveLength(50)
  expect(items).toContain(pick(randomOf('one'), items))
})

test('a seeded identifier is a UUID of version 8, counts upwards and sorts before those made in use', () => {
  const ids = Array.from({ length: 1_000 }, (_, n) => seededId('firm', n))
  for (const id of ids) expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
  expect([...ids].sort()).toEqual(ids)
  expect(ids.at(-1)! < '019b0000-0000-7000-8000-000000000000').toBe(true)
  expect(seededId('person', 5)).not.toBe(seededId('firm', 5))
})
