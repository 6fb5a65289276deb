import { afterAll, beforeAll, expect, test } from 'vitest'
import { openAppeals } from '../../business/appeals/testing.ts'
import { type SmallPerson, small } from '../../district/small.ts'
import { perform } from '../http/perform.ts'
import { line } from './line.ts'

type Page = {
  rows: { id: string; verbTitle: string | null; lineTitle: string }[]
  next: string | null
  late: number
  today: number
  soon: number
  total: number
}
let room: Awaited<ReturnType<typeof openAppeals>>
beforeAll(async () => {
  room = await openAppeals()
})
afterAll(() => room.district.close())

const todoOf = async (person: SmallPerson, input = {}) =>
  (await perform(room.district.house, line, 'list', input, { actor: person.actor })) as Page

test('a new matter is the street’s to do, then the mediator’s, then the street’s again for the follow-up', async () => {
  const id = await room.appealAt('received')
  const has = async (person: SmallPerson) => (await todoOf(person)).rows.find((row) => row.id === id)?.verbTitle
  expect([await has(small.officerLi), await has(small.mediatorLin)]).toEqual(['受理', undefined])
  await room.li().accept({ id })
  await room.li().classify({ id, category: 'wages', difficulty: 'general' })
  await room.li().assign({ id, assigneeId: small.mediatorLin.id })
  expect([await has(small.officerLi), await has(small.mediatorLin)]).toEqual([undefined, '签收'])
  await room.lin().sign({ id })
  await room.lin().contact({ id, note: '已通话' })
  await room.lin().answer({ id, answer: '已付清', outcome: 'paid' })
  expect(await has(small.officerLi)).toBe('回访')
  expect([await has(small.officerYe), await has(small.clerks.bainikeng), await has(small.officerWang)]).toEqual([
    undefined,
    undefined,
    undefined,
  ])
})

test('late and soon are counted, and pages neither repeat nor lose a matter', async () => {
  for (let i = 0; i < 5; i++) await room.appealAt('received')
  const first = await todoOf(small.officerLi, { limit: 2 })
  const seen = [...first.rows]
  for (let next = first.next; next; ) {
    const page = await todoOf(small.officerLi, { limit: 2, after: next })
    seen.push(...page.rows)
    next = page.next
  }
  expect(new Set(seen.map((row) => row.id)).size).toBe(first.total)
  // All but the follow-up of the first, which has three working days.
  expect([first.late, first.today, first.soon]).toEqual([0, 0, first.total - 1])
  room.district.clock.advance({ days: 20 })
  const after = await todoOf(small.officerLi, { limit: 1 })
  expect([after.late, after.today]).toEqual([first.total, first.total])
})

test('the rider finds his matters of all lines, with their state in words', async () => {
  const mine = (await perform(room.district.house, line, 'mine', {}, { actor: small.riderZhang.actor })) as {
    stateTitle: string
    lineTitle: string
  }[]
  expect(mine.length).toBeGreaterThan(5)
  expect(mine.every((matter) => matter.lineTitle === '职工诉求' && /[一-龥]/.test(matter.stateTitle))).toBe(true)
  expect(await perform(room.district.house, line, 'mine', {}, { actor: small.visitor })).toEqual([])
})

test('administrators have no business to do', async () => {
  await expect(todoOf(small.systemAdmin)).rejects.toMatchObject({ status: 403 })
})
