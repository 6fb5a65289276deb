import { expect, test } from 'vitest'
import {
  codeRows,
  communities,
  communitiesOf,
  communityOf,
  districtRow,
  FEDERATION,
  streetOf,
  streetRow,
  streets,
} from './tree.ts'

test('the eleven streets stand in official order under their national codes', () => {
  expect(streets.map(({ name }) => name).join(' ')).toBe('平湖 坂田 布吉 南湾 横岗 龙城 龙岗 坪地 吉华 园山 宝龙')
  expect(streets.map(({ code }) => code).join(' ')).toBe('003 013 014 012 017 015 016 006 018 020 019')
  expect(streetRow(streetOf('003'))).toMatchObject({
    path: '440307.003.',
    name: '龙岗区平湖街道总工会',
    initials: 'phjd',
  })
  expect(districtRow()).toMatchObject({ path: '440307.', parent_id: null })
})

test('the streets of 葵涌, 大鹏 and 南澳 share the prefix but belong to another district', () => {
  const codes: string[] = streets.map(({ code }) => code)
  for (const code of ['009', '010', '011']) expect(codes).not.toContain(code)
})

test('a hundred and eleven communities: 9, 18, 45 and 39 of the four grades, so 27 of the first two', () => {
  expect(communities).toHaveLength(111)
  const count = (grade: number) => communities.filter((community) => community.grade === grade).length
  expect([1, 2, 3, 4].map(count)).toEqual([9, 18, 45, 39])
})

test('no path and no identifier comes twice, and every path leads through its street', () => {
  const places = [...streets, ...communities]
  expect(new Set(places.map(({ path }) => path)).size).toBe(122)
  expect(new Set(places.map(({ id }) => id)).size).toBe(122)
  for (const { path, street } of communities) expect(path.startsWith(street.path)).toBe(true)
  expect(communityOf('440307.003.008.E00012.').name).toBe('白泥坑')
  expect(communitiesOf('020').map(({ name }) => name)).toEqual(['保安', '西坑', '安良', '大康', '银荷', '荷坳'])
  expect(() => streetOf('009')).toThrow('no street 009')
  expect(() => communityOf('440307.003.')).toThrow('no community')
})

test('one place is found under its national number, its old local number and its other name', () => {
  const rows = codeRows()
  const find = (system: string, code: string) => rows.find((row) => row.system === system && row.code === code)
  const { id } = communityOf('440307.003.008.')
  expect(find('nbs', '440307003008')?.org_id).toBe(id)
  expect(find('grid', '440307001001')).toMatchObject({ org_id: id, valid_to: '2016-12-26' })
  expect(find('name', '白坭坑社区')?.org_id).toBe(id)
  expect(find('nbs', '440307013016')?.org_id).toBe(communityOf('440307.013.015.').id)
  expect(find('grid', '440307005')?.org_id).toBe(streetOf('017').id)
  expect(rows.filter(({ system }) => system === 'nbs')).toHaveLength(11 + 119)
  expect(new Set(rows.map(({ system, code, valid_from }) => [FEDERATION, system, code, valid_from].join())).size).toBe(
    rows.length,
  )
})
