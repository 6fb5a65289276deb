import type { OutputOf } from '../../kernel/contract/contract.ts'
import { fail } from '../../kernel/contract/errors.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import type { contract } from './contract.ts'

type Year = OutputOf<typeof contract.years>[number]

/** The years that have a plan, newest first; a draft is the district's own business. */
export async function listYears(ctx: Ctx): Promise<Year[]> {
  const rows = await ctx.tx
    .selectFrom('plan_years')
    .select(['year', 'title', 'source', 'copied_from as copiedFrom', 'issued_on as issuedOn'])
    .where('federation_id', '=', ctx.actor.federationId)
    .orderBy('year', 'desc')
    .execute()
  return rows.filter(({ issuedOn }) => issuedOn !== null || ctx.actor.orgPath === districtOf(ctx))
}

export const districtOf = (ctx: Ctx): string => `${ctx.actor.federationId}.`

/** The plan of a year. @throws Failure 404 */
export async function getYear(ctx: Ctx, year: number): Promise<Year> {
  const found = (await listYears(ctx)).find((one) => one.year === year)
  return found ?? fail(404, `${year} 年还没有计划，请先起草`)
}

/** While it is a draft, a plan is written freely. @throws Failure 404 no plan, 409 it was issued */
export async function getDraft(ctx: Ctx, year: number): Promise<Year> {
  const found = await getYear(ctx, year)
  if (found.issuedOn) fail(409, `${year} 年的计划已经下达，要改请提出调整，由领导批准`)
  return found
}
