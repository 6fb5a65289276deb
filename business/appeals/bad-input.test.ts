import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { small } from '../../district/small.ts'
import { asOwner } from '../../kernel/db/database.ts'
import { openAppeals, wages } from './testing.ts'

let room: Awaited<ReturnType<typeof openAppeals>>
beforeAll(async () => {
  room = await openAppeals()
})
afterAll(() => room.district.close())

describe('what goes wrong is answered well', () => {
  test('a state that has moved on is refused with who moved it', async () => {
    const id = await room.appealAt('accepted')
    await expect(room.li().accept({ id })).rejects.toMatchObject({
      status: 409,
      message: expect.stringContaining('李敏'),
    })
  })

  test('two officers at once: one wins, the other is told, one event and one audit line are written', async () => {
    const id = await room.appealAt('received')
    const results = await Promise.allSettled([
      room.li().accept({ id }),
      room.as(small.officerWang.actor).accept({ id }),
    ])
    expect(results.map((result) => result.status).sort()).toEqual(['fulfilled', 'rejected'])
    expect((results.find((result) => result.status === 'rejected') as PromiseRejectedResult).reason).toMatchObject({
      status: 409,
    })
    const events = await asOwner(room.district.db, (tx) =>
      tx.selectFrom('case_events').select('id').where('record_id', '=', id).where('verb', '=', 'accept').execute(),
    )
    const audit = await asOwner(room.district.db, (tx) =>
      tx
        .selectFrom('audit_log')
        .select('seq')
        .where('record_id', '=', id)
        .where('action', '=', 'appeals.accept')
        .execute(),
    )
    expect([events.length, audit.length]).toEqual([1, 1])
  })

  test('a double click sends one appeal and answers twice the same', async () => {
    const twice = room.as(small.riderZhang.actor, 'double-click-1')
    const [first, second] = await Promise.all([twice.receive(wages), twice.receive(wages)])
    expect(second).toEqual(first)
    await expect(twice.receive({ ...wages, story: '另一件事' })).rejects.toMatchObject({ status: 409 })
  })

  test.each([
    ['an empty story', { story: ' ' }, 400],
    ['a story beyond all measure', { story: '欠'.repeat(5001) }, 400],
    ['a wrong type', { story: '欠薪', headcount: '很多' }, 400],
    ['an unknown field', { story: '欠薪', salary: 1 }, 400],
    ['a phone that is none', { story: '欠薪', contactPhone: '12345' }, 422],
    ['an employer of another federation', { story: '欠薪', enterpriseId: small.other.firm.id }, 422],
    ['a place that is not there', { story: '欠薪', place: '440307.999.' }, 422],
    ['a character no database keeps', { story: '欠薪', enterpriseName: '厂\u0000' }, 400],
    ['negative money', { story: '欠薪', claimFen: -1 }, 400],
  ])('%s is refused with a Chinese sentence', async (_what, input, status) => {
    await expect(room.rider().receive(input as never)).rejects.toMatchObject({
      status,
      message: expect.stringMatching(/[一-龥]{4,}/),
    })
  })

  test('money without a basis, and a handler without a post, are refused and nothing is written', async () => {
    const id = await room.appealAt('handling')
    await expect(room.lin().answer({ id, answer: '付了', outcome: 'paid', recoveredFen: 100 })).rejects.toMatchObject({
      status: 422,
    })
    expect((await room.li().get({ id })).state).toBe('handling')
    const other = await room.appealAt('classified')
    await expect(room.li().assign({ id: other, assigneeId: small.workerLiu.id })).rejects.toMatchObject({ status: 422 })
    await expect(room.li().assign({ id: other, unitPath: small.jihua.path })).rejects.toMatchObject({
      status: 422,
      message: expect.stringContaining('上报'),
    })
  })

  test('the same money of one dispute is counted once', async () => {
    const first = await room.appealAt('answered')
    const second = await room.appealAt('accepted')
    const third = await room.appealAt('answered')
    await room.li().merge({ id: second, intoId: first, note: '同一件事' })
    await room.rider().rate({ id: first, satisfaction: 'satisfied' })
    await asOwner(room.district.db, async (tx) => {
      const { dispute_id } = await tx
        .selectFrom('appeals')
        .select('dispute_id')
        .where('id', '=', first)
        .executeTakeFirstOrThrow()
      await tx.updateTable('appeals').set({ dispute_id }).where('id', '=', third).execute()
    })
    await expect(room.rider().rate({ id: third, satisfaction: 'satisfied' })).rejects.toMatchObject({
      status: 422,
      message: expect.stringContaining('只记一次'),
    })
  })
})
