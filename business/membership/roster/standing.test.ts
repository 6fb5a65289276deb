import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { small } from '../../../district/small.ts'
import { asOwner } from '../../../kernel/db/database.ts'
import { cellsOf, codesOf, idOf, openRosters, stranger, today } from './store/testing.ts'

let rosters: Awaited<ReturnType<typeof openRosters>>
beforeAll(async () => {
  rosters = await openRosters()
})
afterAll(() => rosters.district.close())

const factory = small.firms.factory.union!
const chair = small.chairZhao.actor

describe('a member of another union', () => {
  test('is never taken, and his union is named only to those who reach it', async () => {
    const before = await rosters.person(small.workerPan.id)
    const cells = cellsOf(small.workerPan)
    const fromAfar = (await rosters.bringOne(chair, factory, cells)).outcome
    expect(fromAfar).toMatchObject({
      kind: 'refused',
      reasons: [{ code: 'member.elsewhere', message: '现为别的工会会员，请为本人办理转会，不要重复登记' }],
    })
    const district = (await rosters.bringOne(small.officerWang.actor, factory, cells)).outcome
    expect(district).toMatchObject({
      kind: 'refused',
      reasons: [{ message: expect.stringContaining(small.firms.optics.union!.shortName) }],
    })
    expect(await rosters.person(small.workerPan.id)).toEqual(before)
  })

  test('is not found by trying numbers with a wrong name', async () => {
    const { outcome } = await rosters.bringOne(chair, factory, { ...cellsOf(small.workerPan), name: '某某某' })
    expect(outcome).toMatchObject({ kind: 'refused', reasons: [{ code: 'number.taken' }] })
    expect(JSON.stringify(outcome)).not.toContain(small.firms.optics.union!.shortName)
  })

  test('of another federation is nobody known here', async () => {
    expect((await rosters.bringOne(chair, factory, cellsOf(small.other.worker))).outcome.kind).toBe('added')
  })
})

describe('somebody who waited, was kept or had left', () => {
  test('who waits in a union of another street becomes a member here; the wait is kept', async () => {
    const { eyewear } = small.firms
    await rosters.stand(small.officerYe.actor, small.riderTan.id, 'pooled', eyewear.union!.id, '2025-06-01')
    const { outcome, written } = await rosters.bringOne(
      chair,
      factory,
      cellsOf(small.riderTan, { joinedOn: '2025-09-01', education: '高中' }),
    )
    expect(outcome).toMatchObject({ kind: 'changed', id: small.riderTan.id })
    expect(await rosters.person(small.riderTan.id)).toMatchObject({
      membership: 'full',
      union_id: factory.id,
      org_path: factory.path,
      member_since: '2025-09-01',
      education: 'senior',
    })
    const [past] = await rosters.pasts(small.riderTan.id)
    expect(past).toMatchObject({
      kind: 'pooled',
      union_id: eyewear.union!.id,
      from_on: '2025-06-01',
      to_on: '2025-09-01',
      reason: 'transfer',
    })
    expect(written).toMatchObject([
      {
        kind: 'changed',
        before: { membership: 'pooled', union_id: eyewear.union!.id, education: '' },
        after: { membership: 'full', union_id: factory.id, education: 'senior' },
      },
      { table: 'past_memberships', id: past?.id, kind: 'added' },
    ])
    expect((await rosters.bringOne(chair, factory, cellsOf(small.riderTan, { education: '高中' }))).outcome.kind).toBe(
      'same',
    )
  })

  test('who left joins again today, although the sheet still shows the first day', async () => {
    await rosters.stand(small.officerYe.actor, small.workerLuo.id, 'none', null, '2025-12-01')
    const { outcome } = await rosters.bringOne(chair, factory, cellsOf(small.workerLuo, { joinedOn: '2021-06-08' }))
    expect(outcome.kind).toBe('changed')
    expect(await rosters.person(small.workerLuo.id)).toMatchObject({
      membership: 'full',
      member_since: today,
      joined_on: '2021-06-08',
      left_on: null,
    })
  })

  test('who is kept without dues stays so when the sheet says so, and is a full member again when it does not', async () => {
    await rosters.stand(chair, small.workerLiu.id, 'retained', factory.id, '2026-01-01')
    expect(
      (await rosters.bringOne(chair, factory, cellsOf(small.workerLiu, { standing: '保留会籍' }))).outcome.kind,
    ).not.toBe('refused')
    expect((await rosters.person(small.workerLiu.id)).membership).toBe('retained')
    await rosters.bringOne(chair, factory, cellsOf(small.workerLiu))
    expect(await rosters.person(small.workerLiu.id)).toMatchObject({ membership: 'full', member_since: today })
  })

  test('two chairs who bring the same person at once: one of them has him', async () => {
    const cells = stranger()
    const both = await Promise.allSettled([
      rosters.bringOne(chair, factory, cells),
      rosters.bringOne(small.chairQian.actor, small.firms.optics.union!, cells),
    ])
    const kinds = both.map((one) => (one.status === 'fulfilled' ? one.value.outcome.kind : 'failed'))
    expect(kinds.sort()).toEqual(['added', 'refused'])
  })
})

describe('the firm', () => {
  test('of a union of one firm is the firm, and a sheet that names another is said to', async () => {
    expect(codesOf((await rosters.bringOne(chair, factory, stranger({ firmName: '岚桥栖精密电子' }))).outcome)).toEqual(
      [],
    )
    expect(codesOf((await rosters.bringOne(chair, factory, stranger({ firmName: '某某服装厂' }))).outcome)).toEqual([
      'firm.other',
    ])
  })

  test('of a joint union is found by code or by name, and must be told', async () => {
    const { hardware, printing } = small.firms
    await asOwner(rosters.district.db, (tx) =>
      tx.updateTable('enterprises').set({ union_id: hardware.union!.id }).where('id', '=', printing.id).execute(),
    )
    const sheet = [
      stranger({ firmCode: printing.creditCode }),
      stranger({ firmName: hardware.name }),
      stranger(),
      stranger({ firmName: small.firms.optics.name }),
    ]
    const { outcomes } = await rosters.bring(small.officerLi.actor, hardware.union!, sheet)
    expect((await rosters.person(idOf(outcomes[0]!))).enterprise_id).toBe(printing.id)
    expect((await rosters.person(idOf(outcomes[1]!))).enterprise_id).toBe(hardware.id)
    expect(outcomes.slice(2).flatMap(codesOf)).toEqual(['firm.missing', 'firm.unknown'])
  })

  test('on a sheet of the street tells the union, and where there is none the community', async () => {
    const { station, logistics, optics } = small.firms
    await asOwner(rosters.district.db, (tx) =>
      tx.updateTable('enterprises').set({ union_id: null }).where('id', '=', logistics.id).execute(),
    )
    const sheet = [
      stranger({ firmCode: station.creditCode }),
      stranger({ firmName: logistics.name }),
      stranger({ firmName: optics.name }),
    ]
    const { outcomes } = await rosters.bring(small.officerLi.actor, small.pinghu, sheet)
    expect(await rosters.person(idOf(outcomes[0]!))).toMatchObject({
      union_id: station.union!.id,
      enterprise_id: station.id,
    })
    expect(await rosters.person(idOf(outcomes[1]!))).toMatchObject({
      union_id: small.hehua.id,
      enterprise_id: logistics.id,
    })
    expect(codesOf(outcomes[2]!)).toEqual(['firm.unknown'])
  })
})
