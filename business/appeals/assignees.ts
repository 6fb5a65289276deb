import { sql } from 'kysely'
import { endOf } from '../../kernel/access/permissions.ts'
import { isRole, roles } from '../../kernel/access/roles.ts'
import type { OutputOf } from '../../kernel/contract/contract.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { getRecord } from '../../kernel/workflow/record.ts'
import { caseLine } from './case-line.ts'
import type { contract } from './contract.ts'

/**
 * Posts that may take an appeal on today: mediators and lawyers of the own union, those above it and those below; officers of the own subtree.
 */
export const mayTakeOn = (
  ctx: Ctx,
) => sql<boolean>`p.valid_from <= ${ctx.today}::date and (p.valid_to is null or p.valid_to >= ${ctx.today}::date) and (
  (p.role in ('mediator', 'lawyer', 'street_officer', 'community_officer', 'district_officer') and p.org_path >= ${ctx.actor.orgPath} and p.org_path < ${endOf(ctx.actor.orgPath)})
  or (p.role in ('mediator', 'lawyer') and starts_with(${ctx.actor.orgPath}, p.org_path)))`

/** Who may take this appeal on: holders of a handling post within reach today, with how many open matters each has (to spread the load, not to rank). */
export async function listAssignees(ctx: Ctx, id: string): Promise<OutputOf<typeof contract.assignees>> {
  await getRecord(ctx, caseLine, 'appeals.assign', id)
  const rows = await ctx.tx
    .selectFrom('posts as p')
    .innerJoin('orgs as o', (join) =>
      join.onRef('o.federation_id', '=', 'p.federation_id').onRef('o.id', '=', 'p.org_id'),
    )
    .select([
      'p.person_id as personId',
      'p.role',
      'o.path as orgPath',
      'o.name as orgName',
      sql<string>`coalesce(nf_officer_name(p.federation_id, p.person_id), '')`.as('name'),
      sql<number>`nf_open_matters(p.federation_id, p.person_id)`.as('open'),
    ])
    .where('p.federation_id', '=', ctx.actor.federationId)
    .where(mayTakeOn(ctx))
    .orderBy('o.sort')
    .orderBy('p.id')
    .limit(200)
    .execute()
  return rows.map((row) => ({ ...row, roleTitle: isRole(row.role) ? roles[row.role].title : row.role }))
}
