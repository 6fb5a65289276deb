import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type SmallPerson, small } from '../../district/small.ts'
import { openFederations } from './testing.ts'

let room: Awaited<ReturnType<typeof openFederations>>
beforeAll(async () => {
  room = await openFederations()
})
afterAll(() => room.district.close())

const { bainikeng } = small
const judges = [small.officerYe, small.officerHe, small.lawyerCheng, small.mediatorLin, small.leaderChen]
const as = (person: SmallPerson) => room.as(person.actor)
const points = (sense: number) => ({ sense, response: 20, influence: 20, cohesion: 20 })
const applied = (title = '暖心网格') =>
  room.xie().apply({ id: bainikeng.id, title, content: '走访、建档、回访', year: 2026 })

/** A project with these judges asked. */
async function reviewing(people: readonly SmallPerson[]) {
  const { id } = await applied()
  await room.wang().accept({ id })
  await room.wang().appoint({ id, personIds: people.map((person) => person.id) })
  return id
}

describe('a project for the cup', () => {
  test('runs from application to award, with blind sheets and five days on display', async () => {
    const id = await reviewing(judges)
    for (const [n, judge] of judges.entries()) await as(judge).handIn({ id, points: points(20 + n) })
    expect((await room.wang().get({ id })).judges.map((judge) => judge.points)).toEqual([null, null, null, null, null])
    await room.wang().conclude({ id })
    const scored = await room.wang().get({ id })
    expect(scored).toMatchObject({ state: 'scored', score: 8200, firstScore: 2200 })
    expect(scored.judges.every((judge) => judge.points !== null)).toBe(true)
    expect((await room.xie().get({ id })).judges).toEqual([])
    await room.wang().publish({ id })
    await expect(room.chen().award({ id })).rejects.toMatchObject({ status: 409 })
    room.district.clock.advance({ days: 8 })
    await expect(room.wang().award({ id })).rejects.toMatchObject({ status: 422 })
    expect((await room.chen().award({ id })).state).toBe('awarded')
    const rows = await room.li().yearTable({ year: 2026 })
    expect(rows.find((row) => row.id === bainikeng.id)?.awards).toBe(1)
  })

  test('is given back, added to by the federation and taken in again', async () => {
    const { id } = await applied('夜校')
    await room.wang().giveBack({ id, note: '请补充参加人数' })
    await expect(room.ye().resubmit({ id, content: '别人的' })).rejects.toMatchObject({ status: 404 })
    await room.xie().resubmit({ id, content: '共 300 人参加' })
    expect(await room.wang().get({ id })).toMatchObject({ state: 'applied', content: '共 300 人参加' })
    await room.wang().accept({ id })
    await expect(room.wang().accept({ id })).rejects.toMatchObject({ status: 409 })
    await expect(room.li().accept({ id })).rejects.toMatchObject({ status: 403 })
  })

  test('is not taken in by the one who applied', async () => {
    const { id } = await room.wang().apply({ id: bainikeng.id, title: '代报', content: '区里代报', year: 2026 })
    await expect(room.wang().accept({ id })).rejects.toMatchObject({ status: 422 })
    await expect(
      room.xie().apply({ id: bainikeng.id, title: '旧的', content: '旧', year: 2020 }),
    ).rejects.toMatchObject({ status: 422 })
    await expect(room.ye().apply({ id: bainikeng.id, title: '别处', content: '别', year: 2026 })).rejects.toMatchObject(
      { status: 404 },
    )
  })
})

