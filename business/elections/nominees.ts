import type { OutputOf, ParsedOf } from '../../kernel/contract/contract.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { findPeople } from '../../kernel/people/queries.ts'
import { getRecord } from '../../kernel/workflow/record.ts'
import { caseLine } from './case-line.ts'
import type { contract } from './contract.ts'
import type { ElectionRow } from './step.ts'

/**
 * Who may be elected where there is no union yet: the list of the founding, as its line tells. Null once there is a union, whose members may be, or where
 * the line keeps no list.
 */
export async function electorateOf(ctx: Ctx, row: ElectionRow): Promise<readonly string[] | null> {
  if (row.org_id !== null || row.subject_id === null) return null
  const line = ctx.house.lines.find(({ slug }) => slug === row.subject_line)
  return (await line?.electorate?.(ctx, row.subject_id)) ?? null
}

/** People to be named by a few characters: the members of the union or those on the founding's list; whom the union above sends is found in its reach. */
export async function listNominees(
  ctx: Ctx,
  { id, text, isSent }: ParsedOf<typeof contract.nominees>,
): Promise<OutputOf<typeof contract.nominees>> {
  const row = await getRecord(ctx, caseLine, 'elections.nominate', id)
  const electorate = await electorateOf(ctx, row)
  const under = isSent || row.org_id === null ? ctx.actor.orgPath : row.org_path
  return findPeople(ctx, { text, limit: 10, ...(electorate ? { among: electorate } : { under }) })
}
