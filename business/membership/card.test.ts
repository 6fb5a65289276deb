import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { small } from '../../district/small.ts'
import { MONDAY } from '../../district/testing.ts'
import { asOwner } from '../../kernel/db/database.ts'
import { contract as transfersContract } from '../transfers/contract.ts'
import { line as transfers } from '../transfers/line.ts'
import { openMembership } from './testing.ts'

const open = () => openMembership(transfers, transfersContract)
let room: Awaited<ReturnType<typeof open>>
beforeAll(async () => {
  room = await open()
  await room.district.db.owner
    .updateTable('persons')
    .set({ member_number: 'HY2021-0007' })
    .where('id', '=', small.riderZhang.id)
    .execute()
})
afterAll(() => room.close())
beforeEach(() => room.district.clock.set(MONDAY))

const zhang = () => room.as(small.riderZhang.actor)
const shown = async () => (await zhang().card({})) ?? expect.fail('张师傅 has no card')

describe('a card', () => {
  test('is taken as valid by anybody signed in who scans it, with a masked name and nothing more', async () => {
    const { token, digits, number } = await shown()
    const answer = { isValid: true, name: '张*', unionName: small.station.union?.shortName, standing: 'full', why: '' }
    expect(await room.as(small.clerks.hehua.actor).checkCard({ code: token })).toEqual(answer)
    expect(await room.as(small.riderChen.actor).checkCard({ code: `https://x.cn/card/check#${token}` })).toEqual(answer)
    expect(await room.as(small.chairQian.actor).checkCard({ code: `${number} ${digits}` })).toEqual(answer)
    await expect(room.as(small.visitor).checkCard({ code: token })).rejects.toMatchObject({ status: 401 })
    const { reasons } = await asOwner(room.district.db, async (tx) => ({
      reasons: await tx.selectFrom('audit_log').select('reason').where('action', '=', 'membership.checkCard').execute(),
    }))
    expect(reasons).toHaveLength(3)
  })

  test('shows another code every half minute; the one before is still taken, an older one is not', async () => {
    const first = await shown()
    room.district.clock.set(first.until)
    expect((await shown()).digits).not.toBe(first.digits)
    const check = (code: string) => room.as(small.officerLi.actor).checkCard({ code })
    expect((await check(first.token)).isValid).toBe(true)
    expect((await check(`${first.number} ${first.digits}`)).isValid).toBe(true)
    room.district.clock.advance({ seconds: 30 })
    expect(await check(first.token)).toMatchObject({ isValid: false, name: '', why: expect.stringContaining('过期') })
    expect((await check(`${first.number} ${first.digits}`)).isValid).toBe(false)
  })

  test('of a member of earlier years gets its number when it is asked for, once', async () => {
    const liu = room.as(small.workerLiu.actor)
    expect((await liu.card({}))?.number).toBe('')
    const [one, two] = await Promise.all([liu.takeNumber({}), liu.takeNumber({})])
    expect(one.number).toMatch(/^HY2026-\d{4}$/)
    expect(two).toEqual(one)
    expect((await liu.card({}))?.number).toBe(one.number)
    await expect(room.as(small.riderChen.actor).takeNumber({})).rejects.toMatchObject({ status: 422 })
  })

  test('cannot be made up, and does not hold for who has left', async () => {
    const { token } = await shown()
    const check = (code: string) => room.as(small.officerLi.actor).checkCard({ code })
    const forged = `${token.slice(0, -4)}${token.at(-4) === 'A' ? 'B' : 'A'}${token.slice(-3)}`
    expect(await check(forged)).toMatchObject({ isValid: false })
    expect(await check('123')).toMatchObject({ isValid: false })
    expect(await check('HY2099-0001 123456')).toMatchObject({ isValid: false })
    await room.transfersAs(small.riderZhang.actor).leave({})
    expect(await check(token)).toMatchObject({ isValid: false, why: '他现在不是会员' })
    expect(await zhang().card({})).toBeNull()
  })
})