describe('a judge', () => {
  test('sees what was assigned and nothing else, and no other sheet', async () => {
    const three = judges.slice(0, 3)
    const id = await reviewing(three)
    const { id: other } = await applied('别的项目')
    const own = await as(small.lawyerCheng).judging({})
    expect(own.map((one) => one.id)).toContain(id)
    expect(own.map((one) => one.id)).not.toContain(other)
    await as(small.officerYe).handIn({ id, points: points(25) })
    const seen = await room.within(small.lawyerCheng.actor, ({ tx }) =>
      tx.selectFrom('federation_sheets').selectAll().execute(),
    )
    expect(seen.filter((sheet) => sheet.matter_id === id)).toEqual([])
    await expect(as(small.lawyerCheng).get({ id })).rejects.toMatchObject({ status: 403 })
    await expect(as(small.lawyerHe).handIn({ id, points: points(20) })).rejects.toMatchObject({ status: 404 })
    expect(await as(small.lawyerHe).judging({})).toEqual([])
  })

  test('hands in one complete sheet, once, within the most of each criterion', async () => {
    const id = await reviewing(judges.slice(0, 3))
    const ye = as(small.officerYe)
    await expect(ye.handIn({ id, points: { sense: 20 } })).rejects.toMatchObject({ status: 422 })
    await expect(ye.handIn({ id, points: points(26) })).rejects.toMatchObject({ status: 422 })
    await expect(ye.handIn({ id, points: { ...points(20), bonus: 5 } })).rejects.toMatchObject({ status: 422 })
    await expect(ye.handIn({ id, points: points(-1) })).rejects.toMatchObject({ status: 400 })
    await ye.handIn({ id, points: points(20) })
    await expect(ye.handIn({ id, points: points(21) })).rejects.toMatchObject({ status: 409 })
    await expect(ye.recuse({ id, note: '才想起来有关系' })).rejects.toMatchObject({ status: 409 })
  })

  test('with an interest withdraws and sees the project no more; another is asked instead', async () => {
    const id = await reviewing(judges.slice(0, 3))
    await as(small.lawyerCheng).recuse({ id, note: '担任该社区法律顾问' })
    await expect(as(small.lawyerCheng).handIn({ id, points: points(20) })).rejects.toMatchObject({ status: 409 })
    expect((await as(small.lawyerCheng).judging({})).find((one) => one.id === id)).toBeUndefined()
    await as(small.officerYe).handIn({ id, points: points(20) })
    await as(small.officerHe).handIn({ id, points: points(20) })
    await expect(room.wang().conclude({ id })).rejects.toMatchObject({ status: 422 })
    await room.wang().appoint({ id, personIds: [small.lawyerHe.id] })
    await expect(room.wang().conclude({ id })).rejects.toMatchObject({ status: 409 })
    await as(small.lawyerHe).handIn({ id, points: points(23) })
    await room.wang().conclude({ id })
    expect(await room.wang().get({ id })).toMatchObject({ score: 8100 })
  })

  test('is an officer, mediator or lawyer in a post, not of the federation itself, and at least three are asked', async () => {
    const { id } = await applied('评委')
    await room.wang().accept({ id })
    const ask = (...people: SmallPerson[]) => room.wang().appoint({ id, personIds: people.map((person) => person.id) })
    await expect(ask(small.officerYe, small.officerHe)).rejects.toMatchObject({ status: 422 })
    await expect(ask(small.officerYe, small.officerHe, small.clerks.bainikeng)).rejects.toMatchObject({ status: 422 })
    await expect(ask(small.officerYe, small.officerHe, small.workerLiu)).rejects.toMatchObject({ status: 422 })
    expect((await room.wang().judgesFor({ id, text: '叶' })).map(({ name }) => name)).toEqual(['叶秋怡'])
  })
})

test('projects are listed by kind, in pages', async () => {
  const all = (await room.li().list({ kind: 'project', scope: 'all' })).rows
  expect(all.length).toBeGreaterThan(5)
  expect(all.every(({ kind }) => kind === 'project')).toBe(true)
  const first = await room.li().list({ kind: 'project', scope: 'all', limit: 2 })
  const second = await room.li().list({ kind: 'project', scope: 'all', limit: 2, after: first.next ?? undefined })
  expect([...first.rows, ...second.rows].map(({ id }) => id)).toEqual(all.slice(0, 4).map(({ id }) => id))
  expect((await room.ye().list({ scope: 'all' })).rows).toEqual([])
  await expect(room.li().list({ after: '1~2' })).rejects.toMatchObject({ status: 400 })
})
