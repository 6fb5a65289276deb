import { uuidv7 } from 'uuidv7'
import { reachOf } from '../../kernel/access/permissions.ts'
import type { OutputOf, ParsedOf } from '../../kernel/contract/contract.ts'
import { fail } from '../../kernel/contract/errors.ts'
import { personFromReceipt, receiptCode } from '../../kernel/crypto/secrets.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { openDispute } from '../../kernel/disputes/disputes.ts'
import { attachDocuments } from '../../kernel/documents/documents.ts'
import { checkPhone } from '../../kernel/people/identity.ts'
import { nextNumber } from '../../kernel/workflow/numbers.ts'
import { openCase } from '../../kernel/workflow/open.ts'
import { caseLine } from './case-line.ts'
import type { contract } from './contract.ts'
import { permissions } from './permissions.ts'
import { handlingUnit, titleOf } from './rules/matching.ts'
import { triage } from './rules/triage.ts'
import { channels } from './rules/words.ts'

type Input = ParsedOf<typeof contract.receive>

/** A new appeal, from the hall or typed in by an officer; opens its dispute. Anonymous people get a receipt code in place of a sign-in. */
export async function receiveAppeal(ctx: Ctx, input: Input): Promise<OutputOf<typeof contract.receive>> {
  const fromHall = reachOf(permissions, 'appeals.receive', ctx.actor) === 'own'
  // Events, audit and the kept answer of somebody signed in all know who it was: what is to be nameless comes without a session.
  if (fromHall && input.isAnonymous && ctx.actor.accountId) fail(422, '要不写姓名，请先退出登录再提交；您写的内容还在')
  const phone = phoneOf(input, fromHall, ctx)
  const place = await placeOf(ctx, input)
  const receipt = fromHall && !ctx.actor.accountId ? receiptCode() : null
  const ownerId = receipt ? personFromReceipt(receipt) : fromHall ? ctx.actor.personId : null
  const personId = fromHall && !receipt ? ctx.actor.personId : null
  const suggestion = triage(input.story)
  const category = input.category ?? suggestion.category
  const headcount = input.headcount ?? suggestion.headcount ?? 1
  const title = titleOf(category, headcount)
  const channel = !fromHall ? input.channel : ctx.actor.role === 'informant' ? 'informant' : 'hall'
  const id = uuidv7()
  const disputeId = await openDispute(ctx, {
    title,
    orgPath: place.orgPath,
    ownerId,
    personId,
    enterpriseId: place.enterpriseId,
  })
  const number = await nextNumber(ctx, 'SQ')
  await openCase(
    ctx,
    caseLine,
    'receive',
    {
      id,
      number,
      title,
      summary: place.enterpriseName,
      source: channels[channel],
      org_path: place.orgPath,
      unit_path: unitOf(ctx, place.orgPath),
      owner_id: ownerId,
      assignee_id: null,
      dispute_id: disputeId,
      channel,
      outside_number: input.outsideNumber ?? null,
      is_anonymous: fromHall ? input.isAnonymous : !input.contactName && !phone,
      person_id: personId,
      ...sealed(ctx, id, input, phone),
      enterprise_id: place.enterpriseId,
      enterprise_name: place.enterpriseName,
      headcount,
      claim_fen: input.claimFen ?? null,
      category,
      urgency: suggestion.isUrgent ? 'urgent' : 'normal',
    },
    { message: '您的诉求已收到，一个工作日内告诉您是否受理' },
  )
  if (input.files.length > 0)
    await attachDocuments(ctx, { line: 'appeals', recordId: id, ids: input.files, workerMaySee: true })
  return { id, number, receipt }
}

function phoneOf(input: Input, fromHall: boolean, ctx: Ctx): string | null {
  if (!input.contactPhone) {
    if (fromHall && !input.isAnonymous && !ctx.actor.personId)
      fail(422, '请留一个手机号，我们好联系您；不想留，请选“不写姓名”')
    return null
  }
  const checked = checkPhone(input.contactPhone)
  return checked.ok ? checked.value : fail(422, checked.reason)
}

/** The community of the employer, else the place that was chosen, else the district. */
async function placeOf(ctx: Ctx, input: Input) {
  if (input.enterpriseId) {
    const employer = await ctx.tx
      .selectFrom('enterprises')
      .select(['id', 'name', 'org_path'])
      .where('federation_id', '=', ctx.actor.federationId)
      .where('id', '=', input.enterpriseId)
      .executeTakeFirst()
    if (!employer) fail(422, '没有找到这家单位，请重新选择，或直接写名字')
    return { enterpriseId: employer.id, enterpriseName: employer.name, orgPath: employer.org_path }
  }
  const wanted = input.place ?? (ctx.actor.orgPath || `${ctx.actor.federationId}.`)
  const org = await ctx.tx
    .selectFrom('orgs')
    .select('path')
    .where('federation_id', '=', ctx.actor.federationId)
    .where('path', '=', wanted)
    .where('kind', '<>', 'enterprise')
    .executeTakeFirst()
  if (!org) fail(422, '没有找到这个街道或社区，请重新选择')
  return { enterpriseId: null, enterpriseName: input.enterpriseName ?? '', orgPath: org.path }
}

/** A community officer who takes an appeal in keeps it; all else goes to the street. */
const unitOf = (ctx: Ctx, orgPath: string): string =>
  ctx.actor.role === 'community_officer' && orgPath.startsWith(ctx.actor.orgPath)
    ? ctx.actor.orgPath
    : handlingUnit(orgPath)

function sealed(ctx: Ctx, id: string, input: Input, phone: string | null) {
  const { sealer } = ctx.house
  const seal = (column: string, text: string | null | undefined) =>
    text ? sealer.seal(text, `appeals.${column}:${id}`) : null
  const hidesName = input.isAnonymous
  return {
    story_sealed: sealer.seal(input.story, `appeals.story:${id}`),
    contact_name_sealed: hidesName ? null : seal('contact_name', input.contactName),
    contact_phone_sealed: hidesName ? null : seal('contact_phone', phone),
    contact_phone_index: phone && !hidesName ? sealer.blindIndex('phone', phone) : null,
  }
}
