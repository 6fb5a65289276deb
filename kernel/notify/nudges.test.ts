import { uuidv7 } from 'uuidv7'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { standingOf } from '../access/actor.ts'
import type { Ctx } from '../ctx.ts'
import { inTransaction } from '../db/database.ts'
import { newCtx } from '../http/new-ctx.ts'
import { addPerson, COMMUNITY, DISTRICT, FEDERATION, type SmallHouse, smallHouse } from '../jobs/small-house.ts'
import { asSystem } from '../jobs/system.ts'
import { emailChannel } from './channels.ts'
import { digestOfCode, findEmail, removeEmail, setEmail, verifyEmail } from './contacts.ts'
import { type Mailer, smtpMailer } from './email.ts'
import { listNotices, markRead } from './inbox.ts'
import { notice } from './notices.ts'
import { notifyJobs } from './nudges.ts'
import { type PostOffice, postOffice } from './post-office.ts'

let place: SmallHouse
let office: PostOffice
let mailer: Mailer
let zhang = ''

const as = <T>(personId: string | null, work: (ctx: Ctx) => Promise<T>): Promise<T> => {
  const actor = {
    federationId: FEDERATION,
    accountId: null,
    personId,
    postId: null,
    role: 'district_leader' as const,
    orgPath: DISTRICT,
    orgName: '',
    name: '',
  }
  return inTransaction(place.db, standingOf(actor), (tx) => work(newCtx(place.house, actor, tx)))
}
const zhangDoes = <T>(work: (ctx: Ctx) => Promise<T>) => as(zhang, work)
const tell = (recipientId: string, title = '您的来信有了答复') =>
  asSystem(place.house, (ctx) =>
    notice(ctx, { recipientId, line: 'visits', recordId: null, title, body: '工资已经谈妥' }),
  )
const codeMailed = () => /验证码是 (\d{6})/.exec(office.letters.at(-1)?.text ?? '')?.[1] ?? ''

beforeAll(async () => {
  office = await postOffice()
  mailer = smtpMailer({ url: office.url(), from: '暖蜂 <nuanfeng@example.org.cn>' })
  place = await smallHouse({ jobs: { retry: { limit: 1 } } })
  await place.jobs.start(notifyJobs(place.house, [emailChannel(mailer, 'https://nuanfeng.example.org.cn/')]))
})
beforeEach(async () => {
  zhang = await addPerson(place.db, '张工友')
  office.letters.length = 0
  office.refuse = () => undefined
  place.clock.advance({ days: 1 })
})
afterAll(async () => {
  mailer.close()
  await office.close()
  await place.close()
})

async function prove(): Promise<void> {
  await zhangDoes((ctx) => setEmail(ctx, ' Zhang@Example.org.cn '))
  await place.jobs.runDue()
  expect(await zhangDoes((ctx) => verifyEmail(ctx, codeMailed()))).toMatchObject({ verified: true })
  office.letters.length = 0
}

describe('an address', () => {
  it('is proved by the code mailed to it, shown masked, and written in the clear nowhere', async () => {
    await prove()
    expect(await zhangDoes(findEmail)).toEqual({
      masked: 'z***@example.org.cn',
      verifiedAt: place.clock(),
      refusedAt: null,
    })
    const kept = await place.db.owner
      .selectFrom('contact_channels')
      .selectAll()
      .where('person_id', '=', zhang)
      .executeTakeFirstOrThrow()
    expect(JSON.stringify(kept)).not.toContain('zhang')
  })

  it('takes five wrong codes, and then not even the right one', async () => {
    await zhangDoes((ctx) => setEmail(ctx, 'zhang@example.org.cn'))
    await place.jobs.runDue()
    const wrong = codeMailed() === '000000' ? '000001' : '000000'
    for (const left of [4, 3, 2, 1]) {
      expect(await zhangDoes((ctx) => verifyEmail(ctx, wrong))).toEqual({
        verified: false,
        message: `验证码不对，还可以试 ${left} 次`,
      })
    }
    await zhangDoes((ctx) => verifyEmail(ctx, wrong))
    expect(await zhangDoes((ctx) => verifyEmail(ctx, codeMailed()))).toEqual({
      verified: false,
      message: '试错太多次，请重新获取验证码',
    })
  })

  it('takes no code after a quarter of an hour, nor one a second time', async () => {
    await zhangDoes((ctx) => setEmail(ctx, 'zhang@example.org.cn'))
    await place.jobs.runDue()
    place.clock.advance({ minutes: 15, milliseconds: 1 })
    expect(await zhangDoes((ctx) => verifyEmail(ctx, codeMailed()))).toMatchObject({
      verified: false,
      message: '验证码过期了，请重新获取',
    })
    await prove()
    expect(await zhangDoes((ctx) => verifyEmail(ctx, '123456'))).toEqual({
      verified: false,
      message: '还没有可用的验证码，请先获取',
    })
  })

  it('is proved by a code for this person and this address only', () => {
    const { house } = place
    const digests = [
      digestOfCode(house, zhang, 'zhang@example.org.cn', '123456'),
      digestOfCode(house, uuidv7(), 'zhang@example.org.cn', '123456'),
      digestOfCode(house, zhang, 'li@example.org.cn', '123456'),
    ]
    expect(new Set(digests).size).toBe(3)
  })

  it('gets one code a minute and five a day at most', async () => {
    const ask = () => zhangDoes((ctx) => setEmail(ctx, 'zhang@example.org.cn'))
    await ask()
    await expect(ask()).rejects.toMatchObject({ status: 429, message: '验证码刚刚发过，请一分钟后再试' })
    for (let turn = 2; turn <= 5; turn++) {
      place.clock.advance({ minutes: 1 })
      await ask()
    }
    place.clock.advance({ minutes: 1 })
    await expect(ask()).rejects.toMatchObject({ status: 429, message: '今天已经发过五次验证码，请明天再试' })
  })

  it('that is none is refused, and so is a visitor', async () => {
    for (const text of ['zhang', 'zhang@', 'a@b\r\nBcc: c@d.cn', '']) {
      await expect(zhangDoes((ctx) => setEmail(ctx, text))).rejects.toMatchObject({ status: 422 })
    }
    await expect(as(null, (ctx) => setEmail(ctx, 'zhang@example.org.cn'))).rejects.toMatchObject({ status: 401 })
  })

  it('is seen by nobody else, whatever the post', async () => {
    await prove()
    const wang = await addPerson(place.db, '王主席', { role: 'district_leader', path: COMMUNITY })
    expect(await as(wang, (ctx) => ctx.tx.selectFrom('contact_channels').selectAll().execute())).toEqual([])
    expect(await as(wang, findEmail)).toBeNull()
  })

  it('is forgotten when its owner says so', async () => {
    await prove()
    await zhangDoes(removeEmail)
    expect(await zhangDoes(findEmail)).toBeNull()
    await tell(zhang)
    expect(await place.jobs.runDue()).toEqual({ done: 0, failed: 0 })
  })
})

