import { sql } from 'kysely'
import { dayOf } from '../../kernel/calendar/days.ts'
import type { OutputOf, ParsedOf } from '../../kernel/contract/contract.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { findTerm } from '../../kernel/org/terms.ts'
import { newFormKinds } from '../../kernel/people/new-form-kinds.ts'
import type { contract } from './contract.ts'
import { takeFederation, told } from './federation.ts'
import { readFederations } from './register.ts'
import { workflow } from './workflow.ts'

type Profile = OutputOf<typeof contract.federation>
type State = keyof typeof workflow.states

/** One federation with all that the registers know of it. @throws Failure 404 */
export async function getFederation(ctx: Ctx, id: string): Promise<Profile> {
  const org = await takeFederation(ctx, id)
  const [row] = await readFederations(ctx, sql`f.id = ${id}::uuid`, 1)
  if (!row) throw new Error(`federation ${id} is not in the register`)
  const [matters, officers, term, platforms, criteria] = await Promise.all([
    mattersOf(ctx, id),
    officersOf(ctx, id),
    findTerm(ctx, id),
    org.form === 'new_form' && org.parent_id ? platformsOf(ctx, org.parent_id) : [],
    org.grade === null ? null : criteriaFor(ctx, org.grade),
  ])
  return {
    ...row,
    gradeHistory: matters.flatMap(({ kind, state, closedAt, gradeFrom, gradeTo, number, id: matterId }) =>
      kind === 'grade' && state === 'approved' && closedAt && gradeTo !== null
        ? [{ id: matterId, on: dayOf(closedAt), from: gradeFrom, to: gradeTo, number }]
        : [],
    ),
    criteria,
    chair: officers.find(({ duty }) => duty === 'chair')?.name ?? null,
    termUntil: term ? (term.extended_to ?? term.expires_on) : null,
    delegates: officers.filter(({ duty }) => duty === 'delegate').length,
    platforms,
    openMatters: matters
      .filter(({ closedAt }) => closedAt === null)
      .map(({ id: matterId, title, state }) => ({ id: matterId, title, state: workflow.states[state as State] })),
  }
}

const mattersOf = (ctx: Ctx, orgId: string) =>
  ctx.tx
    .selectFrom('federation_matters')
    .select([
      'id',
      'number',
      'title',
      'kind',
      'state',
      'closed_at as closedAt',
      'grade_from as gradeFrom',
      'grade_to as gradeTo',
    ])
    .where('federation_id', '=', ctx.actor.federationId)
    .where('org_id', '=', orgId)
    .orderBy('created_at', 'desc')
    .limit(200)
    .execute()

const officersOf = (ctx: Ctx, orgId: string) =>
  ctx.tx
    .selectFrom('union_officers as o')
    .innerJoin('persons as p', (join) =>
      join.onRef('p.federation_id', '=', 'o.federation_id').onRef('p.id', '=', 'o.person_id'),
    )
    .select(['o.duty', 'p.name'])
    .where('o.federation_id', '=', ctx.actor.federationId)
    .where('o.org_id', '=', orgId)
    .where('o.to_on', 'is', null)
    .execute()

/** Members in new forms of work below the union above, by occupation, as the register of people has them. */
async function platformsOf(ctx: Ctx, parentId: string): Promise<Profile['platforms']> {
  const { rows } = await sql<{ kind: string; members: number }>`select p.new_form_kind as kind, count(*)::int as members
    from orgs u join persons p on p.federation_id = u.federation_id and p.org_path >= u.path and p.org_path < left(u.path, -1) || '/'
    where u.federation_id = ${ctx.actor.federationId} and u.id = ${parentId}::uuid and p.is_new_form and p.membership = 'full' and p.merged_into is null
    group by 1 order by 2 desc, 1`.execute(ctx.tx)
  return rows.map(({ kind, members }) => ({
    kind: newFormKinds.find(({ code }) => code === kind)?.title ?? '没有登记职业',
    members,
  }))
}

/** What each grade asks for, as entered, newest first. */
export const listCriteria = (ctx: Ctx): Promise<OutputOf<typeof contract.criteria>> =>
  ctx.tx
    .selectFrom('federation_grade_criteria')
    .select(['grade', 'valid_from as validFrom', 'words', 'source'])
    .where('federation_id', '=', ctx.actor.federationId)
    .orderBy('grade')
    .orderBy('valid_from', 'desc')
    .execute()

async function criteriaFor(ctx: Ctx, grade: number): Promise<string | null> {
  const all = await listCriteria(ctx)
  return all.find((one) => one.grade === grade && one.validFrom <= ctx.today)?.words ?? null
}

export async function setCriteria(
  ctx: Ctx,
  { grade, validFrom, words, source }: ParsedOf<typeof contract.setCriteria>,
): Promise<{ grade: number }> {
  const edited = { words, source, edited_by: ctx.actor.personId, edited_at: ctx.now }
  await ctx.tx
    .insertInto('federation_grade_criteria')
    .values({ federation_id: ctx.actor.federationId, grade, valid_from: validFrom, ...edited })
    .onConflict((c) => c.columns(['federation_id', 'grade', 'valid_from']).doUpdateSet(edited))
    .execute()
  ctx.audit = { line: 'federations', recordId: null, reason: `登记等级标准：${grade} 级，${validFrom} 起` }
  return { grade }
}

export async function saveProfile(
  ctx: Ctx,
  { id, officeArea, hasAccount }: ParsedOf<typeof contract.saveProfile>,
): Promise<{ id: string }> {
  const org = await takeFederation(ctx, id, true)
  const set = { office_area: officeArea, has_account: hasAccount, updated_at: ctx.now }
  await ctx.tx
    .insertInto('federation_profiles')
    .values({ federation_id: ctx.actor.federationId, org_id: id, org_path: org.path, ...set })
    .onConflict((c) => c.columns(['federation_id', 'org_id']).doUpdateSet(set))
    .execute()
  told(ctx, id, `办公面积 ${officeArea} 平方米，${hasAccount ? '有' : '没有'}经费账户`)
  return { id }
}
