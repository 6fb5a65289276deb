import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { small } from '../../district/small.ts'
import { openSmall } from '../../district/testing.ts'
import type { Actor } from '../access/actor.ts'
import { contract } from './contract.ts'
import { line } from './line.ts'

let room: Awaited<ReturnType<typeof openSmall>>
const at = '2026-03-02T01:00:00.000Z'
const matter = (n: number, orgPath: string, more: { owner_id?: string; assignee_id?: string }) => ({
  federation_id: small.federationId,
  id: `01900000-0000-7000-8000-00000000000${n}`,
  line: 'appeals',
  number: `SQ2026-000${n}`,
  title: `拖欠工资（${n}）`,
  state: 'handling',
  is_open: true,
  org_path: orgPath,
  unit_path: orgPath,
  created_at: at,
  updated_at: at,
  ...more,
})
beforeAll(async () => {
  room = await openSmall([line])
  await room.db.owner
    .insertInto('cases')
    .values([
      matter(1, small.bainikeng.path, { owner_id: small.riderZhang.id, assignee_id: small.mediatorLin.id }),
      matter(2, small.gankeng.path, {}),
    ])
    .execute()
})
afterAll(() => room.close())

const find = (actor: Actor, text: string) => room.as(actor, line, contract).find({ text })

describe('one box for everything', () => {
  it('finds a matter by its number or the beginning of its title, within reach', async () => {
    expect((await find(small.officerWang.actor, 'sq2026-000')).cases.map((found) => found.number)).toEqual(
      expect.arrayContaining(['SQ2026-0001', 'SQ2026-0002']),
    )
    expect((await find(small.officerLi.actor, '拖欠')).cases.map((found) => found.number)).toEqual(['SQ2026-0001'])
    expect((await find(small.officerYe.actor, 'SQ2026-0001')).cases).toEqual([])
    expect((await find(small.other.officer.actor, '拖欠')).cases).toEqual([])
  })

  it('finds people, firms and unions of the own place, masked', async () => {
    const found = await find(small.officerLi.actor, small.riderZhang.phone)
    expect(found.people).toMatchObject([
      { id: small.riderZhang.id, name: '张建民', phone: expect.stringContaining('****') },
    ])
    const firms = await find(small.officerLi.actor, '电子')
    expect(firms.enterprises.map((firm) => firm.id)).toEqual([small.factory.id])
    expect(firms.orgs.map((org) => org.id)).toEqual([small.factory.union?.id])
    expect((await find(small.officerYe.actor, '精密电子')).enterprises).toEqual([])
  })

  it('shows a mediator what is assigned and a worker what is the own, and neither any person', async () => {
    const nobody = { people: [], enterprises: [], orgs: [] }
    expect(await find(small.mediatorLin.actor, '拖欠')).toMatchObject({ cases: [{ number: 'SQ2026-0001' }], ...nobody })
    expect(await find(small.mediatorGao.actor, '拖欠')).toMatchObject({ cases: [], ...nobody })
    expect(await find(small.riderZhang.actor, '拖欠')).toMatchObject({ cases: [{ number: 'SQ2026-0001' }], ...nobody })
    expect(await find(small.riderChen.actor, '张建民')).toMatchObject({ cases: [], ...nobody })
  })

  it('gives at most five of a kind, in six statements', async () => {
    let statements = 0
    const found = await room
      .as(small.officerWang.actor, line, contract, {
        count: (n) => {
          statements = n
        },
      })
      .find({ text: '深圳市' })
    for (const kind of Object.values(found)) expect(kind.length).toBeLessThanOrEqual(5)
    expect(statements).toBeLessThanOrEqual(6)
  })

  it('is closed to administrators and visitors, and refuses what is too long', async () => {
    await expect(find(small.securityAdmin.actor, '张')).rejects.toMatchObject({ status: 403 })
    await expect(find(small.visitor, '张')).rejects.toMatchObject({ status: 401 })
    await expect(find(small.officerLi.actor, '长'.repeat(61))).rejects.toMatchObject({ status: 400 })
  })
})
