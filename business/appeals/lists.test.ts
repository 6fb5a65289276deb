import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { MONDAY } from '../../district/testing.ts'
import { openAppeals, wages } from './testing.ts'

let room: Awaited<ReturnType<typeof openAppeals>>
beforeAll(async () => {
  room = await openAppeals()
  for (let i = 0; i < 10; i++) await room.rider().receive({ ...wages, headcount: i % 2 ? 12 : 1 })
})
afterAll(() => room.district.close())

describe('lists', () => {
  test('come by the clock, in pages that neither repeat nor lose a row', async () => {
    const seen: string[] = []
    let after: string | undefined
    do {
      const page = await room.li().list({ limit: 3, after })
      seen.push(...page.rows.map((row) => row.id))
      after = page.next ?? undefined
    } while (after)
    const all = await room.li().list({ limit: 200 })
    expect(seen).toEqual(all.rows.map((row) => row.id))
    expect(new Set(seen).size).toBe(seen.length)
    const due = all.rows.map((row) => row.nextDueAt ?? '9')
    expect(due).toEqual([...due].sort())
  })

  test('are filtered by place, category, group, text and lateness', async () => {
    room.district.clock.advance({ days: 30 })
    expect((await room.li().list({ lateOnly: true })).rows.length).toBeGreaterThan(0)
    room.district.clock.set(MONDAY)
    expect((await room.li().list({ lateOnly: true })).rows).toEqual([])
    expect((await room.li().list({ groupOnly: true })).rows.every((row) => row.isGroup)).toBe(true)
    expect((await room.li().list({ text: '蜂速' })).rows.length).toBeGreaterThan(0)
    expect((await room.li().list({ text: '没有这家' })).rows).toEqual([])
    await expect(room.li().list({ place: '%' })).rejects.toMatchObject({ status: 400 })
    await expect(room.li().list({ after: "' or 1=1" })).rejects.toMatchObject({ status: 400 })
  })
})
