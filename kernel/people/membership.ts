import { sql } from 'kysely'
import type { Day } from '../calendar/days.ts'
import { fail } from '../contract/errors.ts'
import type { Ctx } from '../ctx.ts'

/** full: dues and vote; pooled: waiting in a street's pool; retained: kept without dues and vote (D:C1.3). */
export type MembershipKind = 'none' | 'full' | 'pooled' | 'retained'
/** Why the stint before ended. */
export type EndReason =
  | 'transfer'
  | 'retained'
  | 'resumed'
  | 'left'
  | 'lapsed'
  | 'expelled'
  | 'died'
  | 'dissolved'
  | 'taken_over'
  | 'correction'

const sentences: Readonly<Record<string, string>> = {
  P0002: '没有找到这个人或这个工会，工会可能已经撤销，请刷新后再看',
  '23P01': '日期早于他进入或离开上一个工会的日期：同一天不能是两个工会的会员，请核对日期',
  '42501': '这个人和这个工会都不在您的辖区，请联系上一级工会',
}

/**
 * The one way a membership begins, changes or ends; the stint before is kept, so that a person is never a member of two unions on one day.
 * The caller's workflow decides whether it may happen; the database only asks that the actor reaches the union left or entered, or is the person.
 * @param to.unionId union entered, null with kind `none` @param to.on first day of the new standing @param to.reason why the old one ended
 * @throws Failure 404 no such person or union, 409 days that would overlap, 403 out of reach
 */
export async function setMembership(
  ctx: Ctx,
  personId: string,
  to: { kind: MembershipKind; unionId: string | null; on: Day; reason: EndReason },
): Promise<void> {
  await told(
    sql`select nf_set_membership(${personId}::uuid, ${to.unionId}::uuid, ${to.kind}, ${to.on}::date, ${to.reason})`.execute(
      ctx.tx,
    ),
  )
}

/** What the database refuses, said in a sentence. */
async function told<T>(work: Promise<T>): Promise<T> {
  try {
    return await work
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : ''
    const sentence = sentences[code]
    if (sentence) fail(code === 'P0002' ? 404 : code === '42501' ? 403 : 409, sentence)
    throw error
  }
}

/**
 * Moves all members of a union that ends into the union above it, in one statement however many they are: full members wait there for a union (`pooled`),
 * retained ones stay retained; nobody is left without a union (D:C1.3). @param to.on first day with the upper union @returns how many moved
 * @throws Failure 404 no such union or the upper one has ended, 403 out of reach
 */
export async function takeOverMembers(
  ctx: Ctx,
  unionId: string,
  to: { upperUnionId: string; on: Day },
): Promise<number> {
  const { rows } = await told(
    sql<{
      taken: number
    }>`select nf_take_over(${unionId}::uuid, ${to.upperUnionId}::uuid, ${to.on}::date) as taken`.execute(ctx.tx),
  )
  return rows[0]?.taken ?? 0
}

/** Who bears a document number anywhere in the federation, told as far as the actor may know: `inReach` says whether the record may be opened. */
export async function findByNumber(
  ctx: Ctx,
  idNumberIndex: string,
): Promise<{ id: string; membership: MembershipKind; unionPath: string; inReach: boolean } | null> {
  const { rows } = await sql<{ id: string; membership: MembershipKind; unionPath: string; inReach: boolean }>`
    select id, membership, union_path as "unionPath", in_reach as "inReach" from nf_person_by_number(${idNumberIndex})`.execute(
    ctx.tx,
  )
  return rows[0] ?? null
}
