import fc from 'fast-check'
import { expect, test } from 'vitest'
import { builtInLayouts, type ExportField, exportFields, usualColumn } from '../rules/layouts.ts'
import { extended, isSame, moved, problemOf, reformed, renamed, unused, without } from './draft.ts'

const columns = builtInLayouts[0]?.columns ?? []

test('moving a column up and down again leaves the layout as it was', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: columns.length - 1 }), (at) => {
      expect(isSame(moved(moved(columns, at, -1), at - 1, 1), columns)).toBe(true)
      expect(isSame(moved(columns, at, -1), columns)).toBe(false)
    }),
  )
  expect(moved(columns, 0, -1)).toBe(columns)
  expect(moved(columns, columns.length - 1, 1)).toBe(columns)
})

test('a field that was taken out can be added again, in its usual name', () => {
  const shorter = without(columns, 1)
  expect(unused(shorter)).toContain('name')
  expect(extended(shorter, 'name').at(-1)).toEqual(usualColumn('name'))
  const all = (Object.keys(exportFields) as ExportField[]).map(usualColumn)
  expect(unused(all)).toEqual([])
})

test('an empty or repeated name is said before it is sent', () => {
  expect(problemOf(columns)).toBeUndefined()
  expect(problemOf([])).toContain('至少要有一栏')
  expect(problemOf(renamed(columns, 0, '  '))).toContain('没有列名')
  expect(problemOf(renamed(columns, 0, columns[1]?.header ?? ''))).toContain('会员姓名')
  expect(isSame(reformed(columns, 4, 'code'), columns)).toBe(false)
})
