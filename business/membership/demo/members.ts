import { dayOf } from '../../../kernel/calendar/days.ts'
import type { Tx } from '../../../kernel/db/database.ts'
import { type Planned, stateAfter } from './plan.ts'
import { askedOf, type Org } from './rows.ts'

/** What the decided applications made of their people: members of a union, or of a pool. */
export async function writeMembers(
  tx: Tx,
  federationId: string,
  planned: readonly Planned[],
  orgs: ReadonlyMap<string, Org>,
  numberOf: (planned: Planned) => string,
): Promise<void> {
  for (const one of planned) {
    const state = stateAfter(one.steps)
    const { org } = askedOf(one, orgs)
    if (!org || (state !== 'approved' && state !== 'pooled')) continue
    const joined = dayOf(one.steps.find(({ verb }) => verb === 'approve' || verb === 'pool')?.at ?? '')
    const isPooled = state === 'pooled'
    // Whoever was placed has come from the pool into the union of his firm.
    const union = !isPooled && one.kind === 'pool' ? (one.applicant.union ?? null) : org
    if (!union) continue
    await tx
      .updateTable('persons')
      .set({
        membership: isPooled ? 'pooled' : 'full',
        union_id: union.id,
        org_path: union.path,
        member_since: dayOf(one.steps.at(-1)?.at ?? ''),
        joined_on: joined,
        member_number: numberOf(one),
        ...(one.newFormKind ? { new_form_kind: one.newFormKind, is_new_form: true } : {}),
      })
      .where('federation_id', '=', federationId)
      .where('id', '=', one.applicant.id)
      .execute()
  }
}
