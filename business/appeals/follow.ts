import type { OutputOf } from '../../kernel/contract/contract.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { getRecord } from '../../kernel/workflow/record.ts'
import { verbsOf } from '../../kernel/workflow/verbs.ts'
import { caseLine } from './case-line.ts'
import type { contract } from './contract.ts'
import { type AppealRow, listClocks, listEvents, namesOf, open } from './record.ts'
import { workflow } from './workflow.ts'

type Followed = OutputOf<typeof contract.follow>

/** The worker's own matters, newest first. */
export async function listMine(ctx: Ctx): Promise<Followed[]> {
  if (!ctx.actor.personId) return []
  const rows = await ctx.tx
    .selectFrom('appeals')
    .selectAll()
    .where('federation_id', '=', ctx.actor.federationId)
    .where('owner_id', '=', ctx.actor.personId)
    .orderBy('created_at', 'desc')
    .limit(20)
    .execute()
  const found: Followed[] = []
  for (const row of rows) found.push(await followedOf(ctx, row))
  return found
}

/** One own matter as the worker sees it. */
export const followAppeal = async (ctx: Ctx, id: string): Promise<Followed> =>
  followedOf(ctx, await getRecord(ctx, caseLine, 'appeals.follow', id))

async function followedOf(ctx: Ctx, row: AppealRow): Promise<Followed> {
  const { unitName, assigneeName } = await namesOf(ctx, row)
  const events = await listEvents(ctx, row.id)
  const answer = (await listClocks(ctx, row.id)).findLast((clock) => clock.name === 'answer')
  return {
    id: row.id,
    number: row.number,
    title: row.title,
    state: row.state,
    category: row.category,
    enterpriseName: row.enterprise_name,
    createdAt: row.created_at,
    stateTitle: workflow.states[row.state],
    unitName,
    assigneeName,
    answerDueAt: answer && !answer.metAt && !answer.cancelledAt ? answer.dueAt : null,
    answer: open(ctx, row, 'answer', row.answer_sealed),
    recoveredFen: row.recovered_fen,
    steps: events.filter((e) => e.message !== '').map((e) => ({ title: e.title, at: e.at, message: e.message })),
    verbs: verbsOf(caseLine, ctx.actor, row).filter((v) => v.verb !== 'settle'),
  }
}
