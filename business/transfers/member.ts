import { sql } from 'kysely'
import type { Day } from '../../kernel/calendar/days.ts'
import { fail } from '../../kernel/contract/errors.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import type { MembershipKind } from '../../kernel/people/membership.ts'

export type Member = {
  kind: Exclude<MembershipKind, 'none'>
  unionId: string
  unionPath: string
  unionName: string
  since: Day
}

type Row = {
  membership: MembershipKind
  union_id: string
  union_path: string
  union_name: string
  member_since: string
}

/** Where somebody is a member, also beyond the actor's reach. @throws Failure 404 no such person, 422 not a member anywhere */
export async function getMember(ctx: Ctx, personId: string): Promise<Member> {
  const { rows } = await sql<Row>`select * from nf_member_of(${personId}::uuid)`.execute(ctx.tx)
  const [row] = rows
  if (!row) return fail(404, '没有找到这个人，请核对后再办')
  if (row.membership === 'none') return fail(422, '现在不是工会会员，请办“加入工会”')
  return {
    kind: row.membership,
    unionId: row.union_id,
    unionPath: row.union_path,
    unionName: row.union_name,
    since: row.member_since,
  }
}

/** A living union by id or path, as a union somebody may belong to. @throws Failure 404 there is none, or it has ended */
export async function getUnion(ctx: Ctx, by: { id: string } | { path: string }) {
  const row = await ctx.tx
    .selectFrom('orgs')
    .select(['id', 'path', 'kind', 'form', 'name', 'short_name as shortName'])
    .where('federation_id', '=', ctx.actor.federationId)
    .where('id' in by ? 'id' : 'path', '=', 'id' in by ? by.id : by.path)
    .where((eb) => eb.or([eb('valid_to', 'is', null), eb('valid_to', '>', ctx.today)]))
    .executeTakeFirst()
  return row ?? fail(404, '没有找到这个工会，可能已经撤销，请重新选择')
}
