import { uuidv7 } from 'uuidv7'
import { requireReach } from '../../kernel/access/permissions.ts'
import type { OutputOf, ParsedOf } from '../../kernel/contract/contract.ts'
import { fail } from '../../kernel/contract/errors.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { mergePersons, undoMerge } from '../../kernel/people/merge.ts'
import { advance } from '../../kernel/workflow/advance.ts'
import { nextNumber } from '../../kernel/workflow/numbers.ts'
import { openCase } from '../../kernel/workflow/open.ts'
import { getRecord } from '../../kernel/workflow/record.ts'
import { caseLine } from './case-line.ts'
import type { contract } from './contract.ts'
import { permissions } from './permissions.ts'
import { kinds } from './rules/kinds.ts'
import { searchSoon } from './search.ts'

type Stepped = OutputOf<typeof contract.settle>
type Step<A extends 'merge' | 'settle' | 'dismiss' | 'undo'> = ParsedOf<(typeof contract)[A]>

export async function search(ctx: Ctx): Promise<{ parts: number }> {
  ctx.audit = { line: 'clean-up', recordId: null, reason: '现在查一遍' }
  return { parts: await searchSoon(ctx) }
}

/** The finding, locked. @throws Failure 404 out of sight, 409 in other hands or closed */
async function takeFinding(ctx: Ctx, id: string) {
  const finding = await ctx.tx
    .selectFrom('clean_up_findings')
    .selectAll()
    .where('federation_id', '=', ctx.actor.federationId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (!finding) return fail(404, '没有找到这条问题，可能不在您的辖区，请从清单重新进入')
  if (finding.state === 'taken') fail(409, '已经有人接手核实这条问题，请刷新后再看', { id: finding.matter_id })
  if (finding.state !== 'open') fail(409, '这条问题已经处理完了，请刷新后再看')
  return finding
}

/** The place of a matter: where the first record in sight lies. */
async function placeOf(ctx: Ctx, findingId: string): Promise<string> {
  const subject = await ctx.tx
    .selectFrom('clean_up_subjects')
    .select('org_path')
    .where('federation_id', '=', ctx.actor.federationId)
    .where('finding_id', '=', findingId)
    .orderBy('org_path')
    .executeTakeFirst()
  return subject?.org_path ?? ctx.actor.orgPath
}

export async function takeUp(ctx: Ctx, input: ParsedOf<typeof contract.takeUp>): Promise<Stepped> {
  requireReach(permissions, 'clean-up.takeUp', ctx.actor)
  const finding = await takeFinding(ctx, input.findingId)
  const id = uuidv7()
  const number = await nextNumber(ctx, 'QC')
  const isPrivate = kinds[finding.kind].subject === 'person'
  await openCase(ctx, caseLine, 'takeUp', {
    id,
    number,
    title: isPrivate ? kinds[finding.kind].title : `${kinds[finding.kind].title}：${finding.title}`,
    finding_id: finding.id,
    org_path: await placeOf(ctx, finding.id),
    unit_path: ctx.actor.orgPath,
    owner_id: null,
    assignee_id: ctx.actor.personId,
  })
  await setFinding(ctx, finding.id, { state: 'taken', matter_id: id })
  return { id, number, state: 'in_hand' }
}

type FindingChange = {
  state: 'open' | 'taken' | 'settled' | 'dismissed'
  matter_id?: string | null
  ended_for?: string
}

async function setFinding(ctx: Ctx, id: string, change: FindingChange): Promise<void> {
  const isOver = change.state === 'settled' || change.state === 'dismissed'
  await ctx.tx
    .updateTable('clean_up_findings')
    .set({ ...change, ended_on: isOver ? ctx.today : null })
    .where('federation_id', '=', ctx.actor.federationId)
    .where('id', '=', id)
    .execute()
}

const stepped = ({ id, number, state }: { id: string; number: string; state: string }): Stepped => ({
  id,
  number,
  state: state as Stepped['state'],
})

/** Makes two of the finding's people one. @throws Failure 422 when one of them is not of this finding, and what mergePersons throws */
export async function merge(ctx: Ctx, { id, keepId, goneId, note }: Step<'merge'>): Promise<Stepped> {
  const before = await getRecord(ctx, caseLine, 'clean-up.merge', id)
  const subjects = await ctx.tx
    .selectFrom('clean_up_subjects')
    .select('subject_id')
    .where('federation_id', '=', ctx.actor.federationId)
    .where('finding_id', '=', before.finding_id)
    .where('subject', '=', 'person')
    .where('subject_id', 'in', [keepId, goneId])
    .execute()
  if (subjects.length !== 2) fail(422, '要合并的两个人都要在这条问题里、在您的辖区内；跨街道的请交区总工会合并')
  const mergeId = await mergePersons(ctx, { keepId, goneId, reason: note })
  const after = await advance(ctx, caseLine, 'merge', id, { note, set: { outcome: 'merged', merge_id: mergeId } })
  await setFinding(ctx, after.finding_id, { state: 'settled', ended_for: note })
  return stepped(after)
}

export async function settle(ctx: Ctx, { id, outcome, note }: Step<'settle'>): Promise<Stepped> {
  const after = await advance(ctx, caseLine, 'settle', id, { note, set: { outcome } })
  await setFinding(ctx, after.finding_id, { state: 'settled', ended_for: note })
  return stepped(after)
}

export async function dismiss(ctx: Ctx, { id, note }: Step<'dismiss'>): Promise<Stepped> {
  const after = await advance(ctx, caseLine, 'dismiss', id, { note })
  await setFinding(ctx, after.finding_id, { state: 'dismissed', ended_for: note })
  return stepped(after)
}

/** Many that are nothing, at once: only those that nobody has in hand. */
export async function dismissMany(
  ctx: Ctx,
  input: ParsedOf<typeof contract.dismissMany>,
): Promise<{ dismissed: number }> {
  requireReach(permissions, 'clean-up.dismiss', ctx.actor)
  const done = await ctx.tx
    .updateTable('clean_up_findings')
    .set({ state: 'dismissed', ended_on: ctx.today, ended_for: input.note })
    .where('federation_id', '=', ctx.actor.federationId)
    .where('id', 'in', input.ids)
    .where('state', '=', 'open')
    .executeTakeFirst()
  const dismissed = Number(done.numUpdatedRows)
  ctx.audit = { line: 'clean-up', recordId: null, reason: `批量标为不是问题 ${dismissed} 条：${input.note}` }
  return { dismissed }
}

/** Takes a merge back: the two records are apart again and the finding is open again. */
export async function undo(ctx: Ctx, { id, note }: Step<'undo'>): Promise<Stepped> {
  const before = await getRecord(ctx, caseLine, 'clean-up.undo', id, { lock: true })
  if (before.merge_id === null) return fail(422, '这件事没有合并过人员，不用撤销')
  await undoMerge(ctx, before.merge_id)
  const after = await advance(ctx, caseLine, 'undo', id, { note })
  await setFinding(ctx, after.finding_id, { state: 'open', matter_id: null, ended_for: '' })
  return stepped(after)
}
