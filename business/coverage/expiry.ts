import type { Ctx } from '../../kernel/ctx.ts'
import type { Job } from '../../kernel/line.ts'
import { advance } from '../../kernel/workflow/advance.ts'
import { caseLine } from './case-line.ts'

const CHUNK = 200

/** Exclusions whose day has come are over. The rates do not wait for it: they look at the day, not at the state. */
export async function expireExclusions(ctx: Ctx): Promise<void> {
  const due = await ctx.tx
    .selectFrom('coverage')
    .select(['id', 'until_on'])
    .where('federation_id', '=', ctx.actor.federationId)
    .where('state', '=', 'approved')
    .where('until_on', '<=', ctx.today)
    .orderBy('until_on')
    .orderBy('id')
    .limit(CHUNK)
    .execute()
  for (const { id, until_on } of due) {
    await advance(ctx, caseLine, 'expire', id, { set: { ended_on: until_on }, note: `到 ${until_on} 为止` })
  }
  ctx.audit = { line: 'coverage', recordId: null, reason: `列入不计到期 ${due.length} 家` }
}

export const jobs: readonly Job[] = [
  { name: 'coverage.expire', title: '列入不计到期的恢复计入', cron: '20 1 * * *', run: expireExclusions },
]
