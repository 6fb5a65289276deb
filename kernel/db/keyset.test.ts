import fc from 'fast-check'
import { expect, test } from 'vitest'
import { markIn, pageBy } from './keyset.ts'

const id = fc.uuid({ version: 7 })
const row = fc.record({ at: fc.integer({ min: 0, max: 5 }), id })

test('pages one behind the other hold every row once, also where many share a key', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(row, { selector: (one) => one.id, maxLength: 40 }),
      fc.integer({ min: 1, max: 7 }),
      (all, limit) => {
        const sorted = all.toSorted((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1))
        const read: typeof all = []
        let after: string | undefined
        for (let page = 0; page <= all.length; page++) {
          const mark = markIn(after, 'number')
          const rest = sorted.filter(
            (one) => !mark || one.at > Number(mark.at) || (one.at === Number(mark.at) && one.id > mark.id),
          )
          const { rows, next } = pageBy(rest.slice(0, limit + 1), limit, (one) => one)
          read.push(...rows)
          if (next === null) break
          after = next
        }
        expect(read).toEqual(sorted)
      },
    ),
  )
})

test('what is no mark is refused with a sentence, and no mark is the first page', () => {
  expect(markIn(undefined, 'instant')).toBeNull()
  expect(markIn('2026-01-05~0190a000-0000-7000-8000-000000000000', 'day')).toEqual({
    at: '2026-01-05',
    id: '0190a000-0000-7000-8000-000000000000',
  })
  for (const wrong of ['', '~', 'x~y', "2026-01-05~'; drop table persons", '5'])
    expect(() => markIn(wrong, 'day')).toThrow(/翻页位置不对/)
})
