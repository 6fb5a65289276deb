import { fail } from '../../kernel/contract/errors.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { validTo } from './facts.ts'
import { itemsOf } from './items.ts'
import { lastDay, setItem, vetoNow } from './judge.ts'
import { countsOf, findPoll, votersOf } from './poll.ts'
import { satisfactionOf } from './rules/poll.ts'
import { levelOf, pointsOf, scoreOf } from './rules/score.ts'
import { grounds, levelTitle } from './rules/words.ts'
import { type Input, type RatingRow, type Stepped, stepped, take } from './step.ts'

/** Too few rated: the item leaves the score on both sides, and the level stops where the parameter says. */
async function bookMembers(ctx: Ctx, row: RatingRow): Promise<{ voters: number; said: number | null }> {
  const poll = await findPoll(ctx, row.id)
  if (!poll) fail(409, '还没有请会员评家，请刷新后再看')
  if (ctx.today <= poll.closes_on) fail(422, `会员评家到 ${poll.closes_on} 为止，期满才能拟定星级`)
  const voters = await votersOf(ctx, row.id)
  const said = satisfactionOf(await countsOf(ctx, row.id))
  if (said === null) {
    const value = voters < poll.least ? `参评人数不足：${voters} 人，至少 ${poll.least} 人` : '参评的都答不清楚'
    await setItem(ctx, row.id, 'satisfaction', { max_tenths: 0, points_tenths: 0, rows_count: voters, value })
    return { voters, said }
  }
  const most = (await itemsOf(ctx, row.id)).find(({ item }) => item === 'satisfaction')?.max_tenths ?? 0
  const points = pointsOf(said / 1000, most)
  const value = `${voters} 人参评，满意度 ${Math.floor(said / 10)}%`
  await setItem(ctx, row.id, 'satisfaction', { points_tenths: points, rows_count: voters, value })
  return { voters, said }
}

/** The window is over: the members' voice joins the frozen items, and the score names a level. */
export async function propose(ctx: Ctx, input: Input<'propose'>): Promise<Stepped> {
  const row = await take(ctx, 'propose', input.id, { note: input.note })
  const { voters, said } = await bookMembers(ctx, row)
  await refuseVeto(ctx, row)
  const lines = (await itemsOf(ctx, row.id)).map((item) => ({
    maxTenths: item.max_tenths,
    pointsTenths: item.points_tenths,
  }))
  const scorePerMille = scoreOf(lines)
  const stars = levelOf({ scorePerMille, veto: '', isRated: said !== null, on: ctx.today })
  if (stars === 0) fail(422, `得分 ${scorePerMille / 10}%，不到一星，请办“不评星”并写明原因`)
  await ctx.tx
    .updateTable('star_rating')
    .set({ voters, members_per_mille: said, score_per_mille: scorePerMille, stars })
    .where('federation_id', '=', row.federation_id)
    .where('id', '=', row.id)
    .execute()
  return stepped(row)
}

/** What stands against a star today, though it may not have when the points were computed. */
async function refuseVeto(ctx: Ctx, row: RatingRow): Promise<void> {
  const veto = await vetoNow(ctx, row.org_id)
  if (veto) fail(422, `一票否决：${veto}。请办“不评星”，或等问题解决后再办`)
}

export async function publish(ctx: Ctx, input: Input<'publish'>): Promise<Stepped> {
  const until = lastDay(ctx, 'star-rating.publicity')
  return stepped(await take(ctx, 'publish', input.id, { set: { public_until: until }, note: input.note }))
}

/** Who computed, checked or countersigned does not grant. */
async function requireFresh(ctx: Ctx, row: RatingRow): Promise<void> {
  const had = await ctx.tx
    .selectFrom('case_events')
    .select('id')
    .where('federation_id', '=', row.federation_id)
    .where('record_id', '=', row.id)
    .where('verb', 'in', ['compute', 'check', 'countersign'])
    .where('actor_id', '=', ctx.actor.personId)
    .executeTakeFirst()
  if (had) fail(422, '计分、核查和授星要由不同的人做，请交给同事')
}

/** The star is held from today for the years of the parameter; one held before ends. */
export async function grant(ctx: Ctx, input: Input<'grant'>): Promise<Stepped> {
  const from = ctx.today
  const row = await take(ctx, 'grant', input.id, {
    set: { valid_from: from, valid_to: validTo(from) },
    note: input.note,
  })
  if (row.public_until === null || ctx.today <= row.public_until)
    fail(422, `公示到 ${row.public_until ?? '期满'} 为止，期满才能授星`)
  await requireFresh(ctx, row)
  await refuseVeto(ctx, row)
  await ctx.tx
    .updateTable('star_rating')
    .set({ ended_on: from, ended_for: 'renewed' })
    .where('federation_id', '=', row.federation_id)
    .where('org_id', '=', row.org_id)
    .where('id', '<>', row.id)
    .where('state', '=', 'granted')
    .where('ended_on', 'is', null)
    .where('valid_to', '>=', from)
    .execute()
  return stepped(row)
}

/** Taken back before its time, for a ground and a reason. */
export async function revoke(ctx: Ctx, input: Input<'revoke'>): Promise<Stepped> {
  const row = await take(ctx, 'revoke', input.id, {
    set: { ended_on: ctx.today, ended_for: input.ground },
    note: `${grounds[input.ground]}：${input.note}`,
  })
  if (row.valid_to !== null && row.valid_to < ctx.today)
    fail(422, `这个${levelTitle(row.stars ?? 0)}已于 ${row.valid_to} 到期，不用撤销`)
  return stepped(row)
}
