import { sql } from 'kysely'
import type { Ctx } from '../../kernel/ctx.ts'

export type FirmAppeal = {
  id: string
  number: string
  isGroup: boolean
  isOpen: boolean
  /** How its answer stands: given in time, given late, past its limit without one, not yet due. Null when it needs none: declined, merged, withdrawn. */
  answer: 'inTime' | 'late' | 'overdue' | 'waiting' | null
}

/**
 * Appeals against enterprises that came in since an instant, and those still open whenever they came; within the actor's sight. One statement.
 * @param window.from ISO instant, included @param window.to ISO instant, included; what is overdue is judged at it
 */
export async function appealsOfEnterprises(
  ctx: Ctx,
  enterpriseIds: readonly string[],
  window: { from: string; to: string },
): Promise<FirmAppeal[]> {
  if (enterpriseIds.length === 0) return []
  const answer = sql<FirmAppeal['answer']>`(select case
      when d.met_at is not null and d.met_at <= d.due_at then 'inTime' when d.met_at is not null then 'late'
      when a.closed_at is not null then null when d.paused_at is null and d.due_at < ${window.to}::timestamptz then 'overdue' else 'waiting' end
    from deadlines d where d.federation_id = a.federation_id and d.record_id = a.id and d.name = 'answer'
      and (d.met_at is not null or d.cancelled_at is null) order by d.started_at desc limit 1)`
  return ctx.tx
    .selectFrom('appeals as a')
    .select(['a.id', 'a.number', 'a.is_group as isGroup', sql<boolean>`a.closed_at is null`.as('isOpen')])
    .select(answer.as('answer'))
    .where('a.federation_id', '=', ctx.actor.federationId)
    .where('a.enterprise_id', 'in', [...enterpriseIds])
    .where('a.created_at', '<=', window.to)
    .where((eb) => eb.or([eb('a.created_at', '>=', window.from), eb('a.closed_at', 'is', null)]))
    .orderBy('a.created_at', 'desc')
    .execute()
}
