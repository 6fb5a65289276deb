import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { small } from '../../district/small.ts'
import { contract as transfersContract } from '../transfers/contract.ts'
import { line as transfers } from '../transfers/line.ts'
import { numberOf, openMembership } from './testing.ts'

const open = () => openMembership(transfers, transfersContract)
let room: Awaited<ReturnType<typeof open>>
beforeAll(async () => {
  room = await open()
  for (let n = 0; n < 7; n++) {
    const rider = await room.newcomer(`1390013900${n}`)
    await room
      .as(rider.actor)
      .apply({ enterpriseId: small.factory.id, livesOnWages: true, name: `新人${n}`, idNumber: numberOf() })
  }
})
afterAll(() => room.close())

const zhao = () => room.as(small.chairZhao.actor)
const li = () => room.as(small.officerLi.actor)

describe('the list of applications', () => {
  test('comes by the clock, in pages that neither repeat nor lose one, in one statement each', async () => {
    const seen: string[] = []
    let after: string | undefined
    do {
      const page = await li().list({ limit: 3, after })
      seen.push(...page.rows.map((row) => row.id))
      after = page.next ?? undefined
    } while (after)
    expect(seen).toHaveLength(7)
    expect(new Set(seen).size).toBe(7)
    const statements: number[] = []
    const counted = room.district.as(small.officerLi.actor, room.line, room.contract, {
      count: (n) => statements.push(n),
    })
    await counted.list({ limit: 2 })
    await counted.list({ limit: 50 })
    expect(statements[0]).toBe(statements[1])
    expect(statements[0]).toBe(3)
    expect((await li().list({ newFormOnly: true })).rows).toEqual([])
    expect((await li().list({ under: small.factory.union?.path })).rows).toHaveLength(7)
    await expect(li().list({ after: "' or 1=1" })).rejects.toMatchObject({ status: 400 })
    await expect(li().list({ under: '%' })).rejects.toMatchObject({ status: 400 })
  })

  test('shows nobody by name; who applies is revealed once, for a reason that the audit keeps', async () => {
    const { rows } = await zhao().list({})
    expect(JSON.stringify(rows)).not.toContain('新人')
    const id = rows[0]?.id ?? ''
    await expect(zhao().reveal({ id, reason: '看' })).rejects.toMatchObject({ status: 400 })
    expect((await zhao().reveal({ id, reason: '核对花名册' })).name).toMatch(/^新人\d$/)
  })
})

describe('the register', () => {
  test('counts how far the people of a union have come, and opens each stage as a list', async () => {
    const funnel = await zhao().funnel({})
    const members = await zhao().register({ stage: 'full' })
    expect(funnel.members).toBe(members.rows.length)
    expect(members.rows.map(({ name }) => name)).toContain('刘洋')
    expect(members.rows.every(({ phone }) => phone === null || phone.includes('****'))).toBe(true)
    await expect(zhao().funnel({ under: small.optics.union?.path })).rejects.toMatchObject({ status: 403 })
    const first = await li().register({ limit: 2 })
    const second = await li().register({ limit: 2, after: first.next ?? '' })
    expect(second.rows.map(({ id }) => id)).not.toContain(first.rows[1]?.id)
  })

  test('takes down a verification with its level, day and channel, upwards only', async () => {
    const { id } = await li().receive({
      name: '贺升',
      idNumber: numberOf(),
      enterpriseId: small.hardware.id,
      hasSignedPaper: true,
    })
    const { person_id: personId } = await room.matter(id)
    await li().verify({ personId, channel: 'paper', on: '2026-02-20' })
    expect(await room.person(personId)).toMatchObject({
      verified_level: 2,
      verified_on: '2026-02-20',
      verified_channel: 'paper',
    })
    await li().verify({ personId, channel: 'social_insurance' })
    expect(await room.person(personId)).toMatchObject({ verified_level: 4, verified_on: '2026-02-20' })
    await expect(li().verify({ personId, channel: 'police' })).rejects.toMatchObject({ status: 409 })
    await expect(li().verify({ personId, channel: 'face', on: '2027-01-01' })).rejects.toMatchObject({ status: 422 })
    await expect(room.as(small.officerYe.actor).verify({ personId, channel: 'face' })).rejects.toMatchObject({
      status: 404,
    })
  })

  test('an application on paper stays within reach, is not entered for a member, and needs a signature', async () => {
    const paper = { name: '范纸', idNumber: numberOf(), enterpriseId: small.hardware.id, hasSignedPaper: true } as const
    await expect(room.as(small.officerYe.actor).receive(paper)).rejects.toMatchObject({ status: 422 })
    await expect(li().receive({ ...paper, name: '杨丽', idNumber: small.workerYang.idNumber })).rejects.toMatchObject({
      status: 409,
    })
    await expect(li().receive({ ...paper, idNumber: '440307199001011200' })).rejects.toMatchObject({ status: 422 })
    await expect(
      li().receive({ ...paper, enterpriseId: undefined, street: undefined, newFormKind: 'astronaut' }),
    ).rejects.toMatchObject({ status: 422 })
    expect(await li().receive(paper)).toMatchObject({ state: 'applied' })
    await expect(li().receive(paper)).rejects.toMatchObject({ status: 409 })
    await expect(
      room.as(small.riderTan.actor).apply({ street: '440307.999.', livesOnWages: true }),
    ).rejects.toMatchObject({ status: 422 })
  })
})
