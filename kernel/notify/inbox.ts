import { fail } from '../contract/errors.ts'
import type { Ctx } from '../ctx.ts'

export type NoticeRow = {
  id: string
  line: string
  recordId: string | null
  title: string
  body: string
  at: string
  readAt: string | null
}
export type NoticePage = { rows: NoticeRow[]; next: string | null }

/**
 * The actor's messages, newest first, by keyset: a message that comes in meanwhile moves nothing. Row-level security shows nobody another's.
 * @param options.after `next` of the page before. @param options.limit 1–200
 * @returns one page and where the next begins, null after the last. @throws Failure 400 on a mark that is none of ours
 */
export async function listNotices(
  ctx: Ctx,
  options: { after?: string; limit: number; unreadOnly?: boolean },
): Promise<NoticePage> {
  if (!ctx.actor.personId) return { rows: [], next: null }
  const limit = Math.min(Math.max(Math.trunc(options.limit), 1), 200)
  const mark = options.after === undefined ? null : readMark(options.after)
  const found = await mine(ctx, ctx.actor.personId)
    .select(['id', 'line', 'record_id as recordId', 'title', 'body', 'at', 'read_at as readAt'])
    .$if(options.unreadOnly ?? false, (query) => query.where('read_at', 'is', null))
    .$if(mark !== null, (query) =>
      query.where((eb) => eb(eb.refTuple('at', 'id'), '<', eb.tuple(mark?.at ?? '', mark?.id ?? ''))),
    )
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .execute()
  const rows = found.slice(0, limit)
  const last = rows.at(-1)
  return { rows, next: found.length > limit && last ? `${last.at}~${last.id}` : null }
}

/** How many messages the actor has not read. */
export async function countUnread(ctx: Ctx): Promise<number> {
  if (!ctx.actor.personId) return 0
  const row = await mine(ctx, ctx.actor.personId)
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('read_at', 'is', null)
    .executeTakeFirstOrThrow()
  return Number(row.count)
}

/** Marks messages of the actor as read, at the time they first were. @returns how many were unread until now; others' are left alone */
export async function markRead(ctx: Ctx, ids: readonly string[]): Promise<number> {
  if (!ctx.actor.personId || ids.length === 0) return 0
  const { numUpdatedRows } = await ctx.tx
    .updateTable('notices')
    .set({ read_at: ctx.now })
    .where('federation_id', '=', ctx.actor.federationId)
    .where('recipient_id', '=', ctx.actor.personId)
    .where('id', 'in', [...ids])
    .where('read_at', 'is', null)
    .executeTakeFirstOrThrow()
  return Number(numUpdatedRows)
}

const mine = (ctx: Ctx, personId: string) =>
  ctx.tx.selectFrom('notices').where('federation_id', '=', ctx.actor.federationId).where('recipient_id', '=', personId)

const MARK = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z)~([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/

function readMark(text: string): { at: string; id: string } {
  const [, at, id] = MARK.exec(text) ?? []
  if (!at || !id) return fail(400, '翻页标记不对，请回到第一页')
  return { at, id }
}
