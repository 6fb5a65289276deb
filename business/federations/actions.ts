import { uuidv7 } from 'uuidv7'
import { dayOf } from '../../kernel/calendar/days.ts'
import type { OutputOf, ParsedOf } from '../../kernel/contract/contract.ts'
import { fail } from '../../kernel/contract/errors.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { advance } from '../../kernel/workflow/advance.ts'
import { clocksOf } from '../../kernel/workflow/matters.ts'
import { nextNumber } from '../../kernel/workflow/numbers.ts'
import { openCase } from '../../kernel/workflow/open.ts'
import { getRecord } from '../../kernel/workflow/record.ts'
import { caseLine, type followUps, proposals } from './case-line.ts'
import type { contract } from './contract.ts'
import { takeFederation } from './federation.ts'
import { addPoint } from './marks.ts'
import { gradeWords, type MatterKind } from './rules/words.ts'
import type { workflow } from './workflow.ts'

export type Stepped = OutputOf<typeof contract.accept>
type State = Stepped['state']
type Opening = typeof caseLine | typeof proposals | typeof followUps
type New = {
  kind: MatterKind
  title: string
  content: string
  unitPath: string
  visit_id?: string
  year?: number
  grade_from?: number | null
  grade_to?: number
}

const sealContent = (ctx: Ctx, id: string, text: string) => ctx.house.sealer.seal(text, `federations.content:${id}`)
export const stepped = ({ id, number, state }: { id: string; number: string; state: string }): Stepped => ({
  id,
  number,
  state: state as State,
})
/** The district federation's own path: who decides. */
const districtOf = (ctx: Ctx): string => `${ctx.actor.federationId}.`

/** A new matter of a federation. @returns its number */
export async function openMatter(
  ctx: Ctx,
  line: Opening,
  verb: keyof typeof workflow.steps,
  id: string,
  org: { id: string; path: string },
  { unitPath, content, ...more }: New,
): Promise<string> {
  const number = await nextNumber(ctx, 'GLH')
  await openCase(ctx, line as typeof caseLine, verb, {
    id,
    number,
    org_id: org.id,
    org_path: org.path,
    unit_path: unitPath,
    owner_id: null,
    assignee_id: null,
    content_sealed: sealContent(ctx, id, content),
    ...more,
  })
  return number
}

export async function propose(ctx: Ctx, input: ParsedOf<typeof contract.propose>): Promise<Stepped> {
  const org = await takeFederation(ctx, input.id, true)
  await refuseSecond(ctx, org.id, input.kind)
  const isGrade = input.kind === 'grade'
  if (isGrade && input.grade === undefined) fail(422, '请选择要调整到几级')
  if (isGrade && input.grade === org.grade) fail(422, `${org.name}现在就是${gradeWords(org.grade)}，不用调整`)
  const id = uuidv7()
  const number = await openMatter(ctx, proposals, 'propose', id, org, {
    kind: input.kind,
    title: isGrade
      ? `${org.short_name}：${gradeWords(org.grade)}调整为${gradeWords(input.grade ?? null)}`
      : `${org.short_name}：示范点`,
    content: input.content,
    unitPath: districtOf(ctx),
    ...(isGrade ? { grade_from: org.grade, grade_to: input.grade } : {}),
  })
  return { id, number, state: 'proposed' }
}

async function refuseSecond(ctx: Ctx, orgId: string, kind: 'grade' | 'point'): Promise<void> {
  const waiting = await ctx.tx
    .selectFrom('federation_matters')
    .select('number')
    .where('federation_id', '=', ctx.actor.federationId)
    .where('org_id', '=', orgId)
    .where('kind', '=', kind)
    .where('state', '=', 'proposed')
    .executeTakeFirst()
  if (waiting) fail(409, `已经有一件在等批准（${waiting.number}），请等它办完`)
  if (kind === 'grade') return
  const point = await ctx.tx
    .selectFrom('federation_points')
    .select('id')
    .where('federation_id', '=', ctx.actor.federationId)
    .where('org_id', '=', orgId)
    .where('ended_on', 'is', null)
    .executeTakeFirst()
  if (point) fail(409, '这个工联会已经是示范点，不用再提')
}

/** Approved, it holds: the grade stands in the tree, the point in the list of points. */
export async function approve(ctx: Ctx, { id, note }: ParsedOf<typeof contract.approve>): Promise<Stepped> {
  const after = await advance(ctx, proposals, 'approve', id, { note })
  const org = await takeFederation(ctx, after.org_id, true)
  if (after.kind === 'point') {
    const theme = ctx.house.sealer.open(after.content_sealed, `federations.content:${id}`)
    await addPoint(ctx, org, theme.slice(0, 200), id)
  }
  if (after.kind === 'grade') {
    if (org.grade !== after.grade_from) fail(409, '等级在这期间已经变了，请不批准这一件，重新提出')
    await ctx.tx
      .updateTable('orgs')
      .set({ grade: after.grade_to })
      .where('federation_id', '=', ctx.actor.federationId)
      .where('id', '=', org.id)
      .execute()
  }
  return stepped(after)
}

const plain =
  (verb: 'refuse' | 'followUp' | 'accept' | 'decline') =>
  async (ctx: Ctx, { id, note }: { id: string; note: string }): Promise<Stepped> =>
    stepped(await advance(ctx, caseLine, verb, id, { note }))

export const refuse = plain('refuse')
export const followUp = plain('followUp')
export const accept = plain('accept')
export const decline = plain('decline')

export async function apply(ctx: Ctx, input: ParsedOf<typeof contract.apply>): Promise<Stepped> {
  const org = await takeFederation(ctx, input.id, true)
  const thisYear = Number(ctx.today.slice(0, 4))
  if (input.year > thisYear || input.year < thisYear - 1) fail(422, `只能申报 ${thisYear - 1} 或 ${thisYear} 年的项目`)
  const id = uuidv7()
  const number = await openMatter(ctx, caseLine, 'apply', id, org, {
    kind: 'project',
    title: input.title,
    content: input.content,
    unitPath: districtOf(ctx),
    year: input.year,
  })
  return { id, number, state: 'applied' }
}

/** Given back, it is the federation's to do again. */
export async function giveBack(ctx: Ctx, { id, note }: ParsedOf<typeof contract.giveBack>): Promise<Stepped> {
  const before = await getRecord(ctx, caseLine, 'federations.giveBack', id)
  return stepped(await advance(ctx, caseLine, 'giveBack', id, { note, set: { unit_path: before.org_path } }))
}

export async function resubmit(ctx: Ctx, input: ParsedOf<typeof contract.resubmit>): Promise<Stepped> {
  const set = { unit_path: districtOf(ctx), content_sealed: sealContent(ctx, input.id, input.content) }
  return stepped(await advance(ctx, caseLine, 'resubmit', input.id, { note: input.note, set }))
}

export async function publish(ctx: Ctx, { id, note }: ParsedOf<typeof contract.publish>): Promise<Stepped> {
  return stepped(await advance(ctx, caseLine, 'publish', id, { note }))
}

/** @throws Failure 409 while the result is still on public display */
export async function award(ctx: Ctx, { id, note }: ParsedOf<typeof contract.award>): Promise<Stepped> {
  const shown = (await clocksOf(ctx, id)).findLast(({ name, metAt }) => name === 'publish' && metAt === null)
  if (shown && shown.dueAt > ctx.now) fail(409, `公示期还没有满（到 ${dayOf(shown.dueAt)}），满了再授奖`)
  return stepped(await advance(ctx, caseLine, 'award', id, { note }))
}
