import { sql } from 'kysely'
import { addMonths } from '../../kernel/calendar/days.ts'
import type { OutputOf, ParsedOf } from '../../kernel/contract/contract.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { askedOf } from './asked.ts'
import type { contract } from './contract.ts'
import { placeName } from './firms.ts'
import { firmsAt, oneDay } from './rows.ts'
import { parameterAt } from './rules/parameters.ts'
import { byDay, warningOf } from './rules/watch.ts'

type Warning = OutputOf<typeof contract.watch>[number]

const MOST = 200

/** The firms that may be the next to break the hundred per cent, nearest first, each with its reason. One statement finds those worth a look, a pure rule judges. */
export async function listWarnings(ctx: Ctx, input: ParsedOf<typeof contract.watch>): Promise<Warning[]> {
  const { under } = askedOf(ctx, input)
  const rows = await candidates(ctx, under)
  return rows
    .flatMap((row): Warning[] => {
      const warned = warningOf(row, ctx.today)
      return warned ? [{ ...warned, id: row.id, name: row.name, place: row.place, headcount: row.headcount }] : []
    })
    .sort(byDay)
    .slice(0, MOST)
}

/** The end of the term of the union's present committee, put off if it was; for a row `f` of firms. */
const termEndsOn = sql<string | null>`(select coalesce(t.extended_to, t.expires_on) from union_terms t
  where t.federation_id = e.federation_id and t.org_id = f.union_id and t.ended_on is null order by t.ordinal desc limit 1)`

/** The count before the one that holds, as one value: two subqueries would look twice. */
const before = sql<{ headcount: number; countedOn: string } | null>`(
  select json_build_object('headcount', b.headcount, 'countedOn', b.counted_on) from headcounts b
  where b.federation_id = e.federation_id and b.enterprise_id = e.id and b.counted_on < f.counted_on order by b.counted_on desc limit 1)`

/** Without a union and large enough, or with one that is ending or has long had no committee. */
function candidates(ctx: Ctx, under: string) {
  const { federationId } = ctx.actor
  const from = sql.lit(parameterAt('approachFrom', ctx.today).value)
  const lapsed = addMonths(ctx.today, -parameterAt('lapsedMonths', ctx.today).value)
  const isWorthALook = sql<boolean>`case when f.union_id is null then f.headcount >= ${from}
    else f.status = 'counted' and f.band = '100+' and (u.valid_to is not null or ${termEndsOn} <= ${lapsed}::date) end`
  return ctx.tx
    .selectFrom(firmsAt(federationId, oneDay(ctx.today), { under }).as('f'))
    .innerJoin('enterprises as e', (join) =>
      join.on('e.federation_id', '=', federationId).onRef('e.id', '=', 'f.enterprise_id'),
    )
    .leftJoin('orgs as u', (join) => join.on('u.federation_id', '=', federationId).onRef('u.id', '=', 'f.union_id'))
    .leftJoin('coverage as x', (join) =>
      join.on('x.federation_id', '=', federationId).onRef('x.id', '=', 'f.exclusion_id'),
    )
    .where(isWorthALook)
    .select(['f.enterprise_id as id', 'e.name', placeName.as('place'), 'f.status', 'f.headcount'])
    .select(['f.counted_on as countedOn', 'f.opened_on as openedOn', 'x.until_on as excludedUntil'])
    .select(['u.valid_to as unionEndsOn', termEndsOn.as('termEndsOn'), before.as('before')])
    .select(sql<boolean>`f.union_id is not null`.as('isCovered'))
    .orderBy('f.headcount', 'desc')
    .limit(500)
    .execute()
}
