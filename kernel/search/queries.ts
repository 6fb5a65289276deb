import { type Expression, type SqlBool, sql } from 'kysely'
import { reachOf } from '../access/permissions.ts'
import type { Handlers } from '../contract/contract.ts'
import type { Ctx } from '../ctx.ts'
import { permissions as enterprisePermissions } from '../enterprises/permissions.ts'
import { findEnterprises } from '../enterprises/queries.ts'
import { queries as orgs } from '../org/queries.ts'
import { permissions as peoplePermissions } from '../people/permissions.ts'
import { findPeople } from '../people/queries.ts'
import type { contract } from './contract.ts'
import { startsWith } from './prefix.ts'
import { tidyText } from './words.ts'

const LIMIT = 5

/** Cases whose number or title begins with the text; row-level security leaves those of the reach, one's own and those assigned. */
async function findCases(ctx: Ctx, text: string) {
  const typed = tidyText(text)
  const rows = await ctx.tx
    .selectFrom('cases as c')
    .select(['c.id', 'c.line', 'c.number', 'c.title', 'c.state', 'c.is_open as isOpen'])
    .where('c.federation_id', '=', ctx.actor.federationId)
    .where(({ or, ref }) => {
      const ways: Expression<SqlBool>[] = [startsWith(ref('c.title'), typed)]
      if (/^[a-z]{1,6}\d{4}/i.test(typed)) ways.push(startsWith(ref('c.number'), typed.toUpperCase()))
      return or(ways)
    })
    .orderBy('c.is_open', 'desc')
    .orderBy(sql`c.updated_at desc`)
    .limit(LIMIT)
    .execute()
  return rows.map((row) => {
    const line = ctx.house.lines.find((known) => known.slug === row.line)
    return { ...row, lineTitle: line?.title ?? row.line, stateTitle: line?.workflow?.states[row.state] ?? row.state }
  })
}

const find: Handlers<typeof contract, Ctx>['find'] = async (ctx, { text }) => {
  const isOfficer = reachOf(enterprisePermissions, 'enterprises.read', ctx.actor) !== null
  const maySeePeople = reachOf(peoplePermissions, 'people.find', ctx.actor) !== null
  return {
    cases: await findCases(ctx, text),
    people: maySeePeople ? await findPeople(ctx, { text, limit: LIMIT }) : [],
    enterprises: isOfficer ? await findEnterprises(ctx, { text, limit: LIMIT, onlyReached: true }) : [],
    orgs: isOfficer && ctx.actor.orgPath ? await orgs.find(ctx, { text, under: ctx.actor.orgPath, limit: LIMIT }) : [],
  }
}

export const queries = { find }
