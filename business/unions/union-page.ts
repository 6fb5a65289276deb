import { isUnder } from '../../kernel/access/permissions.ts'
import { addMonths } from '../../kernel/calendar/days.ts'
import type { OutputOf } from '../../kernel/contract/contract.ts'
import { fail } from '../../kernel/contract/errors.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { maskCard } from '../../kernel/people/mask.ts'
import { isConfirmed, latestElection } from '../elections/public.ts'
import type { contract } from './contract.ts'
import { chairDue, mostMonthsLate } from './limits.ts'
import { missingOf } from './rules/missing.ts'
import { isRegular, stateOn } from './rules/standing.ts'
import { forms } from './rules/words.ts'
import { standingOf } from './standing.ts'
import { chairVacantSince, firmsOf, officersOf, peopleOf } from './union-parts.ts'
import { noticesOf } from './unions-list.ts'

type Union = OutputOf<typeof contract.union>
type Form = keyof typeof forms

export const accountContext = (orgId: string): string => `union_profiles.account_number:${orgId}`

/** A union within the actor's place. @throws Failure 404 not there, or not for this post to know of */
export async function getUnionOrg(ctx: Ctx, id: string) {
  const org = await ctx.tx
    .selectFrom('orgs as o')
    .leftJoin('orgs as u', (join) =>
      join.onRef('u.federation_id', '=', 'o.federation_id').onRef('u.id', '=', 'o.parent_id'),
    )
    .selectAll('o')
    .select(['u.path as abovePath', 'u.name as aboveName'])
    .where('o.federation_id', '=', ctx.actor.federationId)
    .where('o.id', '=', id)
    .executeTakeFirst()
  if (!org || !isUnder(org.path, ctx.actor.orgPath)) fail(404, '没有找到这个工会，可能不在您的辖区，请从列表重新进入')
  return org
}

export type UnionOrg = Awaited<ReturnType<typeof getUnionOrg>>

export const findProfile = async (ctx: Ctx, orgId: string) =>
  (await ctx.tx
    .selectFrom('union_profiles')
    .selectAll()
    .where('federation_id', '=', ctx.actor.federationId)
    .where('org_id', '=', orgId)
    .executeTakeFirst()) ?? null

/** One union on one page: what the union form asks, most of it folded from the registers, and what is still missing. */
export async function getUnion(ctx: Ctx, id: string): Promise<Union> {
  const org = await getUnionOrg(ctx, id)
  const [profile, formerNames, firms, people, offices, terms, certificates, standings, election, changes] =
    await Promise.all([
      findProfile(ctx, id),
      listFormerNames(ctx, id),
      firmsOf(ctx, id),
      peopleOf(ctx, id),
      officersOf(ctx, id),
      listTerms(ctx, id),
      listCertificates(ctx, id),
      standingOf(ctx, [id]),
      electionOf(ctx, id),
      listChanges(ctx, id),
    ])
  const standing = standings.get(id) ?? { termUntil: null, chairId: null, certificateUntil: null }
  const vacantSince = await chairVacantSince(ctx, id, standing.chairId !== null, terms[0]?.fromOn ?? org.valid_from)
  const common = {
    ...plainOf(org),
    ...profileOf(ctx, id, profile),
    formerNames,
    ...firms,
    ...people,
    ...offices,
    terms,
    certificates,
    ...statesOf(ctx, standing),
    postponeUntil: postponeUntil(ctx, terms),
    chairVacantSince: vacantSince,
    chairDueOn: vacantSince && chairDue(ctx, vacantSince),
    election,
    changes,
  }
  return { ...common, missing: org.kind === 'enterprise' ? missingIn(ctx, common, standing) : [] }
}

const plainOf = (org: UnionOrg) => ({
  id: org.id,
  path: org.path,
  kind: org.kind,
  name: org.name,
  form: org.form !== null && org.form in forms ? (org.form as Form) : null,
  creditCode: org.credit_code,
  foundedOn: org.founded_on,
  closedOn: org.valid_to,
  above: org.abovePath && org.aboveName ? { path: org.abovePath, name: org.aboveName } : null,
})

