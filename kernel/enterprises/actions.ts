import { uuidv7 } from 'uuidv7'
import type { Handlers } from '../contract/contract.ts'
import { fail } from '../contract/errors.ts'
import type { Ctx } from '../ctx.ts'
import { getOrg } from '../org/queries.ts'
import { checkCreditCode } from '../people/identity.ts'
import type { contract } from './contract.ts'
import { enterpriseInitials } from './name.ts'
import { mayEdit } from './queries.ts'
import { lives } from './words.ts'

type Actions = Pick<Handlers<typeof contract, Ctx>, 'add' | 'edit' | 'setLife'>

/** The employer's code, never a union's (D:B4). @throws Failure 422 */
function employerCode(raw: string): string {
  const code = checkCreditCode(raw)
  if (!code.ok) return fail(422, code.reason)
  return code.isUnion ? fail(422, '这是工会的信用代码（81 开头），请填营业执照上的代码') : code.value
}

async function refuseTwin(ctx: Ctx, creditCode: string, except?: string): Promise<void> {
  const twin = await ctx.tx
    .selectFrom('enterprises')
    .select(['id', 'name'])
    .where('federation_id', '=', ctx.actor.federationId)
    .where('credit_code', '=', creditCode)
    .$if(except !== undefined, (q) => q.where('id', '!=', except ?? ''))
    .executeTakeFirst()
  if (twin) fail(409, `这个信用代码已登记在“${twin.name}”名下，请打开那条记录修改，不要重复登记`, { id: twin.id })
}

/** A place where work is done: a living union of the actor's own reach. */
async function checkedPlace(ctx: Ctx, path: string): Promise<string> {
  const org = await getOrg(ctx, { path })
  if (!mayEdit(ctx, org.path)) fail(403, `${org.name}不在您的辖区，请选辖区内的社区`)
  if (org.valid_to !== null && org.valid_to <= ctx.today) fail(422, `${org.name}已经撤销，请另选社区`)
  return org.path
}

function refuseFuture(ctx: Ctx, day: string | undefined, what: string): void {
  if (day !== undefined && day > ctx.today) fail(422, `${what}不能晚于今天`)
}

const add: Actions['add'] = async (ctx, input) => {
  const creditCode = input.creditCode ? employerCode(input.creditCode) : null
  if (creditCode) await refuseTwin(ctx, creditCode)
  refuseFuture(ctx, input.headcountOn, '人数的统计日期')
  refuseFuture(ctx, input.openedOn, '开业日期')
  const id = uuidv7()
  await ctx.tx
    .insertInto('enterprises')
    .values({
      federation_id: ctx.actor.federationId,
      id,
      org_path: await checkedPlace(ctx, input.place),
      union_id: input.unionId ? (await getOrg(ctx, { id: input.unionId })).id : null,
      credit_code: creditCode,
      name: input.name,
      initials: enterpriseInitials(input.name),
      industry: input.industry,
      headcount: input.headcount,
      headcount_on: input.headcountOn ?? ctx.today,
      headcount_source: input.headcountSource,
      is_new_form: input.isNewForm,
      address: input.address,
      opened_on: input.openedOn ?? ctx.today,
    })
    .execute()
  ctx.audit = { line: 'enterprises', recordId: id, reason: `登记 ${input.name}` }
  return { id }
}

/** The firm, locked, when the actor may change it. @throws Failure 404, 403 */
async function takeEnterprise(ctx: Ctx, id: string) {
  const found = await ctx.tx
    .selectFrom('enterprises')
    .select(['id', 'name', 'org_path', 'headcount', 'opened_on'])
    .where('federation_id', '=', ctx.actor.federationId)
    .where('id', '=', id)
    .executeTakeFirst()
  if (!found) fail(404, '没有找到这家企业，请从列表重新进入')
  if (!mayEdit(ctx, found.org_path)) fail(403, '这家企业不在您的辖区，请联系它所在的街道或社区工会')
  await ctx.tx
    .selectFrom('enterprises')
    .select('id')
    .where('federation_id', '=', ctx.actor.federationId)
    .where('id', '=', id)
    .forUpdate()
    .execute()
  return found
}

const columnTitles: Record<string, string> = {
  name: '名称',
  credit_code: '信用代码',
  org_path: '所在社区',
  union_id: '所属工会',
  headcount: '人数',
  industry: '行业',
  is_new_form: '新就业形态',
  address: '地址',
  opened_on: '开业日期',
}

type Edit = Parameters<Actions['edit']>[1]

/** The columns to be written; undefined stays as it is. */
async function changesOf(ctx: Ctx, input: Edit, before: { headcount: number }) {
  const { id, name, creditCode, headcount, headcountOn, unionId } = input
  const code = creditCode === '' ? null : creditCode && employerCode(creditCode)
  if (code) await refuseTwin(ctx, code, id)
  const isCounted = headcount !== undefined && (headcount !== before.headcount || headcountOn !== undefined)
  if (isCounted && input.headcountSource === undefined) fail(422, '改人数时请选人数来源：社保、单位申报或走访')
  return {
    name,
    initials: name === undefined ? undefined : enterpriseInitials(name),
    credit_code: code,
    org_path: input.place === undefined ? undefined : await checkedPlace(ctx, input.place),
    union_id: unionId ? (await getOrg(ctx, { id: unionId })).id : unionId,
    union_since: unionId === undefined ? undefined : ctx.today,
    headcount,
    headcount_on: isCounted ? (headcountOn ?? ctx.today) : undefined,
    headcount_source: input.headcountSource,
    industry: input.industry,
    is_new_form: input.isNewForm,
    address: input.address,
    opened_on: input.openedOn,
  }
}

const edit: Actions['edit'] = async (ctx, input) => {
  const { id } = input
  const before = await takeEnterprise(ctx, id)
  refuseFuture(ctx, input.headcountOn, '人数的统计日期')
  refuseFuture(ctx, input.openedOn, '开业日期')
  const changes = await changesOf(ctx, input, before)
  const given = Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined))
  if (Object.keys(given).length === 0) fail(400, '没有要改的内容')
  await ctx.tx
    .updateTable('enterprises')
    .set(given)
    .where('federation_id', '=', ctx.actor.federationId)
    .where('id', '=', id)
    .execute()
  ctx.audit = {
    line: 'enterprises',
    recordId: id,
    reason: `修改 ${before.name}：${Object.keys(given)
      .flatMap((column) => columnTitles[column] ?? [])
      .join('、')}`,
  }
  return { id }
}

const setLife: Actions['setLife'] = async (ctx, { id, life, on = ctx.today, reason }) => {
  const before = await takeEnterprise(ctx, id)
  refuseFuture(ctx, on, '日期')
  if (on < before.opened_on) fail(422, `日期不能早于开业日期 ${before.opened_on}`)
  await ctx.tx
    .updateTable('enterprises')
    .set({ life, closed_on: life === 'alive' ? null : on })
    .where('federation_id', '=', ctx.actor.federationId)
    .where('id', '=', id)
    .execute()
  ctx.audit = { line: 'enterprises', recordId: id, reason: `${before.name} 改为${lives[life]}（${on}）：${reason}` }
  return { id }
}

export const actions: Actions = { add, edit, setLife }
