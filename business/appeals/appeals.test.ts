import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { small } from '../../district/small.ts'
import { MONDAY } from '../../district/testing.ts'
import { openAppeals, wages } from './testing.ts'

let room: Awaited<ReturnType<typeof openAppeals>>
beforeAll(async () => {
  room = await openAppeals()
})
afterAll(() => room.district.close())

describe('the life of an appeal', () => {
  test('a rider appeals, Li Min accepts and assigns, mediator Lin settles, the rider is satisfied, and both figures rise', async () => {
    const before = { handled: await room.figure('handled'), recovered: await room.figure('recovered') }
    const id = await room.appealAt('answered')
    const closed = await room.rider().rate({ id, satisfaction: 'satisfied', comment: '谢谢' })
    expect(closed.state).toBe('closed')
    expect(await room.figure('handled')).toBe(before.handled + 1)
    expect(await room.figure('recovered')).toBe(before.recovered + 12_000)
    expect(await room.figure('recovered', '440307.003.')).toBe(await room.figure('recovered'))
  })

  test('the rider sees each step in plain words and no internal note', async () => {
    const id = await room.appealAt('handling')
    const seen = await room.rider().follow({ id })
    expect(seen.stateTitle).toBe('处置中')
    expect(seen.assigneeName).toBe('林志强')
    expect(seen.answerDueAt).not.toBeNull()
    expect(JSON.stringify(seen)).not.toContain('约明天面谈')
    expect(seen.steps.map((step) => step.title)).toEqual(['接报', '受理', '分派', '记录联系'])
  })

  test('dissatisfied leaves the matter with the officer, who has it done again', async () => {
    const id = await room.appealAt('answered')
    expect((await room.rider().rate({ id, satisfaction: 'dissatisfied', comment: '钱还没到' })).state).toBe(
      'followed_up',
    )
    expect((await room.li().rework({ id, note: '职工说没有收到钱' })).state).toBe('handling')
    const again = await room.li().get({ id })
    expect(again.recoveredFen).toBe(0)
    expect(again.clocks.filter((clock) => clock.name === 'answer' && !clock.metAt)).toHaveLength(1)
  })

  test('a declined appeal says why, and counts as received but not as handled', async () => {
    const before = { received: await room.figure('received'), handled: await room.figure('handled') }
    const { id } = await room.rider().receive(wages)
    await room.li().decline({ id, note: '已在法院审理，请等判决' })
    const seen = await room.rider().follow({ id })
    expect(seen.steps.at(-1)?.message).toContain('已在法院审理')
    expect(await room.figure('received')).toBe(before.received + 1)
    expect(await room.figure('handled')).toBe(before.handled)
  })

  test('Li Min may not follow up what she answered herself', async () => {
    const { id } = await room.rider().receive(wages)
    await room.li().accept({ id })
    await room.li().classify({ id, category: 'wages', difficulty: 'general' })
    await room.li().assign({ id, assigneeId: small.officerLi.id })
    await room.li().sign({ id })
    await room.li().contact({ id, note: '已通话' })
    await room.li().answer({ id, answer: '已解释', outcome: 'advised' })
    await expect(room.li().followUp({ id, satisfaction: 'satisfied' })).rejects.toMatchObject({
      status: 422,
      message: expect.stringContaining('两个人'),
    })
    expect((await room.as(small.officerWang.actor).followUp({ id, satisfaction: 'satisfied' })).state).toBe(
      'followed_up',
    )
  })

  test('escalated, it lies with the district, which hands it to another street, where it then counts', async () => {
    const id = await room.appealAt('accepted')
    await room.li().escalate({ id, note: '劳动关系在吉华' })
    await expect(room.li().classify({ id, category: 'wages', difficulty: 'general' })).rejects.toMatchObject({
      status: 403,
    })
    await room.as(small.officerWang.actor).handOver({ id, unitPath: small.jihua.path, note: '转吉华街道办理' })
    await expect(room.li().get({ id })).rejects.toMatchObject({ status: 404 })
    expect(
      (await room.as(small.officerYe.actor).classify({ id, category: 'wages', difficulty: 'general' })).state,
    ).toBe('classified')
  })

  test('merged into another, it shares the dispute', async () => {
    const first = await room.appealAt('accepted')
    const second = await room.appealAt('accepted')
    await room.li().merge({ id: second, intoId: first, note: '同一件事' })
    const kept = await room.li().get({ id: first })
    expect(kept.dispute.matters.map((matter) => matter.id).sort()).toEqual([first, second].sort())
  })

  test('handed to the labour bureau and suspended, its clocks stand still and run on by as long as they stood', async () => {
    const id = await room.appealAt('handling')
    await room.lin().refer({ id, target: 'labour_bureau', note: '涉嫌拒不支付' })
    await room.lin().suspend({ id, note: '等待仲裁裁决' })
    const due = (await room.li().get({ id })).clocks.find((clock) => clock.name === 'answer')?.dueAt ?? ''
    room.district.clock.advance({ days: 3 })
    await room.lin().resume({ id })
    const after = (await room.li().get({ id })).clocks.find((clock) => clock.name === 'answer')?.dueAt ?? ''
    expect(Date.parse(after) - Date.parse(due)).toBe(3 * 86_400_000)
    const referral = (await room.li().get({ id })).referrals[0]
    await room.lin().noteReply({ id, referralId: referral?.id ?? '', reply: '已责令支付' })
    expect((await room.li().get({ id })).referrals[0]?.reply).toBe('已责令支付')
    room.district.clock.set(MONDAY)
  })

  test('it is extended once, with a reason the rider reads, and not twice', async () => {
    const id = await room.appealAt('handling')
    await room.li().extend({ id, note: '等站点总部盖章' })
    expect((await room.rider().follow({ id })).steps.at(-1)?.message).toContain('等站点总部盖章')
    await expect(room.li().extend({ id, note: '再等等' })).rejects.toMatchObject({ status: 422 })
  })

  test('a reclassified matter has the time of its new class, from its first start', async () => {
    const id = await room.appealAt('handling')
    await room.lin().reclassify({ id, category: 'dismissal', difficulty: 'complex', note: '实为违法解除' })
    const { clocks, title } = await room.li().get({ id })
    expect(title).toBe('解除合同和补偿')
    expect(clocks.find((clock) => clock.name === 'answer' && !clock.cancelledAt)?.rule).toBe('appeals.answer.complex')
  })

  test('returned by the mediator it goes back to be assigned, with nobody’s name on it', async () => {
    const id = await room.appealAt('assigned')
    await expect(room.lin().return({ id, note: ' ' })).rejects.toMatchObject({ status: 400 })
    await room.lin().return({ id, note: '和用人单位是亲戚，应当回避' })
    expect(await room.li().get({ id })).toMatchObject({ state: 'classified', assigneeName: null })
    await expect(room.lin().get({ id })).rejects.toMatchObject({ status: 404 })
  })

  test('the rider adds what he forgot, the mediator what happened, and both stand in the record', async () => {
    const id = await room.appealAt('handling')
    await room.rider().supplement({ id, message: '又找到两张工资条' })
    await room.lin().progress({ id, note: '站长答应查账', message: '站点正在核对账目' })
    const { events } = await room.li().get({ id })
    expect(events.slice(-2).map((event) => [event.verb, event.message])).toEqual([
      ['supplement', '您补充了：又找到两张工资条'],
      ['progress', '站点正在核对账目'],
    ])
    expect(JSON.stringify(await room.rider().follow({ id }))).not.toContain('站长答应查账')
  })

  test('the rider may withdraw what is under way, and not what is answered', async () => {
    const id = await room.appealAt('handling')
    expect((await room.rider().withdraw({ id })).state).toBe('withdrawn')
    expect((await room.li().get({ id })).clocks.every((clock) => clock.metAt || clock.cancelledAt)).toBe(true)
    const answered = await room.appealAt('answered')
    await expect(room.rider().withdraw({ id: answered })).rejects.toMatchObject({ status: 409 })
  })

  test('whom the worker cannot be reached by, the street follows up and closes', async () => {
    const id = await room.appealAt('answered')
    const followUp = (await room.lin().get({ id })).verbs.find((verb) => verb.verb === 'followUp')
    expect(followUp).toBeUndefined()
    await room.li().followUp({ id, satisfaction: 'unreachable', note: '打了三次没人接' })
    expect((await room.li().close({ id })).state).toBe('closed')
  })
})

describe('what is alike is found', () => {
  test('the same rider about the same matter is a repeat; his colleague makes it a crowd', async () => {
    const { id } = await room.rider().receive({ ...wages, headcount: 6 })
    await room.as(small.riderChen.actor).receive({
      story: '也欠我配送费',
      enterpriseId: small.firms.station.id,
      headcount: 5,
      contactPhone: small.riderChen.phone,
    })
    const seen = await room.li().get({ id })
    expect(seen.similar.some((other) => other.isRepeat)).toBe(true)
    expect(seen.crowd).toBeGreaterThanOrEqual(11)
  })

  test('ten people or more are flagged as a group, also when only the words say so', async () => {
    const { id } = await room.rider().receive({
      story: '我们二十多个骑手的配送费都没结',
      enterpriseId: small.firms.station.id,
    })
    expect(await room.li().get({ id })).toMatchObject({
      headcount: 20,
      isGroup: true,
      title: '工资被拖欠或少发，20 人',
    })
  })
})
