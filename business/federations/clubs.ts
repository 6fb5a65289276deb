import { sql } from 'kysely'
import { uuidv7 } from 'uuidv7'
import type { OutputOf, ParsedOf } from '../../kernel/contract/contract.ts'
import { fail } from '../../kernel/contract/errors.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import type { contract } from './contract.ts'
import { requirePast, takeFederation, told } from './federation.ts'
import { requireLink } from './links.ts'

type Listed = OutputOf<typeof contract.clubs>

/** Clubs of a federation with what they did in a year. */
export async function listClubs(ctx: Ctx, { id, year }: ParsedOf<typeof contract.clubs>): Promise<Listed> {
  await takeFederation(ctx, id)
  const activities = await ctx.tx
    .selectFrom('federation_activities as a')
    .innerJoin('federation_clubs as c', (join) =>
      join.onRef('c.federation_id', '=', 'a.federation_id').onRef('c.id', '=', 'a.club_id'),
    )
    .select(['a.id', 'a.club_id', 'c.name as of', 'a.title', 'a.held_on as heldOn', 'a.heads', 'a.fen', 'a.result'])
    .where('a.federation_id', '=', ctx.actor.federationId)
    .where('c.org_id', '=', id)
    .where('a.held_on', '>=', `${year}-01-01`)
    .where('a.held_on', '<=', `${year}-12-31`)
    .orderBy('a.held_on', 'desc')
    .execute()
  const clubs = await ctx.tx
    .selectFrom('federation_clubs')
    .select([
      'id',
      'name',
      'kind',
      'charter',
      'members',
      'counted_on as countedOn',
      'founded_on as foundedOn',
      'ended_on as endedOn',
    ])
    .where('federation_id', '=', ctx.actor.federationId)
    .where('org_id', '=', id)
    .where('founded_on', '<=', `${year}-12-31`)
    .where(sql<boolean>`(ended_on is null or ended_on > ${`${year}-01-01`}::date)`)
    .orderBy('name')
    .execute()
  const byClub = Map.groupBy(activities, ({ club_id }) => club_id)
  return {
    activities: activities.map(({ club_id: _, ...one }) => one),
    clubs: clubs.map((club) => {
      const own = byClub.get(club.id) ?? []
      const sum = (what: 'heads' | 'fen') => own.reduce((all, one) => all + one[what], 0)
      return { ...club, activities: own.length, heads: sum('heads'), fen: sum('fen') }
    }),
  }
}

export async function saveClub(ctx: Ctx, input: ParsedOf<typeof contract.saveClub>): Promise<{ id: string }> {
  const org = await takeFederation(ctx, input.id, true)
  requirePast(ctx, input.foundedOn, '成立日期')
  if (input.endedOn && input.endedOn < input.foundedOn) fail(422, '解散日期不能早于成立日期，请核对')
  const id = input.clubId ?? uuidv7()
  const set = {
    name: input.name,
    kind: input.kind,
    charter: input.charter,
    members: input.members,
    counted_on: ctx.today,
    founded_on: input.foundedOn,
    ended_on: input.endedOn ?? null,
  }
  if (input.clubId) {
    const changed = await ctx.tx
      .updateTable('federation_clubs')
      .set(set)
      .where('federation_id', '=', ctx.actor.federationId)
      .where('id', '=', id)
      .where('org_id', '=', org.id)
      .executeTakeFirst()
    if (changed.numUpdatedRows === 0n) fail(404, '没有找到这个社团，请刷新后再看')
  } else {
    const row = { federation_id: ctx.actor.federationId, id, org_id: org.id, org_path: org.path, ...set }
    await ctx.tx.insertInto('federation_clubs').values(row).execute()
  }
  told(ctx, org.id, `社团：${input.name}`)
  return { id }
}

/** What a club or a link did. @throws Failure 422 neither or both, or before it was there */
export async function addActivity(ctx: Ctx, input: ParsedOf<typeof contract.addActivity>): Promise<{ id: string }> {
  requirePast(ctx, input.heldOn, '活动日期')
  if (Boolean(input.clubId) === Boolean(input.linkId)) fail(422, '请选是哪个社团或哪一组互联互动的活动')
  const of = input.linkId ? await requireLink(ctx, input.linkId) : await requireClub(ctx, input.clubId ?? '')
  if (input.heldOn < of.since) fail(422, `活动日期不能早于 ${of.since}，那时还没有“${of.name}”`)
  if (of.until && input.heldOn >= of.until) fail(422, `“${of.name}”已于 ${of.until} 结束，请核对日期`)
  const id = uuidv7()
  await ctx.tx
    .insertInto('federation_activities')
    .values({
      federation_id: ctx.actor.federationId,
      id,
      org_path: of.path,
      club_id: input.clubId ?? null,
      link_id: input.linkId ?? null,
      title: input.title,
      held_on: input.heldOn,
      heads: input.heads,
      fen: input.fen,
      result: input.result,
    })
    .execute()
  told(ctx, id, `活动：${input.title}`)
  return { id }
}

async function requireClub(ctx: Ctx, id: string) {
  const club = await ctx.tx
    .selectFrom('federation_clubs')
    .select(['org_path as path', 'name', 'founded_on as since', 'ended_on as until'])
    .where('federation_id', '=', ctx.actor.federationId)
    .where('id', '=', id)
    .executeTakeFirst()
  return club ?? fail(404, '没有找到这个社团，请刷新后再看')
}
