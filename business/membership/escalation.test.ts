import { afterAll, beforeAll, expect, test } from 'vitest'
import { small } from '../../district/small.ts'
import { MONDAY } from '../../district/testing.ts'
import { contract as transfersContract } from '../transfers/contract.ts'
import { line as transfers } from '../transfers/line.ts'
import { numberOf, openMembership, riding } from './testing.ts'

const open = () => openMembership(transfers, transfersContract)
let room: Awaited<ReturnType<typeof open>>
beforeAll(async () => {
  room = await open()
})
afterAll(() => room.close())

test('what a community leaves lying goes to its street, then to the district, and no further; both and the worker are told', async () => {
  const rider = await room.newcomer()
  const asked = { enterpriseId: small.station.id, newFormKind: 'food_rider', livesOnWages: true } as const
  const { id } = await room.as(rider.actor).apply({ ...asked, name: '等得久', idNumber: numberOf() })
  await room.runJobs()
  expect(await room.matter(id)).toMatchObject({ unit_path: small.bainikeng.path, escalations: 0 })
  room.district.clock.set('2026-03-05T16:00:01.000Z')
  await room.runJobs()
  await room.runJobs()
  expect(await room.matter(id)).toMatchObject({ unit_path: small.pinghu.path, escalations: 1, state: 'applied' })
  const titles = async (who: { id: string }) => (await room.noticesOf(who.id)).map(({ title }) => title)
  expect(await titles(small.clerks.bainikeng)).toContain('入会申请已上报')
  expect(await titles(small.officerLi)).toContain('上报来的入会申请')
  expect((await room.noticesOf(rider.id)).at(-1)?.body).toContain('已上报')
  const clerk = await room.as(small.clerks.bainikeng.actor).get({ id })
  expect(clerk.verbs.find(({ verb }) => verb === 'approve')).toMatchObject({ enabled: false })
  expect(clerk.events.at(-1)).toMatchObject({ verb: 'escalate', actorName: '系统' })
  room.district.clock.set('2026-03-10T16:00:01.000Z')
  await room.runJobs()
  expect(await room.matter(id)).toMatchObject({ unit_path: '440307.', escalations: 2 })
  room.district.clock.set('2026-04-10T00:00:00.000Z')
  await room.runJobs()
  expect(await room.matter(id)).toMatchObject({ unit_path: '440307.', escalations: 2 })
  await room.as(small.officerWang.actor).approve({ id })
  const seen = await room.as(small.officerWang.actor).get({ id })
  expect(seen.state).toBe('approved')
  expect(seen.clocks.every(({ metAt }) => metAt !== null)).toBe(true)
  expect(await room.figure('inTimeRate')).toBe(0)
})

test('who leaves the pool by a transfer, or leaves the union, closes the matter behind him', async () => {
  room.district.clock.set(MONDAY)
  const [one, two] = [await room.newcomer('13900139001'), await room.newcomer('13900139002')]
  const ids: string[] = []
  for (const [who, name] of [
    [one, '池一'],
    [two, '池二'],
  ] as const) {
    const { id } = await room.as(who.actor).apply({ ...riding, name, idNumber: numberOf() })
    await room.as(small.officerLi.actor).pool({ id })
    ids.push(id)
  }
  const done = await room.as(one.actor).apply({ enterpriseId: small.station.id, livesOnWages: true })
  expect(done.kind).toBe('transfer')
  await room.transfersAs(small.clerks.bainikeng.actor).accept({ id: done.id })
  await room.transfersAs(two.actor).leave({})
  await room.runJobs()
  expect(await room.matter(ids[0] ?? '')).toMatchObject({ state: 'approved' })
  expect(await room.matter(ids[1] ?? '')).toMatchObject({ state: 'withdrawn' })
  expect(await room.figure('approved')).toBe(3)
})
