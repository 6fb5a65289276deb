import { type Insertable, sql } from 'kysely'
import { seededId } from '../../../district/random.ts'
import { dayOf } from '../../../kernel/calendar/days.ts'
import type { Tx } from '../../../kernel/db/database.ts'
import type { PastMemberships } from '../../../kernel/db/schema.gen.ts'
import { upperUnion } from './people.ts'
import type { Planned } from './plan.ts'
import { stateAfter } from './rows.ts'

type Standing = { kind: 'none' | 'full' | 'pooled' | 'retained'; unionId: string | null; path: string }
type Changed = { id: string; on: string; to: Standing }

const reasons = {
  transfer: 'transfer',
  retain: 'retained',
  resume: 'resumed',
  leave: 'left',
  expel: 'expelled',
  died: 'died',
} as const

/** What a finished matter made of the membership; null when it changed nothing. */
function outcome({ kind, from, to, steps }: Planned): Standing | null {
  const state = stateAfter(steps)
  if (state === 'refused' && to) {
    const upper = upperUnion(to.path)
    return { kind: 'pooled', unionId: upper.id, path: upper.path }
  }
  if (state !== 'done') return null
  if (to) return { kind: 'full', unionId: to.id, path: to.path }
  if (kind === 'retain') return { kind: 'retained', unionId: from.id, path: from.path }
  return { kind: 'none', unionId: null, path: upperUnion(from.path).path }
}

/** Writes the stints that ended and the present ones, set by set. */
export async function writeStints(tx: Tx, federationId: string, planned: readonly Planned[]): Promise<void> {
  const pasts: Insertable<PastMemberships>[] = []
  const changed: Changed[] = []
  for (const one of planned) {
    const to = outcome(one)
    if (!to) continue
    const on = dayOf(one.steps.at(-1)?.at ?? '')
    changed.push({ id: one.member.id, on, to })
    pasts.push({
      federation_id: federationId,
      id: seededId('transfer stint', one.n),
      person_id: one.member.id,
      union_id: one.from.id,
      org_path: one.from.path,
      kind: 'full',
      from_on: one.member.since,
      to_on: on,
      reason: reasons[one.kind],
    })
  }
  const column = <V>(of: (one: Changed) => V) => changed.map(of)
  await sql`update persons p set membership = c.kind, union_id = c.union_id, org_path = c.path,
      member_since = case when c.kind = 'none' then null else c.since end, left_on = case when c.kind = 'none' then c.since end
    from unnest(${column((c) => c.id)}::uuid[], ${column((c) => c.to.kind)}::text[], ${column((c) => c.to.unionId)}::uuid[],
      ${column((c) => c.to.path)}::text[], ${column((c) => c.on)}::date[]) as c (id, kind, union_id, path, since)
    where p.federation_id = ${federationId} and p.id = c.id`.execute(tx)
  await tx.insertInto('past_memberships').values(pasts).execute()
}
