import { requireReach } from '../../kernel/access/permissions.ts'
import type { OutputOf, ParsedOf } from '../../kernel/contract/contract.ts'
import { fail } from '../../kernel/contract/errors.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { startsWith } from '../../kernel/search/prefix.ts'
import { advance } from '../../kernel/workflow/advance.ts'
import { getRecord } from '../../kernel/workflow/record.ts'
import { type Stepped, stepped } from './actions.ts'
import { caseLine } from './case-line.ts'
import type { contract } from './contract.ts'
import { told } from './federation.ts'
import { permissions } from './permissions.ts'
import { parameterAt } from './rules/parameters.ts'
import { criteriaAt, resultOf, type Sheet } from './rules/scoring.ts'
import { workflow } from './workflow.ts'

/** Roles that may be asked to judge. */
const judgeRoles = Object.keys(permissions['federations.judge'])

/** People in a post who can judge a project, by name; not the federation's own. */
export async function findJudges(
  ctx: Ctx,
  { id, text }: ParsedOf<typeof contract.judgesFor>,
): Promise<OutputOf<typeof contract.judgesFor>> {
  const matter = await getRecord(ctx, caseLine, 'federations.appoint', id)
  const rows = await candidates(ctx, matter.org_path)
    .where((eb) => startsWith(eb.ref('p.name'), text))
    .orderBy('p.name')
    .limit(10)
    .execute()
  return rows.map(({ id: personId, name, title, org }) => ({ id: personId, name, context: `${org} ${title}` }))
}

const candidates = (ctx: Ctx, notAt: string) =>
  ctx.tx
    .selectFrom('posts as s')
    .innerJoin('persons as p', (join) =>
      join.onRef('p.federation_id', '=', 's.federation_id').onRef('p.id', '=', 's.person_id'),
    )
    .innerJoin('orgs as o', (join) =>
      join.onRef('o.federation_id', '=', 's.federation_id').onRef('o.id', '=', 's.org_id'),
    )
    .select(['p.id', 'p.name', 's.title', 'o.short_name as org'])
    .where('s.federation_id', '=', ctx.actor.federationId)
    .where('s.role', 'in', judgeRoles)
    .where('s.org_path', '!=', notAt)
    .where('s.valid_from', '<=', ctx.today)
    .where((eb) => eb.or([eb('s.valid_to', 'is', null), eb('s.valid_to', '>', ctx.today)]))

/** Judges are asked; more can be asked while the review runs, for those who withdrew. */
export async function appoint(ctx: Ctx, input: ParsedOf<typeof contract.appoint>): Promise<Stepped> {
  const before = await getRecord(ctx, caseLine, 'federations.appoint', input.id, { lock: true })
  const ids = [...new Set(input.personIds)]
  const able = await candidates(ctx, before.org_path).where('p.id', 'in', ids).execute()
  if (new Set(able.map(({ id }) => id)).size !== ids.length) {
    fail(422, '评委要是在岗的干部、调解员或律师，不能是申报的工联会自己的人，请重新选择')
  }
  const known = (await judgesOf(ctx, input.id)).map(({ person_id }) => person_id)
  const fresh = ids.filter((id) => !known.includes(id))
  const least = parameterAt('leastJudges', ctx.today).value
  if (before.state === 'accepted' && fresh.length < least) fail(422, `至少请 ${least} 位评委，请再选`)
  if (fresh.length === 0) fail(422, '这几位都已经请过，请另选')
  const after = await advance(ctx, caseLine, 'appoint', input.id, { note: input.note })
  await ctx.tx
    .insertInto('federation_judges')
    .values(
      fresh.map((person_id) => ({
        federation_id: ctx.actor.federationId,
        matter_id: input.id,
        person_id,
        org_path: ctx.actor.orgPath,
        appointed_at: ctx.now,
      })),
    )
    .execute()
  return stepped(after)
}

export const judgesOf = (ctx: Ctx, matterId: string) =>
  ctx.tx
    .selectFrom('federation_judges as j')
    .innerJoin('persons as p', (join) =>
      join.onRef('p.federation_id', '=', 'j.federation_id').onRef('p.id', '=', 'j.person_id'),
    )
    .select(['j.person_id', 'p.name', 'j.recused_at', 'j.recused_why', 'j.handed_in_at', 'j.appointed_at'])
    .where('j.federation_id', '=', ctx.actor.federationId)
    .where('j.matter_id', '=', matterId)
    .orderBy('j.appointed_at')
    .orderBy('p.name')
    .execute()

/** The sheets in sight, by judge: one's own while the review runs, all for the district afterwards. */
export async function sheetsOf(ctx: Ctx, matterIds: readonly string[]): Promise<Map<string, Sheet>> {
  if (matterIds.length === 0) return new Map()
  const rows = await ctx.tx
    .selectFrom('federation_sheets')
    .select(['matter_id', 'person_id', 'criterion', 'points'])
    .where('federation_id', '=', ctx.actor.federationId)
    .where('matter_id', 'in', matterIds)
    .execute()
  const groups = Map.groupBy(rows, (row) => `${row.matter_id}~${row.person_id}`)
  return new Map(
    [...groups].map(([key, points]) => [key, Object.fromEntries(points.map((row) => [row.criterion, row.points]))]),
  )
}

