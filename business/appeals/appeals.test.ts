import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { small } from '../../district/small.ts'
import { MONDAY, openSmall } from '../../district/testing.ts'
import type { Actor } from '../../kernel/access/actor.ts'
import { visitor } from '../../kernel/access/actor.ts'
import { personFromReceipt } from '../../kernel/crypto/secrets.ts'
import { asOwner, inTransaction } from '../../kernel/db/database.ts'
import { total, yearWindow } from '../../kernel/indicators/fold.ts'
import { standingOf } from '../../kernel/access/actor.ts'
import { contract } from './contract.ts'
import { line } from './line.ts'

let district: Awaited<ReturnType<typeof openSmall>>
beforeAll(async () => {
  district = await openSmall([line])
})
afterAll(() => district.close())

const as = (actor: Actor) => district.as(actor, line, contract)
const rider = () => as(small.riderZhang.actor)
const li = () => as(small.officerLi.actor)
const lin = () => as(small.mediatorLin.actor)

const wages = { story: '站点拖欠我三个月配送费，一共一万二，站长说没钱', enterpriseId: small.firms.station.id, claimFen: 1_200_000, contactPhone: small.riderZhang.phone, contactName: '张建民' }

/** An appeal by the rider that has come as far as `state`. */
async function appealAt(state: 'received' | 'accepted' | 'classified' | 'assigned' | 'signed' | 'handling' | 'answered', recoveredFen = 1_200_000): Promise<string> {
  const { id } = await rider().receive(wages)
  const steps = [
    ['accepted', () => li().accept({ id })],
    ['classified', () => li().classify({ id, category: 'wages', difficulty: 'general' })],
    ['assigned', () => li().assign({ id, assigneeId: small.mediatorLin.id })],
    ['signed', () => lin().sign({ id })],
    ['handling', () => lin().contact({ id, note: '电话联系，约明天面谈' })],
    ['answered', () => lin().answer({ id, answer: '站点同意本周付清', outcome: 'settled', recoveredFen, recoveredBasis: 'agreement' })],
  ] as const
  for (const [reached, step] of steps) {
    if (state === 'received') break
    await step()
    if (reached === state) break
  }
  return id
}

const figure = async (name: string, orgPath = '440307.') =>
  (await inTransaction(district.db, standingOf(small.officerWang.actor), (tx) => total(tx, line, name, yearWindow('440307', orgPath, 2026)))).value

