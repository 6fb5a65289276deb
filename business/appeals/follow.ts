import { sql } from 'kysely'
import type { OutputOf } from '../../kernel/contract/contract.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { getRecord } from '../../kernel/workflow/record.ts'
import { verbsOf } from '../../kernel/workflow/verbs.ts'
import { caseLine } from './case-line.ts'
import type { contract } from './contract.ts'
import { type AppealRow, open, verbTitle } from './record.ts'
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
  return followedOf(ctx, rows)
}

/** One own matter as the worker sees it. */
export async function followAppeal(ctx: Ctx, id: string): Promise<Followed> {
  const row = await getRecord(ctx, caseLine, 'appeals.follow', id)
  const [followed] = await followedOf(ctx, [row])
  return followed as Followed
}

/** Three statements, however many matters there are. */
async function followedOf(ctx: Ctx, rows: readonly AppealRow[]): Promise<Followed[]> {
  const ids = rows.map((row) => row.id)
  if (ids.length === 0) return []
  const [hands, steps, due] = await Promise.all([whoHas(ctx, ids), stepsOf(ctx, ids), answersDue(ctx, ids)])
  return rows.map((row) => ({
    id: row.id,
    number: row.number,
    title: row.title,
    state: row.state,
    category: row.category,
    enterpriseName: row.enterprise_name,
    createdAt: row.created_at,
    stateTitle: workflow.states[row.state],
    unitName: hands.get(row.id)?.unitName ?? '',
    assigneeName: hands.get(row.id)?.assigneeName ?? null,
    answerDueAt: due.get(row.id) ?? null,
    answer: open(ctx, row, 'answer', row.answer_sealed),
    recoveredFen: row.recovered_fen,
    steps: steps.get(row.id) ?? [],
    verbs: verbsOf(caseLine, ctx.actor, row).filter((v) => v.verb !== 'settle'),
  }))
}

async function whoHas(ctx: Ctx, ids: readonly string[]) {
  const rows = await ctx.tx
    .selectFrom('appeals as a')
    .leftJoin('orgs as o', (join) =>
      join.onRef('o.federation_id', '=', 'a.federation_id').onRef('o.path', '=', 'a.unit_path'),
    )
    .select(['a.id', 'o.name as unitName'])
    .select(sql<string | null>`nf_officer_name(a.federation_id, a.assignee_id)`.as('assigneeName'))
    .where('a.federation_id', '=', ctx.actor.federationId)
    .where('a.id', 'in', ids)
    .execute()
  return new Map(rows.map((row) => [row.id, row]))
}

/** What the worker was told, in order. */
async function stepsOf(ctx: Ctx, ids: readonly string[]): Promise<Map<string, Followed['steps']>> {
  const rows = await ctx.tx
    .selectFrom('case_events')
    .select(['record_id', 'verb', 'at', 'message'])
    .where('federation_id', '=', ctx.actor.federationId)
    .where('record_id', 'in', ids)
    .where('message', '<>', '')
    .orderBy('at')
    .orderBy('id')
    .execute()
  const byRecord = Map.groupBy(rows, (row) => row.record_id)
  return new Map(
    [...byRecord].map(([id, events]) => [
      id,
      events.map(({ verb, at, message }) => ({ title: verbTitle(verb), at, message })),
    ]),
  )
}

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
