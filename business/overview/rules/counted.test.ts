import fc from 'fast-check'
import { expect, test } from 'vitest'
import { countLines, countPlaces, sumOf } from './counted.ts'

const below = [
  { path: '1.1.', name: '平湖' },
  { path: '1.2.', name: '坂田' },
]
const lines = [
  { slug: 'appeals', title: '职工诉求' },
  { slug: 'unions', title: '工会台账' },
]
const count = fc.integer({ min: 0, max: 50 })
const cells = fc.array(
  fc.record({
    line: fc.constantFrom('appeals', 'unions'),
    path: fc.constantFrom('1.', '1.1.', '1.2.', '1.9.'),
    late: count,
    legal: count,
    soon: count,
  }),
)

test('lines and unions each sum to the whole, also what lies at no union listed', () => {
  fc.assert(
    fc.property(cells, (some) => {
      expect(sumOf(countLines(lines, some))).toMatchObject({ late: sumOf(some).late, soon: sumOf(some).soon })
      expect(sumOf(countPlaces(below, some, '1.'))).toMatchObject({ late: sumOf(some).late, soon: sumOf(some).soon })
    }),
  )
})

test('unions keep their order whatever they have, lines with nothing are left out', () => {
  const some = [{ line: 'unions', path: '1.2.', late: 9, legal: 1, soon: 0 }]
  expect(countPlaces(below, some, '1.').map(({ name, late }) => [name, late])).toEqual([
    ['平湖', 0],
    ['坂田', 9],
  ])
  expect(countLines(lines, some)).toEqual([{ line: 'unions', title: '工会台账', late: 9, legal: 1, soon: 0 }])
})

test('a place with nothing below lists nothing', () => {
  expect(countPlaces([], [{ line: 'unions', path: '1.', late: 1, legal: 0, soon: 0 }], '1.')).toEqual([])
})