describe('the life of an appeal', () => {
  test('a rider appeals, Li Min accepts and assigns, mediator Lin settles, the rider is satisfied, and both figures rise', async () => {
    const before = { handled: await figure('handled'), recovered: await figure('recovered') }
    const id = await appealAt('answered')
    const closed = await rider().rate({ id, satisfaction: 'satisfied', comment: '谢谢' })
    expect(closed.state).toBe('closed')
    expect(await figure('handled')).toBe(before.handled + 1)
    expect(await figure('recovered')).toBe(before.recovered + 12_000)
    expect(await figure('recovered', '440307.003.')).toBe(await figure('recovered'))
  })

  test('the rider sees each step in plain words and no internal note', async () => {
    const id = await appealAt('handling')
    const seen = await rider().follow({ id })
    expect(seen.stateTitle).toBe('处置中')
    expect(seen.assigneeName).toBe('林志强')
    expect(seen.answerDueAt).not.toBeNull()
    expect(JSON.stringify(seen)).not.toContain('约明天面谈')
    expect(seen.steps.map((step) => step.title)).toEqual(['接报', '受理', '分派', '记录联系'])
  })

  test('dissatisfied leaves the matter with the officer, who has it done again', async () => {
    const id = await appealAt('answered')
    expect((await rider().rate({ id, satisfaction: 'dissatisfied', comment: '钱还没到' })).state).toBe('followed_up')
    expect((await li().rework({ id, note: '职工说没有收到钱' })).state).toBe('handling')
    const again = await li().get({ id })
    expect(again.recoveredFen).toBe(0)
    expect(again.clocks.filter((clock) => clock.name === 'answer' && !clock.metAt)).toHaveLength(1)
  })

  test('a declined appeal says why, and counts as received but not as handled', async () => {
    const before = { received: await figure('received'), handled: await figure('handled') }
    const { id } = await rider().receive(wages)
    await li().decline({ id, note: '已在法院审理，请等判决' })
    const seen = await rider().follow({ id })
    expect(seen.steps.at(-1)?.message).toContain('已在法院审理')
    expect(await figure('received')).toBe(before.received + 1)
    expect(await figure('handled')).toBe(before.handled)
  })

  test('Li Min may not follow up what she answered herself', async () => {
    const { id } = await rider().receive(wages)
    await li().accept({ id })
    await li().classify({ id, category: 'wages', difficulty: 'general' })
    await li().assign({ id, assigneeId: small.officerLi.id })
    await li().sign({ id })
    await li().contact({ id, note: '已通话' })
    await li().answer({ id, answer: '已解释', outcome: 'advised' })
    await expect(li().followUp({ id, satisfaction: 'satisfied' })).rejects.toMatchObject({ status: 422, message: expect.stringContaining('两个人') })
    expect((await as(small.officerWang.actor).followUp({ id, satisfaction: 'satisfied' })).state).toBe('followed_up')
  })

  test('escalated, it lies with the district, which hands it to another street, where it then counts', async () => {
    const id = await appealAt('accepted')
    await li().escalate({ id, note: '劳动关系在吉华' })
    await expect(li().classify({ id, category: 'wages', difficulty: 'general' })).rejects.toMatchObject({ status: 403 })
    await as(small.officerWang.actor).handOver({ id, unitPath: small.jihua.path, note: '转吉华街道办理' })
    await expect(li().get({ id })).rejects.toMatchObject({ status: 404 })
    expect((await as(small.officerYe.actor).classify({ id, category: 'wages', difficulty: 'general' })).state).toBe('classified')
  })

  test('merged into another, it shares the dispute', async () => {
    const first = await appealAt('accepted')
    const second = await appealAt('accepted')
    await li().merge({ id: second, intoId: first, note: '同一件事' })
    const kept = await li().get({ id: first })
    expect(kept.dispute.matters.map((matter) => matter.id).sort()).toEqual([first, second].sort())
  })

  test('handed to the labour bureau and suspended, its clocks stand still and run on by as long as they stood', async () => {
    const id = await appealAt('handling')
    await lin().refer({ id, target: 'labour_bureau', note: '涉嫌拒不支付' })
    await lin().suspend({ id, note: '等待仲裁裁决' })
    const due = (await li().get({ id })).clocks.find((clock) => clock.name === 'answer')?.dueAt ?? ''
    district.clock.advance({ days: 3 })
    await lin().resume({ id })
    const after = (await li().get({ id })).clocks.find((clock) => clock.name === 'answer')?.dueAt ?? ''
    expect(Date.parse(after) - Date.parse(due)).toBe(3 * 86_400_000)
    const referral = (await li().get({ id })).referrals[0]
    await lin().noteReply({ id, referralId: referral?.id ?? '', reply: '已责令支付' })
    expect((await li().get({ id })).referrals[0]?.reply).toBe('已责令支付')
    district.clock.set(MONDAY)
  })

  test('it is extended once, with a reason the rider reads, and not twice', async () => {
    const id = await appealAt('handling')
    await li().extend({ id, note: '等站点总部盖章' })
    expect((await rider().follow({ id })).steps.at(-1)?.message).toContain('等站点总部盖章')
    await expect(li().extend({ id, note: '再等等' })).rejects.toMatchObject({ status: 422 })
  })

  test('a reclassified matter has the time of its new class, from its first start', async () => {
    const id = await appealAt('handling')
    await lin().reclassify({ id, category: 'dismissal', difficulty: 'complex', note: '实为违法解除' })
    const { clocks, title } = await li().get({ id })
    expect(title).toBe('解除合同和补偿')
    expect(clocks.find((clock) => clock.name === 'answer' && !clock.cancelledAt)?.rule).toBe('appeals.answer.complex')
  })
})

describe('what is alike is found', () => {
  test('the same rider about the same matter is a repeat; his colleague makes it a crowd', async () => {
    const { id } = await rider().receive({ ...wages, headcount: 6 })
    await as(small.riderChen.actor).receive({ story: '也欠我配送费', enterpriseId: small.firms.station.id, headcount: 5, contactPhone: small.riderChen.phone })
    const seen = await li().get({ id })
    expect(seen.similar.some((other) => other.isRepeat)).toBe(true)
    expect(seen.crowd).toBeGreaterThanOrEqual(11)
  })

  test('ten people or more are flagged as a group, also when only the words say so', async () => {
    const { id } = await rider().receive({ story: '我们二十多个骑手的配送费都没结', enterpriseId: small.firms.station.id })
    expect(await li().get({ id })).toMatchObject({ headcount: 20, isGroup: true, title: '工资被拖欠或少发，20 人' })
  })
})

