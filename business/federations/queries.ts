import { sql } from 'kysely'
import { endOf, requireReach } from '../../kernel/access/permissions.ts'
import type { OutputOf, ParsedOf } from '../../kernel/contract/contract.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { listOrder, pageInOrder } from '../../kernel/workflow/list-order.ts'
import { getMatter as getCommon } from '../../kernel/workflow/matters.ts'
import { caseLine } from './case-line.ts'
import type { contract } from './contract.ts'
import { judgesOf, sheetsOf } from './judging.ts'
import { permissions } from './permissions.ts'
import { placeAsked } from './register.ts'
import { parameterWords } from './rules/parameters.ts'
import { criteriaAt } from './rules/scoring.ts'

type Matter = OutputOf<typeof contract.get>

/** One page of matters, of one kind if asked: those in hand by the clock, the others newest first. One statement. */
export async function listKinds(
  ctx: Ctx,
  input: ParsedOf<typeof contract.list>,
): Promise<OutputOf<typeof contract.list>> {
  const path = placeAsked(ctx, input.under)
  requireReach(permissions, 'federations.read', ctx.actor)
  const order = listOrder(input.scope, input.after)
  const { kind } = input
  const rows = await ctx.tx
    .selectFrom('federation_matters as m')
    .innerJoin('cases as c', (join) => join.onRef('c.federation_id', '=', 'm.federation_id').onRef('c.id', '=', 'm.id'))
    .leftJoin('orgs as o', (join) =>
      join.onRef('o.federation_id', '=', 'm.federation_id').onRef('o.id', '=', 'm.org_id'),
    )
    .select(['m.id', 'm.number', 'm.title', 'm.state', 'm.kind', 'm.year', 'm.score', 'm.created_at as createdAt'])
    .select([
      'c.next_verb as nextVerb',
      'c.next_due_at as nextDueAt',
      sql<string>`coalesce(o.short_name, '')`.as('place'),
      order.at.as('at'),
    ])
    .where('m.federation_id', '=', ctx.actor.federationId)
    .where('c.line', '=', 'federations')
    .where('m.org_path', '>=', path)
    .where('m.org_path', '<', endOf(path))
    .$if(kind !== undefined, (q) => q.where('m.kind', '=', kind ?? 'project'))
    .$if(input.scope !== 'all', (q) => q.where('c.is_open', '=', input.scope === 'open'))
    .where(order.isBehind)
    .orderBy(order.by)
    .limit(input.limit + 1)
    .execute()
  return pageInOrder(rows, input.limit)
}

/** Verbs of the matter's own kind: the states are shared, a state belongs to one kind. */
export async function getMatter(ctx: Ctx, id: string): Promise<Matter> {
  const { row, matter } = await getCommon(ctx, caseLine, id)
  const org = await ctx.tx
    .selectFrom('orgs')
    .select(['id', 'name', 'grade'])
    .where('federation_id', '=', ctx.actor.federationId)
    .where('id', '=', row.org_id)
    .executeTakeFirstOrThrow()
  const isProject = row.kind === 'project'
  return {
    ...matter,
    kind: row.kind,
    org,
    content: ctx.house.sealer.open(row.content_sealed, `federations.content:${row.id}`),
    year: row.year,
    gradeFrom: row.grade_from,
    gradeTo: row.grade_to,
    score: row.score,
    firstScore: row.first_score,
    judges: isProject ? await judgesFor(ctx, id) : [],
    criteria: isProject ? criteriaAt(ctx.today).criteria.map((one) => ({ ...one })) : [],
    rules: isProject
      ? [criteriaAt(ctx.today).source, parameterWords('leastJudges', ctx.today), parameterWords('dropFrom', ctx.today)]
      : [],
  }
}

async function judgesFor(ctx: Ctx, id: string): Promise<Matter['judges']> {
  const judges = await judgesOf(ctx, id)
  const sheets = await sheetsOf(ctx, [id])
  return judges.map((judge) => ({
    id: judge.person_id,
    name: judge.name,
    isRecused: judge.recused_at !== null,
    recusedWhy: judge.recused_why,
    isIn: judge.handed_in_at !== null,
    points: sheets.get(`${id}~${judge.person_id}`) ?? null,
  }))
}
