import { sql } from 'kysely'
import { endOf, isUnder } from '../../kernel/access/permissions.ts'
import { addMonths } from '../../kernel/calendar/days.ts'
import { ruleAt } from '../../kernel/calendar/deadlines.ts'
import type { OutputOf, ParsedOf } from '../../kernel/contract/contract.ts'
import { fail } from '../../kernel/contract/errors.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { markIn, pageBy } from '../../kernel/db/keyset.ts'
import type { contract } from './contract.ts'
import { thresholdAt } from './rules/parameters.ts'

type Page = OutputOf<typeof contract.firms>

/**
 * Employers that live and have no union and no founding under way, the largest first; with the day by which they should have founded one, counted from
 * their opening. `large` are those from the committee's threshold on, `small` the others, who may found together.
 */
export async function listCandidates(ctx: Ctx, input: ParsedOf<typeof contract.firms>): Promise<Page> {
  const under = input.under ?? ctx.actor.orgPath
  if (!isUnder(under, ctx.actor.orgPath)) fail(403, '这个地方不在您的辖区')
  const after = markIn(input.after, 'number')
  const large = thresholdAt('committee', ctx.today).from
  const rows = await ctx.tx
    .selectFrom('enterprises as e')
    .leftJoin('orgs as p', (join) =>
      join.onRef('p.federation_id', '=', 'e.federation_id').onRef('p.path', '=', 'e.org_path'),
    )
    .select([
      'e.id',
      'e.name',
      'e.headcount',
      'e.band',
      'e.life',
      'e.is_new_form as isNewForm',
      'e.opened_on as openedOn',
    ])
    .select(sql<string>`coalesce(p.short_name, '')`.as('place'))
    .where('e.federation_id', '=', ctx.actor.federationId)
    .where('e.union_id', 'is', null)
    .where('e.life', '=', 'alive')
    .where('e.org_path', '>=', under)
    .where('e.org_path', '<', endOf(under))
    .$if(input.size !== 'all', (q) => q.where('e.headcount', input.size === 'large' ? '>=' : '<', large))
    .$if(Boolean(input.text), (q) => q.where(sql<boolean>`strpos(e.name, ${input.text}) > 0`))
    .where(
      sql<boolean>`not exists (select from founding_firms f where f.federation_id = e.federation_id and f.enterprise_id = e.id and f.is_open)`,
    )
    .$if(after !== null, (q) =>
      q.where(sql<boolean>`(-e.headcount, e.id) > (${-Number(after?.at ?? 0)}, ${after?.id}::uuid)`),
    )
    .orderBy('e.headcount', 'desc')
    .orderBy('e.id')
    .limit(input.limit + 1)
    .execute()
  const page = pageBy(rows, input.limit, ({ headcount, id }) => ({ at: headcount, id }))
  const { amount } = ruleAt(ctx.house.rules, 'organising.afterOpening', ctx.today)
  return {
    ...page,
    rows: page.rows.map((row) => {
      const dueOn = addMonths(row.openedOn, amount)
      return { ...row, dueOn, isOverdue: dueOn < ctx.today }
    }),
  }
}