describe('who may see and do what', () => {
  test('a visitor appeals without a name and follows by receipt', async () => {
    const nobody = as(visitor('440307'))
    const sent = await nobody.receive({ story: '厂里不买社保', enterpriseId: small.firms.factory.id, isAnonymous: true })
    expect(sent.receipt).not.toBeNull()
    const holder = as({ ...visitor('440307'), personId: personFromReceipt(sent.receipt ?? '') })
    expect((await holder.mine({})).map((matter) => matter.id)).toEqual([sent.id])
    await expect(nobody.follow({ id: sent.id })).rejects.toMatchObject({ status: 404 })
    const seen = await li().get({ id: sent.id })
    expect(seen).toMatchObject({ isAnonymous: true, contactName: null, contactPhone: null })
  })

  test('another street and another federation do not know of it', async () => {
    const id = await appealAt('accepted')
    await expect(as(small.officerYe.actor).get({ id })).rejects.toMatchObject({ status: 404 })
    await expect(as(small.other.officer.actor).get({ id })).rejects.toMatchObject({ status: 404 })
    await expect(as(small.mediatorGao.actor).get({ id })).rejects.toMatchObject({ status: 404 })
    await expect(as(small.systemAdmin.actor).list({})).rejects.toMatchObject({ status: 403 })
    await expect(as(visitor('440307')).list({})).rejects.toMatchObject({ status: 401 })
  })

  test('the mediator sees only what is assigned to him', async () => {
    await appealAt('accepted')
    const { rows } = await lin().list({ scope: 'all', limit: 200 })
    expect(rows.every((row) => row.assigneeName === '林志强')).toBe(true)
  })

  test('the community clerk sees what the street handles and leaves it to the street', async () => {
    const id = await appealAt('received')
    const seen = await as(small.clerks.bainikeng.actor).get({ id })
    expect(seen.verbs.find((verb) => verb.verb === 'accept')).toMatchObject({ enabled: false, why: '现在由别的工会承办' })
    await expect(as(small.clerks.bainikeng.actor).accept({ id })).rejects.toMatchObject({ status: 403 })
  })

  test('the contact is masked, and opened only for a reason that the audit keeps', async () => {
    const id = await appealAt('received')
    const seen = await li().get({ id })
    expect(seen.contactName).toBe('张*')
    expect(seen.contactPhone).toMatch(/^\d{3}\*{4}\d{4}$/)
    await expect(li().reveal({ id, reason: '看' })).rejects.toMatchObject({ status: 400 })
    expect(await li().reveal({ id, reason: '约当事人面谈' })).toEqual({ name: '张建民', phone: small.riderZhang.phone })
    const twice = district.as(small.officerLi.actor, line, contract, { idempotencyKey: 'reveal-twice' })
    await twice.reveal({ id, reason: '再次核对电话' })
    await expect(twice.reveal({ id, reason: '再次核对电话' })).rejects.toMatchObject({ status: 409 })
    const kept = await asOwner(district.db, (tx) => tx.selectFrom('idempotency_keys').selectAll().where('key', '=', 'reveal-twice').execute())
    expect(JSON.stringify(kept)).not.toContain(small.riderZhang.phone)
    const lines = await asOwner(district.db, (tx) => tx.selectFrom('audit_log').select(['action', 'reason']).where('record_id', '=', id).where('action', '=', 'appeals.reveal').execute())
    expect(lines.map((entry) => entry.reason)).toEqual(expect.arrayContaining(['约当事人面谈', '再次核对电话']))
    expect(lines).toHaveLength(2)
  })

  test('nothing personal stands in the clear in the database', async () => {
    const id = await appealAt('answered')
    const row = await asOwner(district.db, (tx) => tx.selectFrom('appeals').selectAll().where('id', '=', id).executeTakeFirstOrThrow())
    const text = JSON.stringify(row)
    for (const secret of ['张建民', small.riderZhang.phone, '三个月配送费', '本周付清']) expect(text).not.toContain(secret)
  })
})

