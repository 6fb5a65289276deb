import { uuidv7 } from 'uuidv7'
import { fail } from '../../kernel/contract/errors.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { attachDocuments } from '../../kernel/documents/documents.ts'
import { newFormKindsOn } from '../../kernel/people/new-form-kinds.ts'
import { nextNumber } from '../../kernel/workflow/numbers.ts'
import { openCase } from '../../kernel/workflow/open.ts'
import { caseLine } from './case-line.ts'
import { type Destination, decidingUnit, takePool } from './destination.ts'
import { type Identity, sealIdentity, sealPhone } from './identity.ts'
import { dayInWords, lastDayOf } from './limits.ts'
import { ageClass } from './rules/age.ts'
import { type Channel, channels } from './rules/words.ts'
import { workflow } from './workflow.ts'

export type Opening = {
  personId: string
  identity: Identity
  phone: string | null
  channel: Channel
  to: Destination
  enterpriseId?: string | undefined
  enterpriseName: string
  newFormKind: string
  occupation: string
  files: readonly string[]
}

/** An application in the hands of whoever decides; of a child in those of the district, which is told (D:B4.3). @throws Failure 409 one is under way, 422 */
export async function openApplication(ctx: Ctx, opening: Opening): Promise<{ id: string; number: string }> {
  const id = uuidv7()
  const number = await nextNumber(ctx, 'RH')
  requireKind(ctx, opening.newFormKind)
  const age = ageClass(opening.identity.birthOn, ctx.today)
  const common = { ...shared(ctx, id, opening), id, number, is_juvenile: age === 'juvenile' }
  try {
    await (age === 'child' ? openForChild(ctx, common) : openFor(ctx, common, opening.to))
  } catch (error) {
    refuseSecond(error)
    throw error
  }
  if (opening.files.length > 0)
    await attachDocuments(ctx, { line: 'membership', recordId: id, ids: opening.files, workerMaySee: true })
  return { id, number }
}

/** Told apart: an own application under way, and somebody else's with this number. @throws Failure 409 */
function refuseSecond(error: unknown): void {
  if (!(error instanceof Error) || !('code' in error) || error.code !== '23505') return
  if ('constraint' in error && error.constraint === 'membership_one_number')
    fail(409, '这个证件号码已有一份入会申请在办。不是您提的，请打 12351 或到街道总工会窗口核对')
  fail(409, '已经有一份入会申请在办，请到“我的事项”里看；要改请先撤回')
}

function requireKind(ctx: Ctx, code: string): void {
  if (code && !newFormKindsOn(ctx.today).some((kind) => kind.code === code)) fail(422, '没有这种职业，请重新选择')
}

const shared = (ctx: Ctx, id: string, opening: Opening) => ({
  source: channels[opening.channel],
  owner_id: opening.personId,
  person_id: opening.personId,
  assignee_id: null,
  channel: opening.channel,
  way: opening.to.way,
  enterprise_id: opening.enterpriseId ?? null,
  enterprise_name: opening.to.enterpriseName ?? opening.enterpriseName,
  new_form_kind: opening.newFormKind,
  occupation: opening.occupation,
  ...sealIdentity(ctx, id, opening.identity),
  ...sealPhone(ctx, id, opening.phone),
})
type Shared = ReturnType<typeof shared> & { id: string; number: string; is_juvenile: boolean }

async function openFor(ctx: Ctx, row: Shared, to: Destination): Promise<void> {
  const union = to.union ?? (await takePool(ctx, to.street?.path ?? ''))
  const unit = await decidingUnit(ctx, union.path, to.union === null)
  const until = dayInWords(lastDayOf(ctx, 'membership.decide'))
  const message = `申请已送${unit.name}，最迟 ${until}答复；到期没有答复会自动上报上一级工会`
  const placed = { title: `申请加入：${union.name}`, union_id: union.id, org_path: union.path, unit_path: unit.path }
  await openCase(ctx, caseLine, 'apply', { ...row, ...placed }, { message })
}

/** Nobody near the employer sees it: it stands with the district alone. */
async function openForChild(ctx: Ctx, row: Shared): Promise<void> {
  const district = `${ctx.actor.federationId}.`
  const placed = { title: '入会申请：由区总工会核对', union_id: null, org_path: district, unit_path: district }
  const message = '申请已交区总工会，会有专人联系您。工会不会把这件事告诉单位'
  const protecting = { ...caseLine, workflow: { ...workflow, start: 'protecting' as const } }
  await openCase(ctx, protecting, 'flag', { ...row, ...placed }, { message })
  await ctx.house.later(ctx.tx, 'membership.alert', { id: row.id }, { key: row.id })
}
