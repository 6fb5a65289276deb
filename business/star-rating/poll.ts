import { sql } from 'kysely'
import { z } from 'zod'
import type { OutputOf } from '../../kernel/contract/contract.ts'
import { shapes } from '../../kernel/contract/contract.ts'
import { fail } from '../../kernel/contract/errors.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { notices } from '../../kernel/notify/notices.ts'
import type { contract } from './contract.ts'
import { lastDay } from './judge.ts'
import { type Count, leastVotes, questions, satisfactionOf } from './rules/poll.ts'
import { type Input, type Stepped, stepped, take } from './step.ts'

const INVITE = 'star-rating.invite'

const membersOf = (ctx: Ctx, orgId: string, on: string) =>
  ctx.tx
    .selectFrom('persons')
    .where('federation_id', '=', ctx.actor.federationId)
    .where('union_id', '=', orgId)
    .where('membership', '=', 'full')
    .where('member_since', '<=', on)

/** From today the members of the union may rate it; they are told by a job. */
export async function openPoll(ctx: Ctx, input: Input<'openPoll'>): Promise<Stepped> {
  const row = await take(ctx, 'openPoll', input.id, { note: input.note })
  const { members } = await membersOf(ctx, row.org_id, ctx.today)
    .select((eb) => eb.fn.countAll<number>().as('members'))
    .executeTakeFirstOrThrow()
  await ctx.tx
    .insertInto('star_rating_polls')
    .values({
      federation_id: row.federation_id,
      rating_id: row.id,
      org_id: row.org_id,
      org_path: row.org_path,
      opens_on: ctx.today,
      closes_on: lastDay(ctx, 'star-rating.poll'),
      members,
      least: leastVotes(members, ctx.today),
    })
    .execute()
  await ctx.house.later(ctx.tx, INVITE, { id: row.id }, { key: row.id })
  return stepped(row)
}

/** Tells every member that the own union may be rated, and until when. */
async function invite(ctx: Ctx, data: unknown): Promise<void> {
  const { id } = z.object({ id: shapes.id }).parse(data)
  const poll = await findPoll(ctx, id)
  if (!poll) return
  const members = await membersOf(ctx, poll.org_id, poll.opens_on).select('id').execute()
  const message = {
    line: 'star-rating',
    recordId: id,
    title: '请您评一评自己的工会',
    body: `五个问题，不记名，没有人会知道您怎么评的。到 ${poll.closes_on} 为止；不评也没有关系。`,
  }
  await notices(
    ctx,
    members.map((member) => ({ ...message, recipientId: member.id })),
  )
  ctx.audit = { line: 'star-rating', recordId: id, reason: `请会员评家 ${members.length} 人` }
}

export const inviteJob = { name: INVITE, title: '请会员评家', run: invite }

export const findPoll = async (ctx: Ctx, ratingId: string) =>
  (await ctx.tx
    .selectFrom('star_rating_polls')
    .selectAll()
    .where('federation_id', '=', ctx.actor.federationId)
    .where('rating_id', '=', ratingId)
    .executeTakeFirst()) ?? null

/** How many have rated, and, once it is over and enough have, what they said. */
export async function pollOf(ctx: Ctx, ratingId: string): Promise<OutputOf<typeof contract.get>['poll']> {
  const poll = await findPoll(ctx, ratingId)
  if (!poll) return null
  const counts = await countsOf(ctx, ratingId)
  return {
    opensOn: poll.opens_on,
    closesOn: poll.closes_on,
    members: poll.members,
    least: poll.least,
    voters: await votersOf(ctx, ratingId),
    isOver: poll.closes_on < ctx.today,
    results:
      counts.length === 0 ? [] : questions.map((_, i) => satisfactionOf(counts.filter((c) => c.question === i + 1))),
  }
}

export async function votersOf(ctx: Ctx, ratingId: string): Promise<number> {
  const { rows } = await sql<{ voters: number }>`select nf_star_voters(${ratingId}::uuid) as voters`.execute(ctx.tx)
  return rows[0]?.voters ?? 0
}

/** The counts of the box; none while the window is open or when too few have rated. */
export async function countsOf(ctx: Ctx, ratingId: string): Promise<Count[]> {
  const { rows } = await sql<Count>`
    select question, answer, votes from nf_star_result(${ratingId}::uuid, ${ctx.today}::date) order by question, answer`.execute(
    ctx.tx,
  )
  return rows
}

/** Polls of the person's own union of late, newest first; whether the person has rated, never how. */
export const ownPolls = (ctx: Ctx): Promise<OutputOf<typeof contract.polls>> =>
  ctx.tx
    .selectFrom('star_rating_polls as p')
    .innerJoin('persons as me', (join) =>
      join
        .onRef('me.federation_id', '=', 'p.federation_id')
        .onRef('me.union_id', '=', 'p.org_id')
        .on('me.membership', '=', 'full')
        .onRef('me.member_since', '<=', 'p.opens_on'),
    )
    .innerJoin('orgs as o', (join) =>
      join.onRef('o.federation_id', '=', 'p.federation_id').onRef('o.id', '=', 'p.org_id'),
    )
    .leftJoin('star_rating_roll as r', (join) =>
      join
        .onRef('r.federation_id', '=', 'p.federation_id')
        .onRef('r.rating_id', '=', 'p.rating_id')
        .onRef('r.person_id', '=', 'me.id'),
    )
    .select([
      'p.rating_id as id',
      'o.name as unionName',
      'p.opens_on as opensOn',
      'p.closes_on as closesOn',
      sql<boolean>`r.person_id is not null`.as('hasVoted'),
      sql<boolean>`p.closes_on >= ${ctx.today}::date`.as('isOpen'),
    ])
    .where('p.federation_id', '=', ctx.actor.federationId)
    .where('me.id', '=', ctx.actor.personId)
    .orderBy('p.opens_on', 'desc')
    .limit(5)
    .execute()

const refusals: Readonly<Record<string, readonly [number, string]>> = {
  twice: [409, '您已经评过了，一人评一次'],
  closed: [409, '评的时间已经过了，谢谢您'],
  stranger: [403, '只有这个工会的会员可以评'],
  wrong: [422, '五个问题都要答，不知道的选“不清楚”'],
}

/** One ballot: the roll keeps that the person has rated, the box keeps the counts, nothing ties them. */
export async function vote(ctx: Ctx, input: Input<'vote'>): Promise<{ id: string }> {
  const { rows } = await sql<{ said: string }>`
    select nf_star_vote(${input.id}::uuid, ${input.answers}::text[], ${ctx.today}::date) as said`.execute(ctx.tx)
  const refusal = refusals[rows[0]?.said ?? 'wrong']
  if (refusal) fail(...refusal)
  ctx.audit = { line: 'star-rating', recordId: input.id, reason: '' }
  return { id: input.id }
}
