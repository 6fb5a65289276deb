import { uuidv7 } from 'uuidv7'
import { addMonths } from '../../kernel/calendar/days.ts'
import type { OutputOf, ParsedOf } from '../../kernel/contract/contract.ts'
import { fail } from '../../kernel/contract/errors.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { attachDocuments } from '../../kernel/documents/documents.ts'
import { findCertificate, findTerm } from '../../kernel/org/terms.ts'
import { nextNumber } from '../../kernel/workflow/numbers.ts'
import { openCase } from '../../kernel/workflow/open.ts'
import { caseLine } from './case-line.ts'
import type { contract } from './contract.ts'
import { mostMonthsLate } from './limits.ts'
import { faultOf } from './rules/request.ts'
import { reviewingUnit } from './rules/units.ts'
import { changeKinds, grounds } from './rules/words.ts'
import { getUnionOrg, type UnionOrg } from './union-page.ts'
import { firmsOf } from './union-parts.ts'
import { workflow } from './workflow.ts'

type Input = ParsedOf<typeof contract.request>
type Stepped = OutputOf<typeof contract.request>

/** What a union asks of the union above it. @throws Failure 404, 409 it has ended or one of the kind is open, 422 what the rules refuse */
export async function request(ctx: Ctx, input: Input): Promise<Stepped> {
  const org = await takeLiving(ctx, input.orgId)
  const fault = faultOf(input, await askedOf(ctx, org), ctx.today)
  if (fault) fail(422, fault)
  await refuseSecond(ctx, input)
  if (input.legalPersonId) await requireMember(ctx, input.legalPersonId)
  if (input.intoId) await takeLiving(ctx, input.intoId, '要并入的工会')
  const id = uuidv7()
  const number = await nextNumber(ctx, 'GHBG')
  await openCase(ctx, caseLine, 'request', {
    id,
    number,
    title: `${changeKinds[input.kind]}：${org.short_name}`,
    summary: summaryOf(input),
    org_path: org.path,
    unit_path: reviewingUnit(org.path, ctx.actor.orgPath),
    owner_id: ctx.actor.personId,
    assignee_id: null,
    org_id: org.id,
    kind: input.kind,
    reason_sealed: ctx.house.sealer.seal(input.reason, `unions.reason:${id}`),
    ...columnsOf(input),
  })
  if (input.files.length > 0) await attachDocuments(ctx, { line: 'unions', recordId: id, ids: input.files })
  return { id, number, state: workflow.start }
}

/** Only what belongs to the kind is kept: the screen may have sent more. */
function columnsOf(input: Input) {
  const { kind } = input
  const isEnding = kind === 'dissolve' || kind === 'merge'
  const isParticulars = kind === 'particulars'
  const only = <T>(is: boolean, value: T | undefined): T | null => (is ? (value ?? null) : null)
  return {
    changed_on: only(isEnding || isParticulars, input.changedOn),
    new_name: only(isParticulars, input.newName),
    new_address: only(isParticulars, input.newAddress),
    legal_person_id: only(isParticulars, input.legalPersonId),
    postpone_to: only(kind === 'postpone', input.postponeTo),
    noticed_on: only(kind === 'loss', input.noticedOn),
    ground: only(isEnding, input.ground),
    into_org_id: only(kind === 'merge', input.intoId),
  }
}

function summaryOf({ kind, newName, newAddress, legalPersonId, postponeTo, ground }: Input): string {
  if (kind === 'postpone') return `申请延到 ${postponeTo}`
  if (ground) return grounds[ground]
  if (kind !== 'particulars') return ''
  return [newName && '名称', newAddress && '地址', legalPersonId && '法定代表人'].filter(Boolean).join('、')
}

/** @throws Failure 404, 409 already ended, 422 no base union */
async function takeLiving(ctx: Ctx, id: string, what = '这个工会'): Promise<UnionOrg> {
  const org = await getUnionOrg(ctx, id)
  if (org.kind !== 'enterprise' || org.form === 'pool') fail(422, `${what}不是基层工会，不能在这里办`)
  if (org.valid_to !== null && org.valid_to <= ctx.today) fail(409, `${what}已于 ${org.valid_to} 撤销，请刷新后再看`)
  return org
}

/** The facts that the rules judge a request by. */
export async function askedOf(ctx: Ctx, org: Pick<UnionOrg, 'id' | 'name'>) {
  const [term, certificate, firms] = await Promise.all([
    findTerm(ctx, org.id),
    findCertificate(ctx, org.id),
    firmsOf(ctx, org.id),
  ])
  return {
    id: org.id,
    name: org.name,
    termExpiresOn: term?.expires_on ?? null,
    postponeUntil: term ? addMonths(term.expires_on, mostMonthsLate(ctx)) : null,
    hasCertificate: certificate !== null,
    livingFirms: firms.livingFirms,
  }
}

async function refuseSecond(ctx: Ctx, { orgId, kind }: Input): Promise<void> {
  const open = await ctx.tx
    .selectFrom('union_changes')
    .select(['id', 'number'])
    .where('federation_id', '=', ctx.actor.federationId)
    .where('org_id', '=', orgId)
    .where('kind', '=', kind)
    .where('closed_at', 'is', null)
    .executeTakeFirst()
  if (open) fail(409, `${open.number} 已经在办“${changeKinds[kind]}”，请打开那一件`, { id: open.id })
}

/** Union officers and legal representatives are members. @throws Failure 422 */
export async function requireMember(ctx: Ctx, ...personIds: string[]): Promise<void> {
  const wanted = [...new Set(personIds)]
  if (wanted.length === 0) return
  const found = await ctx.tx
    .selectFrom('persons')
    .select('id')
    .where('federation_id', '=', ctx.actor.federationId)
    .where('id', 'in', wanted)
    .where('membership', '=', 'full')
    .execute()
  if (found.length < wanted.length)
    fail(422, `所选的人里有 ${wanted.length - found.length} 位不是在册会员，请先办入会再登记`)
}