const profileOf = (ctx: Ctx, id: string, profile: Awaited<ReturnType<typeof findProfile>>) => ({
  approvalNumber: profile?.approval_number ?? null,
  approvedOn: profile?.approved_on ?? null,
  address: profile?.address ?? null,
  duesCode: profile?.dues_code ?? null,
  accountBank: profile?.account_bank ?? null,
  account: profile?.account_number_sealed
    ? maskCard(ctx.house.sealer.open(profile.account_number_sealed, accountContext(id)))
    : null,
})

type Facts = { termUntil: string | null; chairId: string | null; certificateUntil: string | null }

function statesOf(ctx: Ctx, { termUntil, chairId, certificateUntil }: Facts) {
  const notices = noticesOf(ctx)
  return {
    termUntil,
    termState: stateOn(termUntil, notices.day, notices.term),
    certificateUntil,
    certificateState: stateOn(certificateUntil, notices.day, notices.certificate),
    isRegular: isRegular({ termUntil, chairId, certificateUntil }, notices.day),
  }
}

function postponeUntil(ctx: Ctx, terms: Union['terms']): string | null {
  const running = terms.find(({ endedOn }) => endedOn === null)
  return running ? addMonths(running.expiresOn, mostMonthsLate(ctx)) : null
}

const missingIn = (ctx: Ctx, union: Omit<Union, 'missing'>, { chairId }: Facts) =>
  missingOf(
    {
      ...union,
      chairId,
      accountNumber: union.account,
      firms: union.firmCount,
      women: union.members.women,
      duties: union.officers.map(({ duty }) => duty),
    },
    ctx.today,
  )

const listFormerNames = (ctx: Ctx, orgId: string) =>
  ctx.tx
    .selectFrom('org_codes')
    .select(['code as name', 'valid_to as until'])
    .where('federation_id', '=', ctx.actor.federationId)
    .where('org_id', '=', orgId)
    .where('system', '=', 'name')
    .orderBy('valid_from', 'desc')
    .limit(20)
    .execute()

/** The newest first. */
const listTerms = (ctx: Ctx, orgId: string) =>
  ctx.tx
    .selectFrom('union_terms')
    .select([
      'ordinal',
      'from_on as fromOn',
      'years',
      'expires_on as expiresOn',
      'extended_to as extendedTo',
      'ended_on as endedOn',
    ])
    .where('federation_id', '=', ctx.actor.federationId)
    .where('org_id', '=', orgId)
    .orderBy('ordinal', 'desc')
    .limit(20)
    .execute()

const listCertificates = (ctx: Ctx, orgId: string) =>
  ctx.tx
    .selectFrom('union_certificates')
    .select([
      'number',
      'credit_code as creditCode',
      'legal_name as legalName',
      'issued_on as issuedOn',
      'expires_on as expiresOn',
      'ended_on as endedOn',
      'state',
    ])
    .where('federation_id', '=', ctx.actor.federationId)
    .where('org_id', '=', orgId)
    .orderBy('issued_on', 'desc')
    .orderBy('id', 'desc')
    .limit(20)
    .execute()

const listChanges = (ctx: Ctx, orgId: string) =>
  ctx.tx
    .selectFrom('union_changes')
    .select(['id', 'number', 'title', 'state', 'created_at as createdAt'])
    .where('federation_id', '=', ctx.actor.federationId)
    .where('org_id', '=', orgId)
    .orderBy('created_at', 'desc')
    .limit(20)
    .execute()

/** The latest election of the union, and whether its result waits to be put into office. */
async function electionOf(ctx: Ctx, orgId: string): Promise<Union['election']> {
  const election = await latestElection(ctx, { orgId })
  if (!election) return null
  const { id, number, state, stateTitle, fromOn } = election
  const isOver = state === 'confirmed' || state === 'rejected' || state === 'cancelled'
  const isWaiting = isConfirmed(election) && !(await isTaken(ctx, id))
  return { id, number, stateTitle, isOpen: !isOver, isWaiting, fromOn }
}

/** Has this election's result been put into office, here or by whoever founded the union? */
export async function isTaken(ctx: Ctx, electionId: string): Promise<boolean> {
  const found = await ctx.tx
    .selectFrom('union_elections')
    .select('election_id as id')
    .where('federation_id', '=', ctx.actor.federationId)
    .where('election_id', '=', electionId)
    .unionAll(
      ctx.tx
        .selectFrom('union_terms')
        .select('id')
        .where('federation_id', '=', ctx.actor.federationId)
        .where('election_id', '=', electionId),
    )
    .limit(1)
    .execute()
  return found.length > 0
}