describe('a notice', () => {
  it('is followed by one mail, however many come at once, without a word of their content', async () => {
    await prove()
    await tell(zhang)
    await tell(zhang)
    expect(await place.jobs.runDue()).toEqual({ done: 1, failed: 0 })
    expect(office.letters).toHaveLength(1)
    expect(office.letters[0]).toMatchObject({ to: ['zhang@example.org.cn'], subject: '您在暖蜂有一件新消息' })
    expect(office.letters[0]?.text).not.toMatch(/答复|工资|张/)
  })

  it('is not followed by a mail to someone who left no address, did not prove it, or has read the notice meanwhile', async () => {
    await tell(zhang)
    await zhangDoes((ctx) => setEmail(ctx, 'zhang@example.org.cn'))
    await place.jobs.runDue()
    await tell(zhang)
    await place.jobs.runDue()
    expect(office.letters.map((letter) => letter.subject)).toEqual(['暖蜂邮箱验证码'])
    await zhangDoes((ctx) => verifyEmail(ctx, codeMailed()))
    await tell(zhang)
    const { rows } = await zhangDoes((ctx) => listNotices(ctx, { limit: 10 }))
    await zhangDoes((ctx) =>
      markRead(
        ctx,
        rows.map((row) => row.id),
      ),
    )
    await place.jobs.runDue()
    expect(office.letters).toHaveLength(1)
  })

  it('is mailed later when the mail server puts it off', async () => {
    await prove()
    office.refuse = () => ({ code: 451, message: 'greylisted' })
    await tell(zhang)
    expect(await place.jobs.runDue()).toEqual({ done: 0, failed: 1 })
    office.refuse = () => undefined
    expect(await place.jobs.runDue()).toEqual({ done: 1, failed: 0 })
    expect(office.letters).toHaveLength(1)
  })

  it('of a mail server that never answers ends in the list of the failed, which names no address', async () => {
    await prove()
    office.refuse = (address) => ({ code: 451, message: `not now, ${address}` })
    await tell(zhang)
    for (let turn = 0; turn < 3; turn++) await place.jobs.runDue()
    const failed = await place.jobs.failedJobs()
    expect(failed).toMatchObject([{ job: 'notify.email', title: '消息提醒', reason: '邮件没有发出去：EENVELOPE 451' }])
    expect(JSON.stringify(failed)).not.toContain('zhang')
  })

  it('goes to a refused address once and then no more, until it is proved again', async () => {
    await prove()
    office.refuse = () => ({ code: 550, message: 'no such user' })
    await tell(zhang)
    expect(await place.jobs.runDue()).toEqual({ done: 1, failed: 0 })
    expect((await zhangDoes(findEmail))?.refusedAt).toBe(place.clock())
    await tell(zhang)
    expect(await place.jobs.runDue()).toEqual({ done: 0, failed: 0 })
    office.refuse = () => undefined
    place.clock.advance({ minutes: 2 })
    await prove()
    await tell(zhang)
    await place.jobs.runDue()
    expect(office.letters).toHaveLength(1)
  })
})
