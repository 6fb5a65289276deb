import type { Ctx } from '../../kernel/ctx.ts'
import { nearest, officersOf, rolesFor } from '../../kernel/jobs/officers.ts'
import type { Job } from '../../kernel/line.ts'
import { notices } from '../../kernel/notify/notices.ts'
import { inviteJob } from './poll.ts'
import { levelTitle } from './rules/words.ts'
import { remindUntil, starsOn } from './stars.ts'

const PAGE = 500

/** Once for each star that runs out soon, its union (or the nearest above with somebody) is told that it may ask again. */
export async function remindExpiring(ctx: Ctx): Promise<void> {
  const rows = await starsOn(ctx.tx, ctx.actor.federationId, ctx.today)
    .select(['s.id', 's.org_path', 's.stars', 's.valid_to'])
    .where('s.valid_to', '<=', remindUntil(ctx.today))
    .where('s.reminded_on', 'is', null)
    .orderBy('s.valid_to')
    .limit(PAGE)
    .execute()
  if (rows.length === 0) return
  const officers = await officersOf(
    ctx,
    rows.map(({ org_path }) => org_path),
  )
  const roles = rolesFor(ctx, 'star-rating', 'apply')
  const messages = rows.flatMap((row) =>
    nearest(officers, row.org_path, roles).map((recipientId) => ({
      recipientId,
      line: 'star-rating',
      recordId: row.id,
      title: `${levelTitle(row.stars ?? 0)}工会快到期了`,
      body: `有效期到 ${row.valid_to}。想续评的可以再申报；不续评，到期自然失效，不影响任何服务。`,
    })),
  )
  await notices(ctx, messages)
  await ctx.tx
    .updateTable('star_rating')
    .set({ reminded_on: ctx.today })
    .where('federation_id', '=', ctx.actor.federationId)
    .where(
      'id',
      'in',
      rows.map(({ id }) => id),
    )
    .execute()
  ctx.audit = { line: 'star-rating', recordId: null, reason: `提醒星级到期 ${rows.length} 个` }
}

export const jobs: readonly Job[] = [
  { name: 'star-rating.expiring', title: '星级快到期的提醒', cron: '20 7 * * *', run: remindExpiring },
  inviteJob,
]
