import { sql } from 'kysely'
import { endOf } from '../../kernel/access/permissions.ts'
import type { OutputOf, ParsedOf } from '../../kernel/contract/contract.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { askedOf } from './asked.ts'
import type { contract } from './contract.ts'
import { placeName } from './firms.ts'
import type { Reason } from './rules/words.ts'

/** Who took a step on a matter, with the union: 平湖街道总工会 李敏. */
const doneBy = (verb: 'propose' | 'approve') =>
  sql<string>`coalesce((select concat_ws(' ', v.actor_org, v.actor_name) from case_events v
    where v.federation_id = x.federation_id and v.record_id = x.id and v.verb = ${sql.lit(verb)} order by v.at desc limit 1), '')`

/** What is left out of the rates of a place as of a day: which firm, why, until when, who proposed and who approved. One statement. */
export async function listExclusions(
  ctx: Ctx,
  input: ParsedOf<typeof contract.exclusions>,
): Promise<OutputOf<typeof contract.exclusions>> {
  const { under, on } = askedOf(ctx, input)
  const rows = await ctx.tx
    .selectFrom('coverage as x')
    .innerJoin('enterprises as e', (join) =>
      join.onRef('e.federation_id', '=', 'x.federation_id').onRef('e.id', '=', 'x.enterprise_id'),
    )
    .select([
      'x.id',
      'x.number',
      'x.enterprise_id as enterpriseId',
      'e.name',
      'x.reason',
      'x.approved_on as approvedOn',
      'x.until_on as untilOn',
    ])
    .select([placeName.as('place'), doneBy('propose').as('proposedBy'), doneBy('approve').as('approvedBy')])
    .where('x.federation_id', '=', ctx.actor.federationId)
    .where('e.org_path', '>=', under)
    .where('e.org_path', '<', endOf(under))
    .where('x.approved_on', '<=', on)
    .where(sql<boolean>`${on}::date < least(x.until_on, x.ended_on)`)
    .orderBy('x.until_on')
    .orderBy('x.id')
    .limit(500)
    .execute()
  return rows.map((row) => ({ ...row, reason: row.reason as Reason, approvedOn: row.approvedOn ?? on }))
}
