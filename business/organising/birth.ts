import type { ParsedOf } from '../../kernel/contract/contract.ts'
import { fail } from '../../kernel/contract/errors.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { actions as orgs } from '../../kernel/org/actions.ts'
import { getOrg } from '../../kernel/org/queries.ts'
import { type Elected, startTerm } from '../../kernel/org/terms.ts'
import { type EndReason, setMembership } from '../../kernel/people/membership.ts'
import { getRecord } from '../../kernel/workflow/record.ts'
import { bindElection, type Election } from '../elections/public.ts'
import { saveProfile } from '../unions/public.ts'
import { caseLine, type FoundingRow } from './case-line.ts'
import type { contract } from './contract.ts'
import { requireElection } from './election.ts'
import { firmsOf, releaseFirms, requireFree } from './firms.ts'
import { firstDay, issuePaper } from './papers.ts'
import { bodiesFor, formFault } from './rules/form.ts'
import { upperOf } from './rules/places.ts'
import { type Stepped, steppedOf, take } from './steps.ts'

type Input<K extends keyof typeof contract> = ParsedOf<(typeof contract)[K]>

/** The preparers report to the union above: name, form and term of the union to be. */
export async function prepare(ctx: Ctx, input: Input<'prepare'>): Promise<Stepped> {
  const before = await getRecord(ctx, caseLine, 'organising.prepare', input.id)
  const firms = await firmsOf(ctx, before.id)
  const fault = formFault(input.form, firms.length)
  if (fault) fail(422, fault)
  const set = {
    union_name: input.unionName,
    form: input.form,
    body: input.body,
    term_years: input.termYears,
    unit_path: upperOf(before.org_path),
  }
  const row = await take(ctx, 'prepare', input.id, { note: input.note, set })
  await issuePaper(ctx, row, 'prep_report')
  return steppedOf(row)
}

export async function approvePrep(ctx: Ctx, input: Input<'approvePrep'>): Promise<Stepped> {
  const back = await placeOf(ctx, input.id)
  const row = await take(ctx, 'approvePrep', input.id, {
    note: input.note,
    set: { prep_approved_on: ctx.today, unit_path: back },
  })
  await issuePaper(ctx, row, 'prep_approval')
  return steppedOf(row)
}

/** Back with whoever prepares it: the community, or the street where several communities found together. */
const placeOf = async (ctx: Ctx, id: string): Promise<string> =>
  (await getRecord(ctx, caseLine, 'organising.read', id)).org_path

export const refusePrep = async (ctx: Ctx, input: Input<'refusePrep'>): Promise<Stepped> =>
  steppedOf(
    await take(ctx, 'refusePrep', input.id, { note: input.note, set: { unit_path: await placeOf(ctx, input.id) } }),
  )

/** The result is in: the founding goes to the union above. What was elected stands with the election. */
export async function report(ctx: Ctx, input: Input<'report'>): Promise<Stepped> {
  const place = await placeOf(ctx, input.id)
  const row = await take(ctx, 'report', input.id, { note: input.note, set: { unit_path: upperOf(place) } })
  await requireElection(ctx, row.id, ['reported', 'confirmed'], '选举结果报告以后才能报请成立')
  await issuePaper(ctx, row, 'founding_report')
  return steppedOf(row)
}

export const sendBack = async (ctx: Ctx, input: Input<'sendBack'>): Promise<Stepped> =>
  steppedOf(
    await take(ctx, 'sendBack', input.id, { note: input.note, set: { unit_path: await placeOf(ctx, input.id) } }),
  )

/**
 * The union above approves: the union comes to life with its place in the tree, its employers, its first term and its members, all in one transaction.
 * @throws Failure 409 while the election is not confirmed, or somebody has become a member elsewhere meanwhile
 */
