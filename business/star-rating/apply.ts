import { uuidv7 } from 'uuidv7'
import { isUnder } from '../../kernel/access/permissions.ts'
import type { OutputOf } from '../../kernel/contract/contract.ts'
import { fail } from '../../kernel/contract/errors.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { attachDocuments } from '../../kernel/documents/documents.ts'
import { getOrg } from '../../kernel/org/queries.ts'
import { nextNumber } from '../../kernel/workflow/numbers.ts'
import { openCase } from '../../kernel/workflow/open.ts'
import { caseLine } from './case-line.ts'
import type { contract } from './contract.ts'
import { factsOf } from './facts.ts'
import { computedRows, saveDeclared } from './items.ts'
import { pointsInForce } from './points.ts'
import { vetoOf } from './rules/measure.ts'
import { type Input, type Stepped, stepped, take } from './step.ts'
import { workflow } from './workflow.ts'

/** A living base union below the actor, or the actor's own. @throws Failure 404, 422 not a base union, 403 out of reach */
async function unionFor(ctx: Ctx, orgId: string) {
  const org = await getOrg(ctx, { id: orgId })
  if (!isUnder(org.path, ctx.actor.orgPath)) fail(403, '只能为本级或下级工会申报，请重新选择工会')
  if (org.kind !== 'enterprise' || org.form === 'pool') fail(422, '只有基层工会可以评星级，请选一个基层工会')
  if (org.valid_to !== null && org.valid_to <= ctx.today) fail(422, `这个工会已于 ${org.valid_to} 撤销，不能申报`)
  return org
}

const openRating = (ctx: Ctx, orgId: string) =>
  ctx.tx
    .selectFrom('star_rating')
    .select(['id', 'number'])
    .where('federation_id', '=', ctx.actor.federationId)
    .where('org_id', '=', orgId)
    .where('closed_at', 'is', null)
    .executeTakeFirst()

/** A union asks to be rated, of its own will; one at a time. */
export async function apply(ctx: Ctx, input: Input<'apply'>): Promise<Stepped> {
  const org = await unionFor(ctx, input.orgId)
  const open = await openRating(ctx, org.id)
  if (open) fail(409, `这个工会正在评星（${open.number}），不用再报，请打开那一件`)
  const id = uuidv7()
  const number = await nextNumber(ctx, 'XJGH')
  await openCase(ctx, caseLine, 'apply', {
    id,
    number,
    title: `${org.short_name}申报星级`,
    org_path: org.path,
    unit_path: org.path,
    org_id: org.id,
  })
  await saveDeclared(ctx, id, input.declared, (await pointsInForce(ctx)).points)
  await attachDocuments(ctx, { line: 'star-rating', recordId: id, ids: input.files })
  return { id, number, state: workflow.start }
}

/** What was sent back is sent again, rewritten. */
export async function resubmit(ctx: Ctx, input: Input<'resubmit'>): Promise<Stepped> {
  const row = await take(ctx, 'resubmit', input.id, { note: input.note })
  await saveDeclared(ctx, row.id, input.declared, (await pointsInForce(ctx)).points)
  await attachDocuments(ctx, { line: 'star-rating', recordId: row.id, ids: input.files })
  return stepped(row)
}

/** What the records say today, before anybody asks for a star. Nothing is kept. */
export async function preview(ctx: Ctx, orgId: string): Promise<OutputOf<typeof contract.preview>> {
  const org = await unionFor(ctx, orgId)
  const facts = await factsOf(ctx, org.id)
  const { points } = await pointsInForce(ctx)
  const given = { ratingId: '', federationId: org.federation_id, orgId: org.id, orgPath: org.path }
  return {
    orgId: org.id,
    orgName: org.name,
    veto: vetoOf(facts),
    openId: (await openRating(ctx, org.id))?.id ?? null,
    items: computedRows(given, facts, points).map((row) => ({
      item: row.item as 'term',
      source: row.source,
      maxTenths: row.max_tenths,
      pointsTenths: row.points_tenths ?? null,
      rows: row.rows_count ?? 0,
      value: row.value ?? '',
      opens: row.opens ?? '',
      asOf: row.as_of,
      statement: '',
      claimedTenths: null,
      reason: '',
    })),
  }
}
