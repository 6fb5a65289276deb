import { expect, test } from 'vitest'
import { arrangeVerbs } from './arrange-verbs.ts'

const verb = (title: string, enabled = true, primary = false) => ({ verb: title, title, enabled, primary })
const titles = (verbs: { title: string }[]) => verbs.map(({ title }) => title)

test('only one verb is primary, the next one that asks stands beside it', () => {
  const places = arrangeVerbs([verb('签收', true, true), verb('转办'), verb('结案', true, true)], 3)
  expect(places.primary?.title).toBe('签收')
  expect(titles(places.shown)).toEqual(['转办', '结案'])
})

test('what can be done comes before what cannot', () => {
  expect(titles(arrangeVerbs([verb('结案', false), verb('转办')], 3).shown)).toEqual(['转办', '结案'])
})

test('too many verbs go under 更多, and none is lost', () => {
  const places = arrangeVerbs(
    ['转办', '并案', '延期', '退回', '归档'].map((title) => verb(title)),
    3,
  )
  expect(titles(places.shown)).toEqual(['转办', '并案'])
  expect(titles(places.more)).toEqual(['延期', '退回', '归档'])
})