export async function approve(ctx: Ctx, input: Input<'approve'>): Promise<Stepped> {
  const place = await placeOf(ctx, input.id)
  const set = { approved_on: ctx.today, unit_path: place }
  const row = await take(ctx, 'approve', input.id, { note: input.note, set })
  const { audit } = ctx
  const election = await requireElection(ctx, row.id, ['confirmed'], '候选人和选举结果批复以后才能批复成立')
  const members = await membersToBe(ctx, row, election)
  const parent = await getOrg(ctx, { path: place })
  const union = await orgs.add(ctx, {
    parentId: parent.id,
    kind: 'enterprise',
    name: row.union_name,
    shortName: '',
    form: row.form,
    foundedOn: ctx.today,
    on: ctx.today,
  })
  await coverFirms(ctx, row, union.id)
  for (const { id, reason } of members) {
    await setMembership(ctx, id, { kind: 'full', unionId: union.id, on: ctx.today, reason })
  }
  await startTerm(ctx, union, {
    fromOn: firstDay(ctx, election),
    years: row.term_years ?? 5,
    electionId: election.id,
    elected: officersOf(row, election),
  })
  await bindElection(ctx, election.id, union.id)
  const { number } = await issuePaper(ctx, row, 'founding_approval')
  await saveProfile(ctx, union, { approvalNumber: number, approvedOn: ctx.today })
  await nameUnion(ctx, row, union.id)
  if (row.body === 'organiser') await waiveLegal(ctx, row)
  ctx.audit = audit
  return steppedOf(row)
}

/** Without a committee the one who was elected is the organiser (组织员). */
const officersOf = (row: FoundingRow, { elected }: Election): Elected[] =>
  elected.map((one) => (row.body === 'organiser' && one.duty === 'chair' ? { ...one, duty: 'organiser' } : one))

const reasons: Record<string, EndReason> = { pooled: 'taken_over', retained: 'resumed' }

/** Everybody on the list, and why the standing before ends. @throws Failure 409 */
async function membersToBe(
  ctx: Ctx,
  row: FoundingRow,
  election: Election,
): Promise<{ id: string; reason: EndReason }[]> {
  const people = await ctx.tx
    .selectFrom('founding_members as m')
    .innerJoin('persons as p', (join) =>
      join.onRef('p.federation_id', '=', 'm.federation_id').onRef('p.id', '=', 'm.person_id'),
    )
    .select(['p.id', 'p.membership'])
    .where('m.federation_id', '=', row.federation_id)
    .where('m.founding_id', '=', row.id)
    .execute()
  const elsewhere = people.filter(({ membership }) => membership === 'full').length
  if (elsewhere > 0) fail(409, `名单里有 ${elsewhere} 人已经成了别的工会的会员，请退回补正，把他们移出名单`)
  const outside = election.elected.filter(({ personId }) => !people.some(({ id }) => id === personId)).length
  if (outside > 0) fail(409, `当选的人里有 ${outside} 人没有交入会申请书，请退回补正，先登记为会员`)
  if (!bodiesFor(people.length, ctx.today).includes(row.body)) {
    fail(409, `会员已有 ${people.length} 人，要建立工会委员会，请退回补正后选举委员会`)
  }
  return people.map(({ id, membership }) => ({ id, reason: reasons[membership] ?? 'taken_over' }))
}

async function coverFirms(ctx: Ctx, row: FoundingRow, unionId: string): Promise<void> {
  const firms = await firmsOf(ctx, row.id)
  for (const firm of firms) await requireFree(ctx, firm)
  const covered = await ctx.tx
    .updateTable('enterprises')
    .set({ union_id: unionId, union_since: ctx.today })
    .where('federation_id', '=', row.federation_id)
    .where(
      'id',
      'in',
      firms.map(({ id }) => id),
    )
    .executeTakeFirst()
  if (Number(covered.numUpdatedRows) < firms.length) fail(403, '有单位已经迁到您的辖区以外，请由区总工会批复')
  await releaseFirms(ctx, row.id)
}

const nameUnion = (ctx: Ctx, row: FoundingRow, unionId: string) =>
  ctx.tx
    .updateTable('organising')
    .set({ union_id: unionId })
    .where('federation_id', '=', row.federation_id)
    .where('id', '=', row.id)
    .execute()

/** Without a committee there is no legal person to register (总工办发〔2020〕20号 asks for organs): its clock does not run. */
const waiveLegal = (ctx: Ctx, row: FoundingRow) =>
  ctx.tx
    .updateTable('deadlines')
    .set({ cancelled_at: ctx.now })
    .where('federation_id', '=', row.federation_id)
    .where('record_id', '=', row.id)
    .where('name', '=', 'applyLegal')
    .where('met_at', 'is', null)
    .execute()
