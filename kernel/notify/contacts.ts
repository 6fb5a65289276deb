import { timingSafeEqual } from 'node:crypto'
import { z } from 'zod'
import { addMilliseconds } from '../calendar/days.ts'
import { fail } from '../contract/errors.ts'
import type { Ctx, House } from '../ctx.ts'
import type { ChannelKind } from './channels.ts'
import { maskEmail } from './email.ts'

const PAUSE = 60_000
const CODES_A_DAY = 5
const TRIES = 5

export type EmailState = { masked: string; verifiedAt: string | null; refusedAt: string | null }

/** What an address is sealed for: it opens for this person and this channel only. */
export const addressContext = (personId: string, channel: ChannelKind): string =>
  `contact_channels.address_sealed:${personId}:${channel}`

/** What is kept of a code: a keyed fingerprint bound to person and address. */
export const digestOfCode = (house: House, personId: string, address: string, code: string): string =>
  house.sealer.blindIndex('email', `${personId} ${address} ${code}`)

/** The actor's own e-mail address, masked; null when there is none. */
export async function findEmail(ctx: Ctx): Promise<EmailState | null> {
  const row = await own(ctx).executeTakeFirst()
  if (!row) return null
  const address = ctx.house.sealer.open(row.address_sealed, addressContext(row.person_id, 'email'))
  return { masked: maskEmail(address), verifiedAt: row.verified_at, refusedAt: row.refused_at }
}

/**
 * Notes the actor's address and has a code mailed to it; nothing else is sent there before `verifyEmail`. A former address counts no more.
 * @throws Failure 401 without a person, 422 when it is no address, 429 within a minute of the last code or after five a day
 */
export async function setEmail(ctx: Ctx, raw: string): Promise<EmailState> {
  const personId = ctx.actor.personId ?? fail(401, '请先登录，再填写邮箱')
  const parsed = z.email().max(254).safeParse(raw.normalize('NFKC').trim().toLowerCase())
  if (!parsed.success) return fail(422, '邮箱地址不对，请照 name@example.com 的样子填写')
  const before = await own(ctx).forUpdate().executeTakeFirst()
  const requests = before?.requests_on === ctx.today ? before.requests + 1 : 1
  if (before && ctx.now < addMilliseconds(before.requested_at, PAUSE)) fail(429, '验证码刚刚发过，请一分钟后再试')
  if (requests > CODES_A_DAY) fail(429, '今天已经发过五次验证码，请明天再试')
  const fresh = {
    address_sealed: ctx.house.sealer.seal(parsed.data, addressContext(personId, 'email')),
    verified_at: null,
    refused_at: null,
    code_digest: null,
    code_expires_at: null,
    code_tries: 0,
    requested_at: ctx.now,
    requests_on: ctx.today,
    requests,
  }
  await ctx.tx
    .insertInto('contact_channels')
    .values({ federation_id: ctx.actor.federationId, person_id: personId, channel: 'email', ...fresh })
    .onConflict((conflict) => conflict.columns(['federation_id', 'person_id', 'channel']).doUpdateSet(fresh))
    .execute()
  await ctx.house.later(ctx.tx, 'notify.code', { personId, channel: 'email' }, { key: `email ${personId}` })
  return { masked: maskEmail(parsed.data), verifiedAt: null, refusedAt: null }
}

/**
 * Holds the code against the one that was mailed. A wrong one is an answer and not a failure: the count of tries must outlive it.
 * @returns whether the address is proved now, and what to tell the person
 */
export async function verifyEmail(ctx: Ctx, code: string): Promise<{ verified: boolean; message: string }> {
  const row = await own(ctx).forUpdate().executeTakeFirst()
  if (!row?.code_digest || !row.code_expires_at) return { verified: false, message: '还没有可用的验证码，请先获取' }
  if (row.code_expires_at < ctx.now) return { verified: false, message: '验证码过期了，请重新获取' }
  if (row.code_tries >= TRIES) return { verified: false, message: '试错太多次，请重新获取验证码' }
  const address = ctx.house.sealer.open(row.address_sealed, addressContext(row.person_id, 'email'))
  const given = Buffer.from(digestOfCode(ctx.house, row.person_id, address, code.normalize('NFKC').trim()))
  const kept = Buffer.from(row.code_digest)
  const isRight = given.length === kept.length && timingSafeEqual(given, kept)
  const tries = row.code_tries + 1
  await change(
    ctx,
    isRight ? { verified_at: ctx.now, code_digest: null, code_expires_at: null, code_tries: 0 } : { code_tries: tries },
  )
  if (isRight) return { verified: true, message: '邮箱验证好了，以后有新消息会发邮件提醒您' }
  return {
    verified: false,
    message: tries < TRIES ? `验证码不对，还可以试 ${TRIES - tries} 次` : '试错太多次，请重新获取验证码',
  }
}

/** Forgets the actor's address. */
export async function removeEmail(ctx: Ctx): Promise<void> {
  await ctx.tx
    .deleteFrom('contact_channels')
    .where('federation_id', '=', ctx.actor.federationId)
    .where('person_id', '=', ctx.actor.personId)
    .where('channel', '=', 'email')
    .execute()
}

const own = (ctx: Ctx) =>
  ctx.tx
    .selectFrom('contact_channels')
    .selectAll()
    .where('federation_id', '=', ctx.actor.federationId)
    .where('person_id', '=', ctx.actor.personId)
    .where('channel', '=', 'email')

type Verified = { verified_at?: string; code_digest?: null; code_expires_at?: null; code_tries: number }

const change = (ctx: Ctx, set: Verified) =>
  ctx.tx
    .updateTable('contact_channels')
    .set(set)
    .where('federation_id', '=', ctx.actor.federationId)
    .where('person_id', '=', ctx.actor.personId)
    .where('channel', '=', 'email')
    .execute()
