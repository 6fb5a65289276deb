import type { OutputOf, ParsedOf } from '../../kernel/contract/contract.ts'
import { fail } from '../../kernel/contract/errors.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { maskId, maskName } from '../../kernel/people/mask.ts'
import { openTransfer } from '../transfers/public.ts'
import type { contract } from './contract.ts'
import { type Destination, decidingUnit, findDestination, listTrades } from './destination.ts'
import { checkIdentity, getOwn, identityOf, type Own, phoneOf } from './identity.ts'
import { lastDayOf } from './limits.ts'
import { openApplication } from './open.ts'

type Input = ParsedOf<typeof contract.apply>
type Applied = OutputOf<typeof contract.apply>

/** What the first screen must know: whether there is anything to ask at all. */
export async function start(ctx: Ctx): Promise<OutputOf<typeof contract.start>> {
  const person = await getOwn(ctx)
  const [union, open] = await Promise.all([nameOfUnion(ctx, person.union_id), findOpen(ctx, person.id)])
  const known = identityOf(ctx, person)
  return {
    standing: person.membership,
    unionName: union,
    known: known && { name: maskName(known.name), idNumber: maskId(known.idNumber) },
    openId: open,
  }
}

async function nameOfUnion(ctx: Ctx, id: string | null): Promise<string | null> {
  if (id === null) return null
  const union = await ctx.tx
    .selectFrom('orgs')
    .select('name')
    .where('federation_id', '=', ctx.actor.federationId)
    .where('id', '=', id)
    .executeTakeFirst()
  return union?.name ?? null
}

async function findOpen(ctx: Ctx, personId: string): Promise<string | null> {
  const matter = await ctx.tx
    .selectFrom('membership')
    .select('id')
    .where('federation_id', '=', ctx.actor.federationId)
    .where('person_id', '=', personId)
    .where('closed_at', 'is', null)
    .executeTakeFirst()
  return matter?.id ?? null
}

/** Who would take the person in and decide, until when. */
export async function destination(
  ctx: Ctx,
  input: ParsedOf<typeof contract.destination>,
): Promise<OutputOf<typeof contract.destination>> {
  const to = await findDestination(ctx, input)
  const path = to.union?.path ?? to.street?.path ?? ''
  const [unit, trades] = await Promise.all([
    decidingUnit(ctx, path, to.union === null),
    to.way === 'pool' || to.way === 'industry' ? listTrades(ctx, to.street) : [],
  ])
  return {
    way: to.way,
    unionName: to.union?.name ?? `${to.street?.name ?? ''}（会员池）`,
    decidedBy: unit.name,
    dueOn: lastDayOf(ctx, 'membership.decide'),
    others: trades.map(({ id, name }) => ({ id, name })),
  }
}

/** The worker's own application. Somebody who is a member elsewhere needs no second admission: it becomes a transfer. */
export async function apply(ctx: Ctx, input: Input): Promise<Applied> {
  const person = await getOwn(ctx)
  const to = await findDestination(ctx, input)
  if (person.membership !== 'none') return change(ctx, person, to, input)
  const { id, number } = await openApplication(ctx, {
    ...input,
    personId: person.id,
    identity: identityOf(ctx, person) ?? checkIdentity(ctx, input),
    phone: phoneOf(ctx, person),
    channel: 'hall',
    to,
  })
  return { id, number, kind: 'application' }
}

async function change(ctx: Ctx, person: Own, to: Destination, input: Input): Promise<Applied> {
  if (person.membership === 'full' && person.union_id === to.union?.id)
    fail(409, `您已经是${to.union.name}的会员，不用再申请，打开“会员证”就能用`, { next: 'card' })
  if (!to.union) fail(409, '您已经是会员。暂时没有单位，可以在“我的会籍”里办保留会籍', { next: 'membership' })
  const transfer = await openTransfer(ctx, {
    personId: person.id,
    toUnionId: to.union.id,
    source: '入会申请',
    ...(input.enterpriseId ? { toEnterpriseId: input.enterpriseId } : {}),
  })
  return { ...transfer, kind: 'transfer' }
}
