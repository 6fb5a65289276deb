import { uuidv7 } from 'uuidv7'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { insertRows } from '../../district/insert.ts'
import { small } from '../../district/small.ts'
import { openSmall } from '../../district/testing.ts'
import { type Actor, standingOf } from '../access/actor.ts'
import { asOwner, inTransaction } from '../db/database.ts'
import { newCtx } from '../http/new-ctx.ts'
import { takeOverMembers } from './membership.ts'

let district: Awaited<ReturnType<typeof openSmall>>
beforeAll(async () => {
  district = await openSmall([])
})
afterAll(() => district.close())

const pasts = (id: string) =>
  district.db.owner.selectFrom('past_memberships').selectAll().where('person_id', '=', id).execute()

describe('taking over', () => {
  test('two thousand members of a union that ends move at once, each with the stint before', async () => {
    const logistics = small.logistics.union
    if (!logistics) throw new Error('no union')
    const rows = Array.from({ length: 2_000 }, (_, n) => ({
      federation_id: small.federationId,
      id: uuidv7(),
      org_path: logistics.path,
      name: '会员',
      initials: 'hy',
      id_kind: 'unknown',
      sex: 'unknown',
      union_id: logistics.id,
      occupation: '',
      is_new_form: false,
      joined_on: '2020-01-01',
      membership: n % 10 === 0 ? 'retained' : 'full',
      member_since: n % 2 === 0 ? '2020-01-01' : '2026-03-02',
      verified_level: 0,
      verified_channel: '',
      new_form_kind: '',
    }))
    await asOwner(district.db, (tx) => insertRows(tx, 'persons', rows))
    const actor = small.officerLi.actor
    const move = (who: Actor) =>
      inTransaction(district.db, standingOf(who), (tx) =>
        takeOverMembers(newCtx(district.house, who, tx), logistics.id, {
          upperUnionId: small.hehua.id,
          on: '2026-03-01',
        }),
      )
    await expect(move(small.officerYe.actor)).rejects.toMatchObject({ status: 403 })
    const began = performance.now()
    expect(await move(actor)).toBe(2_000)
    expect(performance.now() - began).toBeLessThan(10_000)
    expect(await move(actor)).toBe(0)
    const taken = await district.db.owner.selectFrom('persons').selectAll().where('name', '=', '会员').execute()
    expect(taken.filter((one) => one.membership === 'pooled')).toHaveLength(1_800)
    expect(taken.filter((one) => one.membership === 'retained')).toHaveLength(200)
    expect(new Set(taken.map((one) => `${one.union_id} ${one.org_path} ${one.joined_on}`))).toEqual(
      new Set([`${small.hehua.id} ${small.hehua.path} 2020-01-01`]),
    )
    expect(new Set(taken.map((one) => one.member_since))).toEqual(new Set(['2026-03-01', '2026-03-02']))
    expect(await pasts(rows[0]?.id ?? '')).toMatchObject([{ to_on: '2026-03-01', reason: 'taken_over' }])
  })
})
