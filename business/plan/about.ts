import { sql } from 'kysely'
import type { OutputOf } from '../../kernel/contract/contract.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import type { RowOf } from '../../kernel/workflow/record.ts'
import type { contract } from './contract.ts'
import { quarterWords } from './rules/words.ts'

type Target = OutputOf<typeof contract.target>
type Adjustment = Target['adjustments'][number]
type Supervision = Target['supervisions'][number]
type Row = RowOf<'plan_matters'>

/** Adjustments and supervisions of a target or a task, or these very ones; oldest first. */
export async function about(
  ctx: Ctx,
  which: { targetId?: string; taskId?: string; ids?: readonly string[] },
): Promise<{ adjustments: Adjustment[]; supervisions: Supervision[] }> {
  const { targetId, taskId, ids } = which
  const rows = await ctx.tx
    .selectFrom('plan_matters')
    .selectAll()
    .where('federation_id', '=', ctx.actor.federationId)
    .where('kind', 'in', ['adjustment', 'supervision'])
    .where((eb) => {
      if (targetId) return eb('target_id', '=', targetId)
      if (taskId) return eb('task_id', '=', taskId)
      return ids?.length ? eb('id', 'in', ids) : sql<boolean>`false`
    })
    .orderBy('created_at')
    .orderBy('id')
    .limit(200)
    .execute()
  return {
    adjustments: rows.flatMap((row) => (row.aspect === null ? [] : [adjustmentOf(row, row.aspect)])),
    supervisions: rows.flatMap((row) => (row.cause === null ? [] : [supervisionOf(row, row.cause)])),
  }
}

const quarters = (from: number | null, to: number | null): string =>
  from === null || to === null ? '' : quarterWords(from, to)

function adjustmentOf(row: Row, aspect: Adjustment['aspect']): Adjustment {
  const { id, number, state, reason, created_at } = row
  const was = {
    number: `${row.number_was}`,
    quarters: quarters(row.quarter_from_was, row.quarter_to_was),
    department: row.department_was ?? '',
  }
  const becomes = {
    number: `${row.number_to}`,
    quarters: quarters(row.quarter_from, row.quarter_to),
    department: row.department,
  }
  return { id, number, state, aspect, was: was[aspect], becomes: becomes[aspect], reason, at: created_at }
}

const supervisionOf = (row: Row, cause: Supervision['cause']): Supervision => ({
  id: row.id,
  number: row.number,
  state: row.state,
  cause,
  title: row.title,
  answer: row.reason,
  expectedOn: row.expected_on,
  at: row.created_at,
})
