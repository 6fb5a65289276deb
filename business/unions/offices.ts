import { isUnder } from '../../kernel/access/permissions.ts'
import type { ParsedOf } from '../../kernel/contract/contract.ts'
import { fail } from '../../kernel/contract/errors.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { leaveOffice, startTerm, takeOffice } from '../../kernel/org/terms.ts'
import { type Election, electionOf, isConfirmed, latestElection, openElection } from '../elections/public.ts'
import type { contract } from './contract.ts'
import { requireMember } from './request.ts'
import { getUnionOrg, isTaken, type UnionOrg } from './union-page.ts'
import { peopleOf } from './union-parts.ts'

type Input<K extends keyof typeof contract> = ParsedOf<(typeof contract)[K]>
type Done = { id: string }

async function takeUnion(ctx: Ctx, id: string): Promise<UnionOrg> {
  const org = await getUnionOrg(ctx, id)
  if (org.valid_to !== null && org.valid_to <= ctx.today) fail(409, `${org.name}已经撤销，不能再办`)
  return org
}

/** A term that ran before the register knew of it, from its papers; what the register knows later comes from elections. */
export async function recordTerm(ctx: Ctx, input: Input<'recordTerm'>): Promise<Done> {
  const org = await takeUnion(ctx, input.id)
  if (input.fromOn > ctx.today) fail(422, '任期开始日期不能晚于今天')
  if (org.founded_on && input.fromOn < org.founded_on) fail(422, `任期开始日期不能早于建会日期 ${org.founded_on}`)
  await requireMember(ctx, ...input.officers.map(({ personId }) => personId))
  const { fromOn, years, officers } = input
  await startTerm(ctx, org, { fromOn, years, electionId: null, elected: officers })
  ctx.audit = { line: 'unions', recordId: org.id, reason: `补录任期（${fromOn} 起 ${years} 年）：${input.note}` }
  return { id: org.id }
}

/** The committee appoints who keeps the money, and in the smallest unions the organiser. */
export async function appoint(ctx: Ctx, input: Input<'appoint'>): Promise<Done> {
  const org = await takeUnion(ctx, input.id)
  if (input.on > ctx.today) fail(422, '任职日期不能晚于今天')
  await requireMember(ctx, input.personId)
  const { personId, duty, isFullTime } = input
  await takeOffice(ctx, org, input.on, [{ personId, duty, isFullTime }])
  ctx.audit = { line: 'unions', recordId: org.id, reason: '任命工会干部' }
  return { id: org.id }
}

/** Somebody leaves an office before the term ends; a recall comes from its election. */
export async function leave(ctx: Ctx, input: Input<'leave'>): Promise<Done> {
  const left = await leaveOffice(ctx, input.officerId, input.on, input.why)
  if (!isUnder(left.orgPath, ctx.actor.orgPath)) fail(403, '这个工会不在您的辖区，请联系它的上一级工会')
  ctx.audit = { line: 'unions', recordId: left.orgId, reason: '工会干部离任' }
  return { id: left.orgId }
}

/** An election for the next term, or for what is vacant, with the members as the register counts them. */
export async function callElection(ctx: Ctx, input: Input<'callElection'>): Promise<{ electionId: string }> {
  const org = await takeUnion(ctx, input.id)
  const { members } = await peopleOf(ctx, org.id)
  if (members.all === 0) fail(422, '这个工会还没有登记会员，请先办入会再选举')
  const electionId = await openElection(ctx, {
    orgId: org.id,
    orgPath: org.path,
    unionName: org.name,
    purpose: input.purpose,
    body: input.body,
    membersCount: members.all,
    expectedCount: input.expectedCount,
    termYears: input.purpose === 'term' ? (input.termYears ?? null) : null,
    plannedOn: input.plannedOn ?? null,
    // A chair may be elected without a rival (等额); the list of candidates can still say otherwise.
    seats: input.seats.map((seat) => ({ ...seat, isEqual: seat.duty === 'chair' })),
  })
  ctx.audit = { line: 'unions', recordId: org.id, reason: input.purpose === 'term' ? '发起换届' : '发起补选' }
  return { electionId }
}

/** Those whom the union above has confirmed take office. @throws Failure 409 nothing is confirmed, or it was done already */
export async function takeResult(ctx: Ctx, { id }: Input<'takeResult'>): Promise<Done> {
  const org = await takeUnion(ctx, id)
  const election = await latestElection(ctx, { orgId: org.id })
  if (!election || !isConfirmed(election)) fail(409, '选举结果还没有批复，批复后才能就任')
  if (await isTaken(ctx, election.id)) fail(409, '这次选举的结果已经就任，请刷新后再看')
  await enact(ctx, org, election)
  ctx.audit = { line: 'unions', recordId: org.id, reason: `按选举 ${election.number} 的结果就任` }
  return { id: org.id }
}

/** Puts a confirmed election into office once. @returns whether there was anything to do */
export async function enactElection(ctx: Ctx, electionId: string): Promise<boolean> {
  const election = await electionOf(ctx, electionId)
  if (!isConfirmed(election) || !election.orgId || !isReady(election, ctx.today) || (await isTaken(ctx, electionId)))
    return false
  const org = await getUnionOrg(ctx, election.orgId)
  if (org.valid_to !== null && org.valid_to <= ctx.today) return false
  await enact(ctx, org, election)
  return true
}

/** A first election belongs to the founding, a vote fills no office. */
const isReady = ({ purpose, fromOn, heldOn }: Election, today: string): boolean =>
  (purpose === 'term' || purpose === 'by_election' || purpose === 'recall') && (fromOn ?? heldOn ?? '9999') <= today

async function enact(ctx: Ctx, org: UnionOrg, election: Election): Promise<void> {
  const on = election.fromOn ?? election.heldOn ?? ctx.today
  if (on > ctx.today) fail(422, `当选人 ${on} 起任职，到那天再办`)
  if (election.purpose === 'term') {
    if (!election.termYears) fail(422, '这次换届没有填任期年限，请在选举里补填')
    const { termYears: years, elected, id: electionId } = election
    await startTerm(ctx, org, { fromOn: on, years, electionId, elected })
  } else if (election.purpose === 'by_election') {
    await takeOffice(ctx, org, on, election.elected)
  } else {
    await endRecalled(ctx, org, election.recalled, on)
  }
  await ctx.tx
    .insertInto('union_elections')
    .values({
      federation_id: ctx.actor.federationId,
      election_id: election.id,
      org_id: org.id,
      org_path: org.path,
      taken_on: on,
    })
    .execute()
}

async function endRecalled(ctx: Ctx, org: UnionOrg, recalled: Election['recalled'], on: string): Promise<void> {
  for (const { personId, duty } of recalled) {
    const office = await ctx.tx
      .selectFrom('union_officers')
      .select('id')
      .where('federation_id', '=', ctx.actor.federationId)
      .where('org_id', '=', org.id)
      .where('person_id', '=', personId)
      .where('duty', '=', duty)
      .where('to_on', 'is', null)
      .executeTakeFirst()
    if (office) await leaveOffice(ctx, office.id, on, 'recalled')
  }
}
