import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { standingOf } from '../access/actor.ts'
import type { Role } from '../access/roles.ts'
import type { Ctx } from '../ctx.ts'
import { inTransaction } from '../db/database.ts'
import { newCtx } from '../http/new-ctx.ts'
import { addPerson, DISTRICT, FEDERATION, type SmallHouse, smallHouse } from '../jobs/small-house.ts'
import { asSystem } from '../jobs/system.ts'
import { countUnread, listNotices, markRead } from './inbox.ts'
import { notices } from './notices.ts'

let place: SmallHouse
let zhang = ''
let li = ''

const as = <T>(personId: string | null, work: (ctx: Ctx) => Promise<T>, role: Role = 'worker'): Promise<T> => {
  const actor = {
    federationId: FEDERATION,
    accountId: null,
    personId,
    postId: null,
    role,
    orgPath: DISTRICT,
    orgName: '',
    name: '',
  }
  return inTransaction(place.db, standingOf(actor), (tx) => work(newCtx(place.house, actor, tx)))
}
const send = (recipientId: string, titles: string[]) =>
  asSystem(place.house, (ctx) =>
    notices(
      ctx,
      titles.map((title) => ({ recipientId, line: 'visits', recordId: null, title, body: '' })),
    ),
  )

beforeAll(async () => {
  place = await smallHouse()
  zhang = await addPerson(place.db, '张工友')
  li = await addPerson(place.db, '李工友')
})
beforeEach(async () => {
  await place.db.owner.deleteFrom('notices').execute()
})
afterAll(() => place.close())

describe('the inbox', () => {
  it('shows the newest first, page by page, each message once, also those of one instant', async () => {
    await send(zhang, ['a', 'b', 'c'])
    place.clock.advance({ minutes: 1 })
    await send(zhang, ['d', 'e'])
    const seen: string[] = []
    let after: string | undefined
    do {
      const page = await as(zhang, (ctx) => listNotices(ctx, { after, limit: 2 }))
      seen.push(...page.rows.map((row) => row.title))
      after = page.next ?? undefined
      await send(li, ['between two pages'])
    } while (after)
    expect(seen).toEqual(['e', 'd', 'c', 'b', 'a'])
  })

  it('counts what is unread, and marking as read takes it away once', async () => {
    await send(zhang, ['a', 'b', 'c'])
    const { rows } = await as(zhang, (ctx) => listNotices(ctx, { limit: 10 }))
    const ids = rows.slice(0, 2).map((row) => row.id)
    expect(await as(zhang, (ctx) => markRead(ctx, ids))).toBe(2)
    place.clock.advance({ hours: 1 })
    expect(await as(zhang, (ctx) => markRead(ctx, ids))).toBe(0)
    expect(await as(zhang, countUnread)).toBe(1)
    const unread = await as(zhang, (ctx) => listNotices(ctx, { limit: 10, unreadOnly: true }))
    expect(unread.rows.map((row) => row.title)).toEqual(['a'])
    expect(await as(zhang, (ctx) => markRead(ctx, []))).toBe(0)
  })

  it('is nobody else’s: neither a fellow worker nor the district’s leader sees it or marks it', async () => {
    await send(zhang, ['only for Zhang'])
    const { rows } = await as(zhang, (ctx) => listNotices(ctx, { limit: 1 }))
    for (const role of ['worker', 'district_leader'] as const) {
      expect((await as(li, (ctx) => listNotices(ctx, { limit: 10 }), role)).rows).toEqual([])
      expect(await as(li, (ctx) => ctx.tx.selectFrom('notices').selectAll().execute(), role)).toEqual([])
      expect(await as(li, (ctx) => markRead(ctx, [rows[0]?.id ?? '']), role)).toBe(0)
    }
    expect(await as(zhang, countUnread)).toBe(1)
  })

  it('of someone who is no person is empty', async () => {
    expect(await as(null, (ctx) => listNotices(ctx, { limit: 10 }), 'visitor')).toEqual({ rows: [], next: null })
    expect(await as(null, countUnread, 'visitor')).toBe(0)
  })

  it('refuses a page mark it did not give out', async () => {
    await expect(as(zhang, (ctx) => listNotices(ctx, { after: "x' or 1=1", limit: 10 }))).rejects.toMatchObject({
      status: 400,
    })
  })
})