describe('what goes wrong is answered well', () => {
  test('a state that has moved on is refused with who moved it', async () => {
    const id = await appealAt('accepted')
    await expect(li().accept({ id })).rejects.toMatchObject({ status: 409, message: expect.stringContaining('李敏') })
  })

  test('two officers at once: one wins, the other is told, one event and one audit line are written', async () => {
    const id = await appealAt('received')
    const results = await Promise.allSettled([li().accept({ id }), as(small.officerWang.actor).accept({ id })])
    expect(results.map((result) => result.status).sort()).toEqual(['fulfilled', 'rejected'])
    expect((results.find((result) => result.status === 'rejected') as PromiseRejectedResult).reason).toMatchObject({ status: 409 })
    const events = await asOwner(district.db, (tx) => tx.selectFrom('case_events').select('id').where('record_id', '=', id).where('verb', '=', 'accept').execute())
    const audit = await asOwner(district.db, (tx) => tx.selectFrom('audit_log').select('seq').where('record_id', '=', id).where('action', '=', 'appeals.accept').execute())
    expect([events.length, audit.length]).toEqual([1, 1])
  })

  test('a double click sends one appeal and answers twice the same', async () => {
    const twice = district.as(small.riderZhang.actor, line, contract, { idempotencyKey: 'double-click-1' })
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
    await expect(rider().receive(input as never)).rejects.toMatchObject({ status, message: expect.stringMatching(/[一-龥]{4,}/) })
  })

  test('money without a basis, and a handler without a post, are refused and nothing is written', async () => {
    const id = await appealAt('handling')
    await expect(lin().answer({ id, answer: '付了', outcome: 'paid', recoveredFen: 100 })).rejects.toMatchObject({ status: 422 })
    expect((await li().get({ id })).state).toBe('handling')
    const other = await appealAt('classified')
    await expect(li().assign({ id: other, assigneeId: small.workerLiu.id })).rejects.toMatchObject({ status: 422 })
    await expect(li().assign({ id: other, unitPath: small.jihua.path })).rejects.toMatchObject({ status: 422, message: expect.stringContaining('上报') })
  })

  test('the same money of one dispute is counted once', async () => {
    const first = await appealAt('answered')
    const second = await appealAt('accepted')
    const third = await appealAt('answered')
    await li().merge({ id: second, intoId: first, note: '同一件事' })
    await rider().rate({ id: first, satisfaction: 'satisfied' })
    await asOwner(district.db, async (tx) => {
      const { dispute_id } = await tx.selectFrom('appeals').select('dispute_id').where('id', '=', first).executeTakeFirstOrThrow()
      await tx.updateTable('appeals').set({ dispute_id }).where('id', '=', third).execute()
    })
    await expect(rider().rate({ id: third, satisfaction: 'satisfied' })).rejects.toMatchObject({ status: 422, message: expect.stringContaining('只记一次') })
  })
})

describe('lists', () => {
  test('come by the clock, in pages that neither repeat nor lose a row', async () => {
    const seen: string[] = []
    let after: string | undefined
    do {
      const page = await li().list({ limit: 3, after })
      seen.push(...page.rows.map((row) => row.id))
      after = page.next ?? undefined
    } while (after)
    const all = await li().list({ limit: 200 })
    expect(seen).toEqual(all.rows.map((row) => row.id))
    expect(new Set(seen).size).toBe(seen.length)
    const due = all.rows.map((row) => row.nextDueAt ?? '9')
    expect(due).toEqual([...due].sort())
  })

  test('are filtered by place, category, group, text and lateness', async () => {
    district.clock.advance({ days: 30 })
    expect((await li().list({ lateOnly: true })).rows.length).toBeGreaterThan(0)
    district.clock.set(MONDAY)
    expect((await li().list({ lateOnly: true })).rows).toEqual([])
    expect((await li().list({ groupOnly: true })).rows.every((row) => row.isGroup)).toBe(true)
    expect((await li().list({ text: '蜂速' })).rows.length).toBeGreaterThan(0)
    expect((await li().list({ text: '没有这家' })).rows).toEqual([])
    await expect(li().list({ place: '%' })).rejects.toMatchObject({ status: 400 })
    await expect(li().list({ after: "' or 1=1" })).rejects.toMatchObject({ status: 400 })
  })
})
