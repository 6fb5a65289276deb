import { afterAll, beforeAll, expect, test } from 'vitest'
import { small } from '../../district/small.ts'
import type { Actor } from '../../kernel/access/actor.ts'
import { contract } from './contract.ts'
import { line } from './line.ts'
import { clerkSong, officerLi, openFoundings, printing } from './testing.ts'

let district: Awaited<ReturnType<typeof openFoundings>>
let shops: string[]
beforeAll(async () => {
  district = await openFoundings()
  shops = await district.addSmallFirms([20, 15, 12, 9, 5])
  await district.recruiting()
  for (const shop of shops) {
    district.clock.advance({ hours: 1 })
    await as(clerkSong).receive({ enterpriseIds: [shop] })
  }
})
afterAll(() => district.close())
const as = (actor: Actor) => district.as(actor)

test('open foundings stand by their clock, in pages that neither repeat nor lose one', async () => {
  const seen: string[] = []
  let after: string | undefined
  do {
    const page = await as(clerkSong).list({ limit: 2, after })
    seen.push(...page.rows.map((row) => row.id))
    after = page.next ?? undefined
  } while (after)
  const all = await as(clerkSong).list({})
  expect(seen).toEqual(all.rows.map((row) => row.id))
  const due = all.rows.map((row) => row.nextDueAt ?? '')
  expect(due).toEqual(due.toSorted())
  expect((await as(clerkSong).list({ scope: 'all', limit: 1 })).rows).toHaveLength(1)
  await expect(as(clerkSong).list({ after: '1~2' })).rejects.toMatchObject({ status: 400 })
})

test('they are narrowed by state, form and words, and counted by state', async () => {
  const states = async (input: Parameters<ReturnType<typeof as>['list']>[0]) =>
    (await as(officerLi).list(input)).rows.map((row) => row.state)
  expect(await states({ state: 'recruiting' })).toEqual(['recruiting'])
  expect(await states({ form: 'joint' })).toEqual([])
  expect((await as(officerLi).list({ text: '沐穗棠' })).rows).toMatchObject([{ employees: 60, firms: 1, members: 0 }])
  const counts = await as(officerLi).stages({})
  expect(Object.fromEntries(counts.map(({ state, open }) => [state, open]))).toEqual({ lead: 5, recruiting: 1 })
  expect(await as(small.officerYe.actor).stages({})).toEqual([])
  expect((await as(officerLi).list({ under: small.hehua.path })).rows).toEqual([])
})

test('a list is one statement, however long', async () => {
  let statements = 0
  const count = (n: number) => {
    statements = n
  }
  await district.inDistrict(clerkSong, line, contract, { count }).list({ limit: 2 })
  const few = statements
  await district.inDistrict(clerkSong, line, contract, { count }).list({ limit: 50 })
  expect(statements).toBe(few)
  expect(printing.union).toBeNull()
})
