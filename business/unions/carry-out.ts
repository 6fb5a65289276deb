import { sql } from 'kysely'
import type { OutputOf, ParsedOf } from '../../kernel/contract/contract.ts'
import { fail } from '../../kernel/contract/errors.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { actions as orgs } from '../../kernel/org/actions.ts'
import { endUnion, extendTerm } from '../../kernel/org/terms.ts'
import { advance } from '../../kernel/workflow/advance.ts'
import { takeOver } from '../transfers/public.ts'
import { type ChangeRow, stepped, tellAsker } from './actions.ts'
import { caseLine } from './case-line.ts'
import { reissue } from './certificates.ts'
import type { contract } from './contract.ts'
import { mostMonthsLate } from './limits.ts'
import { saveProfile } from './profile.ts'
import { askedOf } from './request.ts'
import { faultOf } from './rules/request.ts'
import { changeKinds } from './rules/words.ts'
import { getUnionOrg, type UnionOrg } from './union-page.ts'

type Input = ParsedOf<typeof contract.carryOut>
type Effect = { certificate_id?: string | null; moved_members?: number }

/** What was approved becomes true, in the same transaction as the step. @throws Failure as `advance`; 409, 422 when the union has changed meanwhile */
export async function carryOut(ctx: Ctx, input: Input): Promise<OutputOf<typeof contract.carryOut>> {
  // The step first: a union with an open matter cannot be closed, and this is one.
  const row = await advance(ctx, caseLine, 'carryOut', input.id, { note: input.note })
  const org = await getUnionOrg(ctx, row.org_id)
  await requireStillTrue(ctx, row, org)
  const effect = await effects[row.kind](ctx, row, org, input)
  if (Object.keys(effect).length > 0) await noteEffect(ctx, row, effect)
  ctx.audit = { line: 'unions', recordId: row.id, reason: `${changeKinds[row.kind]} ${row.number} 办结` }
  await tellAsker(ctx, row, `${changeKinds[row.kind]}已办结`)
  return stepped(row)
}

/** Between asking and doing weeks may pass: a firm that had ended may live again, a term may have been renewed. */
async function requireStillTrue(ctx: Ctx, row: ChangeRow, org: UnionOrg): Promise<void> {
  const fault = faultOf(
    {
      kind: row.kind,
      changedOn: row.changed_on ?? undefined,
      newName: row.new_name ?? undefined,
      newAddress: row.new_address ?? undefined,
      legalPersonId: row.legal_person_id ?? undefined,
      postponeTo: row.postpone_to ?? undefined,
      noticedOn: row.noticed_on ?? undefined,
      ground: row.ground ?? undefined,
      intoId: row.into_org_id ?? undefined,
    },
    await askedOf(ctx, org),
    ctx.today,
  )
  if (fault) fail(409, `情况已经变了：${fault}`)
}

type Do = (ctx: Ctx, row: ChangeRow, org: UnionOrg, input: Input) => Promise<Effect>

const effects: Record<ChangeRow['kind'], Do> = {
  async particulars(ctx, row, org, input) {
    const on = row.changed_on ?? ctx.today
    if (row.new_name) await orgs.rename(ctx, { id: org.id, name: row.new_name, shortName: '', on })
    if (row.new_address) await saveProfile(ctx, org, { address: row.new_address })
    return reissue(ctx, org, input, { why: 'particulars', legalPersonId: row.legal_person_id })
  },
  async postpone(ctx, row, org) {
    await extendTerm(ctx, org.id, row.postpone_to ?? '', mostMonthsLate(ctx))
    return {}
  },
  certificate: (ctx, _row, org, input) => reissue(ctx, org, input, { why: 'renewal', legalPersonId: null }),
  loss: (ctx, _row, org, input) => reissue(ctx, org, input, { why: 'loss', legalPersonId: null }),
  async dissolve(ctx, row, org) {
    const on = row.changed_on ?? ctx.today
    const moved_members = await takeOver(ctx, org.id, on)
    await releaseFirms(ctx, org.id, null, on)
    await end(ctx, org, on, row)
    return { moved_members }
  },
  async merge(ctx, row, org) {
    const on = row.changed_on ?? ctx.today
    const into = row.into_org_id ?? ''
    const moved_members = await mergeMembers(ctx, org.id, into, on)
    await releaseFirms(ctx, org.id, into, on)
    await end(ctx, org, on, row)
    return { moved_members }
  },
}

async function end(ctx: Ctx, org: UnionOrg, on: string, row: ChangeRow): Promise<void> {
  await endUnion(ctx, org, on)
  await orgs.close(ctx, { id: org.id, on, reason: `${changeKinds[row.kind]} ${row.number}` })
}

/** The firms of a union that ends belong to the one it merged into, or to none until they found another. */
const releaseFirms = (ctx: Ctx, orgId: string, into: string | null, on: string) =>
  ctx.tx
    .updateTable('enterprises')
    .set({ union_id: into, union_since: on })
    .where('federation_id', '=', ctx.actor.federationId)
    .where('union_id', '=', orgId)
    .execute()

/** All members go on in the other union as what they were, in one statement; who joined after that day, from the day of joining. */
async function mergeMembers(ctx: Ctx, from: string, into: string, on: string): Promise<number> {
  const { rows } = await sql<{ moved: number }>`
    select count(nf_set_membership(p.id, ${into}::uuid, p.membership, greatest(p.member_since, ${on}::date), 'dissolved')::text)::int as moved
    from persons p where p.federation_id = ${ctx.actor.federationId} and p.union_id = ${from} and p.membership <> 'none'`.execute(
    ctx.tx,
  )
  return rows[0]?.moved ?? 0
}

const noteEffect = (ctx: Ctx, row: ChangeRow, effect: Effect) =>
  ctx.tx
    .updateTable('union_changes')
    .set(effect)
    .where('federation_id', '=', row.federation_id)
    .where('id', '=', row.id)
    .execute()
