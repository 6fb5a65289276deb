import { uuidv7 } from 'uuidv7'
import { isUnder } from '../../kernel/access/permissions.ts'
import { addMonths } from '../../kernel/calendar/days.ts'
import type { OutputOf, ParsedOf } from '../../kernel/contract/contract.ts'
import { fail } from '../../kernel/contract/errors.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { attachDocuments } from '../../kernel/documents/documents.ts'
import { parentOf } from '../../kernel/org/path.ts'
import { advance } from '../../kernel/workflow/advance.ts'
import { nextNumber } from '../../kernel/workflow/numbers.ts'
import { openCase } from '../../kernel/workflow/open.ts'
import { getRecord } from '../../kernel/workflow/record.ts'
import { caseLine } from './case-line.ts'
import type { contract } from './contract.ts'
import { parameterAt } from './rules/parameters.ts'
import { reasons } from './rules/words.ts'
import { workflow } from './workflow.ts'

type Stepped = OutputOf<typeof contract.approve>

/** An enterprise is to be left out of the base; the union above the one that proposes it decides. */
export async function propose(ctx: Ctx, input: ParsedOf<typeof contract.propose>): Promise<Stepped> {
  const { enterpriseId, reason, untilOn } = input
  refuseSpan(ctx, untilOn)
  const firm = await reachedFirm(ctx, enterpriseId)
  await refuseTwin(ctx, firm)
  const id = uuidv7()
  const number = await nextNumber(ctx, 'JHFG')
  await openCase(
    ctx,
    caseLine,
    'propose',
    {
      id,
      number,
      title: `${reasons[reason]}，列入不计：${firm.name}`,
      source: ctx.actor.orgName,
      org_path: firm.org_path,
      unit_path: parentOf(ctx.actor.orgPath) ?? ctx.actor.orgPath,
      owner_id: null,
      assignee_id: null,
      enterprise_id: firm.id,
      reason,
      evidence_sealed: ctx.house.sealer.seal(input.evidence, `coverage.evidence:${id}`),
      until_on: untilOn,
    },
    { note: `${reasons[reason]}，到 ${untilOn}` },
  )
  await attachDocuments(ctx, { line: 'coverage', recordId: id, ids: input.files })
  return { id, number, state: workflow.start }
}

/** From tomorrow at the earliest, and no longer than the parameter allows. @throws Failure 422 */
function refuseSpan(ctx: Ctx, untilOn: string): void {
  if (untilOn <= ctx.today) fail(422, '截止日期要在今天之后')
  const { value } = parameterAt('exclusionMonths', ctx.today)
  const last = addMonths(ctx.today, value)
  if (untilOn > last) fail(422, `列入不计一次最长 ${value} 个月，截止日期最晚选 ${last}`)
}

/** @throws Failure 404, 403 beyond the own place, 422 not alive */
async function reachedFirm(ctx: Ctx, id: string) {
  const firm = await ctx.tx
    .selectFrom('enterprises')
    .select(['id', 'name', 'org_path', 'life'])
    .where('federation_id', '=', ctx.actor.federationId)
    .where('id', '=', id)
    .executeTakeFirst()
  if (!firm) fail(404, '没有找到这家企业，请重新选择')
  if (!isUnder(firm.org_path, ctx.actor.orgPath)) fail(403, '这家企业不在您的辖区，请联系它所在的街道或社区工会')
  if (firm.life !== 'alive') fail(422, '这家企业已经不是存续状态，本来就不计入，不用再提')
  return firm
}

async function refuseTwin(ctx: Ctx, firm: { id: string; name: string }): Promise<void> {
  const twin = await ctx.tx
    .selectFrom('coverage')
    .select(['id', 'number', 'state'])
    .where('federation_id', '=', ctx.actor.federationId)
    .where('enterprise_id', '=', firm.id)
    .where('state', 'in', ['proposed', 'approved'])
    .executeTakeFirst()
  if (!twin) return
  const words = twin.state === 'proposed' ? '正在等批' : '已经列入不计'
  fail(409, `${firm.name}${words}（${twin.number}），请打开那一件`, { id: twin.id })
}

/** Left out from the day of the approval on. @throws Failure 409 when its last day has passed meanwhile */
export async function approve(ctx: Ctx, { id, note }: ParsedOf<typeof contract.approve>): Promise<Stepped> {
  const before = await getRecord(ctx, caseLine, 'coverage.approve', id)
  if (before.state === 'proposed' && before.until_on <= ctx.today) {
    fail(409, `提出的截止日期 ${before.until_on} 已经过了，请不批准，需要的话让下级重新提出`)
  }
  return stepped(await advance(ctx, caseLine, 'approve', id, { set: { approved_on: ctx.today }, note }))
}

export const refuse = async (ctx: Ctx, { id, note }: ParsedOf<typeof contract.refuse>): Promise<Stepped> =>
  stepped(await advance(ctx, caseLine, 'refuse', id, { note }))

/** It counts again from today. */
export const lift = async (ctx: Ctx, { id, note }: ParsedOf<typeof contract.lift>): Promise<Stepped> =>
  stepped(await advance(ctx, caseLine, 'lift', id, { set: { ended_on: ctx.today }, note }))

const stepped = ({ id, number, state }: { id: string; number: string; state: string }): Stepped => ({
  id,
  number,
  state: state as Stepped['state'],
})
