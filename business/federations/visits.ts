import { sql } from 'kysely'
import { uuidv7 } from 'uuidv7'
import type { OutputOf, ParsedOf } from '../../kernel/contract/contract.ts'
import { fail } from '../../kernel/contract/errors.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { openMatter } from './actions.ts'
import { followUps } from './case-line.ts'
import type { contract } from './contract.ts'
import { coverage, firmsOf } from './facts.ts'
import { requirePast, takeFederation, told } from './federation.ts'
import { workflow } from './workflow.ts'

const seal = (ctx: Ctx, id: string, text: string) => ctx.house.sealer.seal(text, `federations.found:${id}`)

/** Who went to a firm, when, and what was found. What needs following up becomes a to-do of the federation with a clock. */
export async function visit(
  ctx: Ctx,
  input: ParsedOf<typeof contract.visit>,
): Promise<OutputOf<typeof contract.visit>> {
  const org = await takeFederation(ctx, input.id, true)
  requirePast(ctx, input.visitedOn, '走访日期')
  const firm = await firmIn(ctx, org.id, input.firmId)
  const id = uuidv7()
  const matterId = input.needsFollowUp ? uuidv7() : null
  if (!ctx.actor.personId) return fail(403, '请用本人的账号登记走访')
  await ctx.tx
    .insertInto('federation_visits')
    .values({
      federation_id: ctx.actor.federationId,
      id,
      org_id: org.id,
      org_path: org.path,
      enterprise_id: firm.id,
      visited_on: input.visitedOn,
      visitor_id: ctx.actor.personId,
      visitor_name: ctx.actor.name,
      found_sealed: seal(ctx, id, input.found),
      needs_follow_up: input.needsFollowUp,
    })
    .execute()
  told(ctx, org.id, `走访 ${firm.name}`)
  if (matterId) {
    await openMatter(ctx, followUps, 'visit', matterId, org, {
      kind: 'follow_up',
      title: `走访跟进：${firm.name}`.slice(0, 80),
      content: input.found,
      unitPath: org.path,
      visit_id: id,
    })
  }
  return { id, matterId }
}

async function firmIn(ctx: Ctx, orgId: string, firmId: string): Promise<{ id: string; name: string }> {
  const { rows } = await sql<{ id: string; name: string }>`select e.id, e.name from orgs f ${coverage}
    cross join lateral (select e.id, e.name ${firmsOf(ctx.today)}) e where f.federation_id = ${ctx.actor.federationId}
    and f.id = ${orgId}::uuid and e.id = ${firmId}::uuid`.execute(ctx.tx)
  return rows[0] ?? fail(422, '这家企业不在这个工联会，或已经注销，请重新选择')
}

/** Visits of a federation, newest first. */
export async function listVisits(
  ctx: Ctx,
  input: ParsedOf<typeof contract.visits>,
): Promise<OutputOf<typeof contract.visits>> {
  await takeFederation(ctx, input.id)
  const [day, after] = input.after?.split('~') ?? []
  const rows = await ctx.tx
    .selectFrom('federation_visits as v')
    .innerJoin('enterprises as e', (join) =>
      join.onRef('e.federation_id', '=', 'v.federation_id').onRef('e.id', '=', 'v.enterprise_id'),
    )
    .leftJoin('federation_matters as m', (join) =>
      join
        .onRef('m.federation_id', '=', 'v.federation_id')
        .onRef('m.visit_id', '=', 'v.id')
        .onRef('m.org_id', '=', 'v.org_id'),
    )
    .select([
      'v.id',
      'e.name as firm',
      'v.visited_on',
      'v.visitor_name',
      'v.found_sealed',
      'm.id as matterId',
      'm.state',
    ])
    .where('v.federation_id', '=', ctx.actor.federationId)
    .where('v.org_id', '=', input.id)
    .$if(day !== undefined && after !== undefined, (q) =>
      q.where(sql<boolean>`(v.visited_on, v.id) < (${day}::date, ${after}::uuid)`),
    )
    .orderBy('v.visited_on', 'desc')
    .orderBy('v.id', 'desc')
    .limit(input.limit + 1)
    .execute()
  const shown = rows.slice(0, input.limit)
  const last = shown.at(-1)
  return {
    rows: shown.map((row) => ({
      id: row.id,
      firm: row.firm,
      visitedOn: row.visited_on,
      visitor: row.visitor_name,
      found: ctx.house.sealer.open(row.found_sealed, `federations.found:${row.id}`),
      matterId: row.matterId,
      matterState: row.state && workflow.states[row.state],
    })),
    next: rows.length > input.limit && last ? `${last.visited_on}~${last.id}` : null,
  }
}
