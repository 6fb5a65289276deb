import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { idNumberOf, phoneOf } from '../../../district/marks.ts'
import { small } from '../../../district/small.ts'
import { asOwner } from '../../../kernel/db/database.ts'
import { cellsOf, codesOf, idOf, nextNumber, openRosters, stranger, today } from './store/testing.ts'

let rosters: Awaited<ReturnType<typeof openRosters>>
beforeAll(async () => {
  rosters = await openRosters()
})
afterAll(() => rosters.district.close())

const factory = small.firms.factory.union!
const chair = small.chairZhao.actor

describe('somebody new on the roster of chairman Zhao', () => {
  test('is registered, a member from the day the sheet says, verified by form only, at work in the firm', async () => {
    const cells = stranger({ education: '大专', newFormKind: '快递员', memberNumber: 'A0001' }, '1988-08-08')
    const { outcome, written } = await rosters.bringOne(chair, factory, cells)
    expect(outcome.kind).toBe('added')
    expect(written).toEqual([{ row: 2, table: 'persons', id: idOf(outcome), kind: 'added' }])
    expect(await rosters.person(idOf(outcome))).toMatchObject({
      name: '钱多多',
      initials: 'qdd',
      sex: 'female',
      birth_on: '1988-08-08',
      membership: 'full',
      union_id: factory.id,
      org_path: factory.path,
      enterprise_id: small.firms.factory.id,
      member_since: '2024-03-05',
      joined_on: '2024-03-05',
      collected_on: today,
      verified_level: 1,
      verified_channel: 'format',
      verified_on: null,
      education: 'college',
      new_form_kind: 'courier',
      is_new_form: true,
      member_number: 'A0001',
    })
  })

  test('who joined a union before this one was founded is its member from its first day', async () => {
    const { outcome } = await rosters.bringOne(chair, factory, stranger({ joinedOn: '2005-01-01' }))
    expect(await rosters.person(idOf(outcome))).toMatchObject({
      joined_on: '2005-01-01',
      member_since: factory.foundedOn,
    })
  })

  test('in a trial leaves nothing behind', async () => {
    const cells = stranger()
    expect((await rosters.bringOne(chair, factory, cells, { isDryRun: true })).outcome.kind).toBe('added')
    expect((await rosters.bringOne(chair, factory, cells)).outcome.kind).toBe('added')
  })

  test('brought twice changes nothing the second time, whatever the order', async () => {
    const sheet = [stranger(), stranger({ education: '本科' }), stranger({ department: '一车间' })]
    expect((await rosters.bring(chair, factory, sheet)).outcomes.map(({ kind }) => kind)).toEqual([
      'added',
      'added',
      'added',
    ])
    const again = await rosters.bring(chair, factory, sheet.toReversed())
    expect(again.outcomes.map(({ kind }) => kind)).toEqual(['same', 'same', 'same'])
    expect(again.written).toEqual([])
  })

  test('who looks like a member under another number is said to', async () => {
    await rosters.bringOne(chair, factory, stranger({ name: '贾双胞' }, '1988-08-08'))
    expect(
      codesOf((await rosters.bringOne(chair, factory, stranger({ name: '贾双胞' }, '1988-08-08'))).outcome),
    ).toEqual(['person.alike'])
  })

  test('with the phone of somebody else is said to, and keeps it', async () => {
    const { outcome } = await rosters.bringOne(chair, factory, stranger({ phone: small.workerLiu.phone }))
    expect(codesOf(outcome)).toEqual(['phone.shared'])
    expect((await rosters.person(idOf(outcome))).phone_sealed).not.toBeNull()
    const shared = phoneOf(nextNumber())
    const both = await rosters.bring(chair, factory, [stranger({ phone: shared }), stranger({ phone: shared })])
    expect(both.outcomes.flatMap(codesOf)).toEqual(['phone.shared', 'phone.shared'])
  })

  test("under 16 is taken in, and the district's officers are told without a name", async () => {
    const cells = stranger({ name: '童小小', idNumber: idNumberOf(nextNumber(), '2011-05-05', 'male'), joinedOn: '' })
    await rosters.bringOne(chair, factory, cells)
    await rosters.bringOne(chair, factory, cells)
    const told = await asOwner(rosters.district.db, (tx) =>
      tx.selectFrom('notices').selectAll().where('title', 'like', '%16 周岁%').execute(),
    )
    expect(told.map(({ recipient_id }) => recipient_id)).toEqual([small.officerWang.id])
    expect(told[0]?.body).toContain('第 2 行')
    expect(told[0]?.body).not.toContain('童小小')
  })
})

describe('a member of the union', () => {
  test('gets what the sheet says and the record lacks; empty cells take nothing away', async () => {
    const { outcome, written } = await rosters.bringOne(
      chair,
      factory,
      cellsOf(small.workerYang, { political: '群众', education: '', occupation: '品质工程师' }),
    )
    expect(outcome).toMatchObject({ kind: 'changed', id: small.workerYang.id })
    expect(written).toMatchObject([
      {
        table: 'persons',
        kind: 'changed',
        before: { political: '', occupation: '质检员' },
        after: { political: 'masses', occupation: '品质工程师' },
      },
    ])
    expect(await rosters.person(small.workerYang.id)).toMatchObject({
      political: 'masses',
      occupation: '品质工程师',
      verified_level: 2,
      verified_channel: 'police',
      joined_on: '2021-06-08',
    })
  })

  test('keeps a phone the record has, unless the officer chose the sheet', async () => {
    const cells = cellsOf(small.workerYang, { phone: phoneOf(nextNumber()) })
    const before = await rosters.person(small.workerYang.id)
    expect(codesOf((await rosters.bringOne(chair, factory, cells)).outcome)).toEqual(['phone.kept'])
    expect((await rosters.person(small.workerYang.id)).phone_index).toBe(before.phone_index)
    expect((await rosters.bringOne(chair, factory, cells, { phone: 'sheet' })).outcome.kind).toBe('changed')
    expect((await rosters.person(small.workerYang.id)).phone_index).not.toBe(before.phone_index)
  })

  test('keeps the first day of membership and the number of the card, which is said', async () => {
    await rosters.bringOne(chair, factory, cellsOf(small.workerYang, { memberNumber: 'B1' }))
    const { outcome } = await rosters.bringOne(
      chair,
      factory,
      cellsOf(small.workerYang, { memberNumber: 'B2', joinedOn: '2015-01-01' }),
    )
    expect(outcome.kind).toBe('same')
    expect(codesOf(outcome)).toEqual(['number.kept', 'joined.kept'])
  })

  test('under another name is somebody to look at', async () => {
    const { outcome } = await rosters.bringOne(chair, factory, { ...cellsOf(small.workerYang), name: '杨莉' })
    expect(codesOf(outcome)).toEqual(['number.taken'])
  })
})

test('a chunk of 200 rows takes as many statements as a chunk of 2', async () => {
  const make = (count: number) => Array.from({ length: count }, () => stranger())
  const few = await rosters.bring(chair, factory, make(2))
  const many = await rosters.bring(chair, factory, make(200))
  expect(many.statements).toBe(few.statements)
  expect(many.statements).toBeLessThanOrEqual(9)
})