/** When all sheets are in: the state first, then they can be seen, then the mean. @throws Failure 409 a sheet is missing, 422 too few judges */
export async function conclude(ctx: Ctx, { id, note }: ParsedOf<typeof contract.conclude>): Promise<Stepped> {
  const after = await advance(ctx, caseLine, 'conclude', id, { note })
  const judges = (await judgesOf(ctx, id)).filter(({ recused_at }) => recused_at === null)
  const missing = judges.filter(({ handed_in_at }) => handed_in_at === null).length
  if (missing > 0) fail(409, `还有 ${missing} 位评委没有交评分表，请等他们交齐`)
  const least = parameterAt('leastJudges', ctx.today).value
  if (judges.length < least) fail(422, `除去回避的只有 ${judges.length} 位评委，至少要 ${least} 位，请再请评委`)
  const first = criteriaAt(ctx.today).criteria[0].code
  const result = resultOf([...(await sheetsOf(ctx, [id])).values()], first, parameterAt('dropFrom', ctx.today).value)
  await ctx.tx
    .updateTable('federation_matters')
    .set({ score: result.score, first_score: result.first })
    .where('federation_id', '=', ctx.actor.federationId)
    .where('id', '=', id)
    .execute()
  return stepped(after)
}

/** Projects the actor is asked to judge, and no others. */
export async function listJudging(ctx: Ctx): Promise<OutputOf<typeof contract.judging>> {
  requireReach(permissions, 'federations.judge', ctx.actor)
  const rows = await ctx.tx
    .selectFrom('federation_judges as j')
    .innerJoin('federation_matters as m', (join) =>
      join.onRef('m.federation_id', '=', 'j.federation_id').onRef('m.id', '=', 'j.matter_id'),
    )
    .innerJoin('orgs as o', (join) =>
      join.onRef('o.federation_id', '=', 'm.federation_id').onRef('o.id', '=', 'm.org_id'),
    )
    .select([
      'm.id',
      'm.number',
      'm.title',
      'm.state',
      'm.content_sealed',
      'o.short_name as place',
      'j.handed_in_at',
      'j.recused_at',
    ])
    .where('j.federation_id', '=', ctx.actor.federationId)
    .where('j.person_id', '=', ctx.actor.personId)
    .orderBy('j.appointed_at', 'desc')
    .limit(100)
    .execute()
  const sheets = await sheetsOf(
    ctx,
    rows.map(({ id }) => id),
  )
  const criteria = criteriaAt(ctx.today).criteria.map((one) => ({ ...one }))
  return rows.map(({ content_sealed, handed_in_at, recused_at, state, ...row }) => ({
    ...row,
    state: workflow.states[state],
    content: ctx.house.sealer.open(content_sealed, `federations.content:${row.id}`),
    isIn: handed_in_at !== null,
    isRecused: recused_at !== null,
    points: sheets.get(`${row.id}~${ctx.actor.personId}`) ?? {},
    criteria,
  }))
}

/** The actor's own place among the judges, while the sheet is still to be written. @throws Failure 404, 409 */
async function takeSeat(ctx: Ctx, id: string): Promise<void> {
  const seat = await ctx.tx
    .selectFrom('federation_judges as j')
    .leftJoin('federation_matters as m', (join) =>
      join.onRef('m.federation_id', '=', 'j.federation_id').onRef('m.id', '=', 'j.matter_id'),
    )
    .select(['j.recused_at', 'j.handed_in_at', 'm.state'])
    .where('j.federation_id', '=', ctx.actor.federationId)
    .where('j.matter_id', '=', id)
    .where('j.person_id', '=', ctx.actor.personId)
    .forUpdate('j')
    .executeTakeFirst()
  if (!seat) return fail(404, '没有请您评这个项目，请从“请我评的项目”进入')
  if (seat.recused_at) fail(409, '您已经回避这个项目，不用再评')
  if (seat.handed_in_at) fail(409, '您的评分表已经交了，不能再改')
  if (seat.state !== 'reviewing') fail(409, '这个项目的评审已经结束，请刷新后再看')
}

const setSeat = (ctx: Ctx, id: string, set: { recused_at: string; recused_why: string } | { handed_in_at: string }) =>
  ctx.tx
    .updateTable('federation_judges')
    .set(set)
    .where('federation_id', '=', ctx.actor.federationId)
    .where('matter_id', '=', id)
    .where('person_id', '=', ctx.actor.personId)
    .execute()

/** A judge with an interest of one's own withdraws, and does not see the project any more. */
export async function recuse(ctx: Ctx, { id, note }: ParsedOf<typeof contract.recuse>): Promise<{ id: string }> {
  await takeSeat(ctx, id)
  await setSeat(ctx, id, { recused_at: ctx.now, recused_why: note })
  told(ctx, id, '评委回避')
  return { id }
}

/** One sheet a judge, once. @throws Failure 422 a criterion is missing or beyond its most */
export async function handIn(ctx: Ctx, { id, points }: ParsedOf<typeof contract.handIn>): Promise<{ id: string }> {
  await takeSeat(ctx, id)
  const { criteria } = criteriaAt(ctx.today)
  const known: readonly string[] = criteria.map(({ code }) => code)
  if (Object.keys(points).some((code) => !known.includes(code))) fail(422, '评分表里有不认识的一项，请刷新后再填')
  for (const { code, title, max } of criteria) {
    const given = points[code]
    if (given === undefined) return fail(422, `请给“${title}”评分`)
    if (given > max) fail(422, `“${title}”最多 ${max} 分，请核对`)
  }
  const { personId } = ctx.actor
  if (!personId) return fail(403, '请用本人的账号评分')
  await ctx.tx
    .insertInto('federation_sheets')
    .values(
      criteria.map(({ code }) => ({
        federation_id: ctx.actor.federationId,
        matter_id: id,
        person_id: personId,
        criterion: code,
        points: points[code] ?? 0,
      })),
    )
    .execute()
  await setSeat(ctx, id, { handed_in_at: ctx.now })
  told(ctx, id, '交评分表')
  return { id }
}
