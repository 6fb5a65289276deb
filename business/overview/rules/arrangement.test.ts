import { expect, test } from 'vitest'
import { streetData } from '../../../district/communities.ts'
import { spotsOf } from './arrangement.ts'

const paths = streetData.map(({ code }) => `440307.${code}.`)

test('each street of 龙岗 has a spot of its own, 坪地 in the north-east and 坂田 in the west', () => {
  const spots = spotsOf(paths)
  expect(Object.keys(spots ?? {})).toEqual(paths)
  const [pingdi, bantian] = [spots?.['440307.006.'], spots?.['440307.013.']]
  expect(pingdi?.[0]).toBeGreaterThan(bantian?.[0] ?? 9)
  expect(pingdi?.[1]).toBeLessThan(bantian?.[1] ?? 0)
})

test('what has no place on the ground stands below in official order, and no two share a spot', () => {
  const more = Array.from({ length: 8 }, (_, index) => `440307.X0${index}.`)
  const spots = spotsOf([...more, ...paths]) ?? {}
  expect(more.map((path) => spots[path])).toEqual([
    [1, 5],
    [2, 5],
    [3, 5],
    [4, 5],
    [5, 5],
    [6, 5],
    [1, 6],
    [2, 6],
  ])
  expect(new Set(Object.values(spots).map((spot) => spot.join())).size).toBe(19)
})

test('another federation, a street’s communities and nothing at all are shown in official order', () => {
  expect(spotsOf(['440306.001.', '440306.002.'])).toBeNull()
  expect(spotsOf(['440307.003.012.'])).toBeNull()
  expect(spotsOf([])).toBeNull()
})
