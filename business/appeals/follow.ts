import type { OutputOf } from '../../kernel/contract/contract.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { ownMatters } from '../../kernel/workflow/follow.ts'
import { verbsOf } from '../../kernel/workflow/verbs.ts'
import { caseLine } from './case-line.ts'
import type { contract } from './contract.ts'
import { open } from './record.ts'

type Followed = OutputOf<typeof contract.follow>

/** The worker's own appeals; with a receipt, the one it was given for. */
export const own = ownMatters(caseLine, 'appeals.follow', async (ctx, matters): Promise<Followed[]> => {
  const due = await answersDue(
    ctx,
    matters.map(({ row }) => row.id),
  )
  return matters.map(({ row, shown }) => ({
    ...shown,
    category: row.category,
    enterpriseName: row.enterprise_name,
    answerDueAt: due.get(row.id) ?? null,
    answer: open(ctx, row, 'answer', row.answer_sealed),
    recoveredFen: row.recovered_fen,
    verbs: verbsOf(caseLine, ctx.actor, row).filter((v) => v.verb !== 'settle'),
  }))
})

async function answersDue(ctx: Ctx, ids: readonly string[]): Promise<Map<string, string>> {
  const rows = await ctx.tx
    .selectFrom('deadlines')
    .select(['record_id', 'due_at'])
    .where('federation_id', '=', ctx.actor.federationId)
    .where('record_id', 'in', ids)
    .where('name', '=', 'answer')
    .where('met_at', 'is', null)
    .where('cancelled_at', 'is', null)
    .execute()
  return new Map(rows.map((row) => [row.record_id, row.due_at]))
}
