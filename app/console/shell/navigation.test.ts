import { expect, test } from 'vitest'
import { currentItem, firstPageOf, navigationOf } from './navigation.ts'

const counts = { todo: 3, byLine: new Map([['appeals', 3]]) }
const titles = (role: string) => navigationOf(role, counts).flatMap(({ items }) => items.map(({ title }) => title))

test('an officer sees the to-do first, then what is put together from all lines, then the lines by chapter', () => {
  const [own, ...chapters] = navigationOf('street_officer', counts)
  expect(own?.items.slice(0, 2).map(({ title }) => title)).toEqual(['待办', '一屏总览'])
  expect(own?.items.at(-1)?.title).toBe('导入')
  expect(chapters.map(({ title }) => title)).toEqual(['维权', '组建', '规则'])
  expect(titles('street_officer').at(-1)).toBe('参数')
  expect(navigationOf('street_officer', counts)[1]).toMatchObject({ title: '维权', items: [{ count: 3 }] })
})

test('who handles single matters sees no figures, and administrators no business', () => {
  expect(titles('mediator')).toEqual(['待办', '职工诉求', '参数'])
  expect(titles('system_admin')).toEqual(['参数', '我的账号'])
  expect(titles('audit_admin')).toEqual(['审计记录', '我的账号'])
  expect(titles('security_admin')).toEqual(['我的账号'])
})

test('each administrator begins at what is his', () => {
  expect(['system_admin', 'audit_admin', 'security_admin'].map(firstPageOf)).toEqual([
    '/console/parameters',
    '/console/audit',
    '/console/account',
  ])
})

test('the item in view is the longest that begins the address', () => {
  const groups = navigationOf('street_officer', counts)
  expect(currentItem('/console', groups)).toBe('/console')
  expect(currentItem('/console/appeals/1', groups)).toBe('/console/appeals')
  expect(currentItem('/console/account', groups)).toBe('')
})
