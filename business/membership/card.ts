import { sql } from 'kysely'
import { z } from 'zod'
import type { OutputOf, ParsedOf } from '../../kernel/contract/contract.ts'
import { fail } from '../../kernel/contract/errors.ts'
import type { Sealer } from '../../kernel/crypto/seal.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { nextNumber } from '../../kernel/workflow/numbers.ts'
import type { contract } from './contract.ts'
import { getOwn } from './identity.ts'
import { isFresh, readCode, stepAt, stepEnds } from './rules/code.ts'
import { levels } from './rules/ladder.ts'

type Card = OutputOf<typeof contract.card>
type Checked = OutputOf<typeof contract.checkCard>

const CONTEXT = 'membership.card:token'

/** Six digits that stand for one person and one half minute. */
export const digitsOf = (sealer: Pick<Sealer, 'blindIndex'>, personId: string, step: number): string =>
  String(
    Number.parseInt(sealer.blindIndex('card', `member-card:${personId}:${step}`).slice(0, 12), 16) % 1_000_000,
  ).padStart(6, '0')

/** The actor's card with the code of this half minute; null for who is no member. */
export async function readCard(ctx: Ctx): Promise<Card> {
  const person = await getOwn(ctx)
  if (person.membership === 'none' || !person.union_id || !person.member_since) return null
  const union = await ctx.tx
    .selectFrom('orgs')
    .select('name')
    .where('federation_id', '=', ctx.actor.federationId)
    .where('id', '=', person.union_id)
    .executeTakeFirst()
  const step = stepAt(ctx.now)
  const { sealer } = ctx.house
  return {
    name: person.name,
    unionName: union?.name ?? '',
    standing: person.membership,
    memberSince: person.joined_on ?? person.member_since,
    number: person.member_number ?? '',
    level: person.verified_level,
    levelTitle: levels[person.verified_level as keyof typeof levels],
    token: sealer.seal(JSON.stringify({ personId: person.id, step }), CONTEXT),
    digits: digitsOf(sealer, person.id, step),
    until: stepEnds(step),
  }
}

/** Members of earlier years have no number of this register yet; asking for it twice gives the same. @throws Failure 422 no member */
export async function takeNumber(ctx: Ctx): Promise<OutputOf<typeof contract.takeNumber>> {
  const person = await getOwn(ctx, { lock: true })
  if (person.membership === 'none') fail(422, '您还不是会员，请先加入工会')
  if (person.member_number !== null) return { number: person.member_number }
  const number = await nextNumber(ctx, 'HY')
  await ctx.tx
    .updateTable('persons')
    .set({ member_number: number })
    .where('federation_id', '=', ctx.actor.federationId)
    .where('id', '=', person.id)
    .execute()
  ctx.audit = { line: 'membership', recordId: person.id, reason: '领取会员号' }
  return { number }
}

type Holder = { id: string; name: string; union_name: string; membership: 'full' | 'pooled' | 'retained' }

const invalid = (why: string): Checked => ({ isValid: false, why, name: '', unionName: '', standing: null })

/** Whether a card that is shown holds now. Leaves an audit line: who looked, not where or what for. */
export async function checkCard(ctx: Ctx, input: ParsedOf<typeof contract.checkCard>): Promise<Checked> {
  const read = readCode(input.code)
  const found =
    read === null ? '这不是会员证上的码。请扫二维码，或输入会员号、空格、六位数' : await findHolder(ctx, read)
  ctx.audit = {
    line: 'membership',
    recordId: typeof found === 'string' ? null : found.id,
    reason: typeof found === 'string' ? '核验会员证：无效' : '核验会员证：有效',
  }
  if (typeof found === 'string') return invalid(found)
  return { isValid: true, why: '', name: found.name, unionName: found.union_name, standing: found.membership }
}

const stale = '这个码已经过期。请对方让会员证亮着，再扫一次'
const gone = '他现在不是会员'

async function findHolder(ctx: Ctx, read: NonNullable<ReturnType<typeof readCode>>): Promise<Holder | string> {
  if ('token' in read) {
    const opened = openToken(ctx, read.token)
    if (!opened) return '这不是本系统的会员证'
    if (!isFresh(opened.step, ctx.now)) return stale
    return (await holders(ctx, opened.personId, ''))[0] ?? gone
  }
  const all = await holders(ctx, null, read.number)
  if (all.length === 0) return '没有这个会员号，请核对'
  const step = stepAt(ctx.now)
  const { sealer } = ctx.house
  return all.find(({ id }) => [step, step - 1].some((one) => digitsOf(sealer, id, one) === read.digits)) ?? stale
}

const Token = z.object({ personId: z.uuid(), step: z.int() })

function openToken(ctx: Ctx, token: string): z.output<typeof Token> | null {
  try {
    return Token.parse(JSON.parse(ctx.house.sealer.open(token, CONTEXT)))
  } catch {
    return null
  }
}

async function holders(ctx: Ctx, personId: string | null, number: string): Promise<Holder[]> {
  const { rows } = await sql<Holder>`
    select id, name, union_name, membership from nf_card_holder(${personId}::uuid, ${number})`.execute(ctx.tx)
  return rows
}
