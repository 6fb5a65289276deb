import { uuidv7 } from 'uuidv7'
import type { Handlers } from '../contract/contract.ts'
import { fail } from '../contract/errors.ts'
import type { Ctx } from '../ctx.ts'
import { getOrg } from '../org/queries.ts'
import { personInitials } from '../search/initials.ts'
import { ageWarnings, type Checked, checkDocument, checkedPhone } from './checked.ts'
import type { contract } from './contract.ts'
import { getPerson } from './queries.ts'
import { openField, sealField } from './sealed.ts'
import { revealable } from './words.ts'

type Actions = Pick<Handlers<typeof contract, Ctx>, 'reveal' | 'add' | 'edit'>
type Add = Parameters<Actions['add']>[1]

/** The whole value, once, against a reason that the audit log keeps (D:C13.1). */
const reveal: Actions['reveal'] = async (ctx, { id, field, reason }) => {
  const person = await getPerson(ctx, 'people.reveal', id)
  const sealed = field === 'phone' ? person.phone_sealed : person.id_number_sealed
  ctx.audit = { line: 'people', recordId: id, reason: `查看${revealable[field]}：${reason}` }
  if (sealed === null) fail(404, `这个人没有登记${revealable[field]}`)
  return { value: openField(ctx.house.sealer, field, id, sealed) }
}

const taken = '这个证件号码已经登记在册。如果不在您的辖区，请对方工会办理转会，或请上一级工会查找，不要重复登记'

/** The one who bears the number already, as far as the actor may see; the unique index catches the others. @throws Failure 409 */
async function refuseTwin(ctx: Ctx, index: string | null, except?: string): Promise<void> {
  if (index === null) return
  const twin = await ctx.tx
    .selectFrom('persons')
    .select(['id', 'name'])
    .where('federation_id', '=', ctx.actor.federationId)
    .where('id_number_index', '=', index)
    .$if(except !== undefined, (q) => q.where('id', '!=', except ?? ''))
    .executeTakeFirst()
  if (twin) fail(409, `这个证件号码已登记在${twin.name}名下，请打开那条记录修改，不要重复登记`, { id: twin.id })
}

/** One phone may be a family's, so it is no error, but whoever types should look twice. */
async function phoneWarnings(ctx: Ctx, index: string | null, except: string): Promise<string[]> {
  if (index === null) return []
  const others = await ctx.tx
    .selectFrom('persons')
    .select('name')
    .where('federation_id', '=', ctx.actor.federationId)
    .where('phone_index', '=', index)
    .where('id', '!=', except)
    .limit(3)
    .execute()
  return others.length === 0
    ? []
    : [`这个手机号还登记在${others.map((other) => other.name).join('、')}名下，请核对是不是本人的`]
}

/** Where the person belongs: the union, else the place given, else the community of the firm, else the union of the post. */
async function belongsTo(ctx: Ctx, input: Pick<Add, 'unionId' | 'place' | 'enterpriseId'>): Promise<string> {
  if (input.unionId) return (await getOrg(ctx, { id: input.unionId })).path
  if (input.place) return (await getOrg(ctx, { path: input.place })).path
  if (!input.enterpriseId) return ctx.actor.orgPath
  const firm = await ctx.tx
    .selectFrom('enterprises')
    .select('org_path')
    .where('federation_id', '=', ctx.actor.federationId)
    .where('id', '=', input.enterpriseId)
    .executeTakeFirst()
  return firm?.org_path ?? fail(422, '没有找到这家企业，请重新选择')
}

const add: Actions['add'] = async (ctx, input) => {
  const id = uuidv7()
  const document = checkDocument(input, ctx.today)
  const number = sealField(ctx.house.sealer, 'id_number', id, document.idNumber ?? null)
  const phone = sealField(ctx.house.sealer, 'phone', id, input.phone ? checkedPhone(input.phone) : null)
  await refuseTwin(ctx, number.index)
  const added = await ctx.tx
    .insertInto('persons')
    .values({
      federation_id: ctx.actor.federationId,
      id,
      org_path: await belongsTo(ctx, input),
      name: input.name,
      initials: personInitials(input.name),
      id_kind: document.idKind ?? 'unknown',
      id_number_sealed: number.sealed,
      id_number_index: number.index,
      phone_sealed: phone.sealed,
      phone_index: phone.index,
      sex: document.sex ?? 'unknown',
      birth_on: document.birthOn ?? null,
      enterprise_id: input.enterpriseId ?? null,
      union_id: input.unionId ?? null,
      occupation: input.occupation ?? '',
      is_new_form: input.isNewForm ?? false,
      collected_on: ctx.today,
    })
    .onConflict((c) => c.doNothing())
    .executeTakeFirst()
  if (added.numInsertedOrUpdatedRows !== 1n) fail(409, taken)
  ctx.audit = { line: 'people', recordId: id, reason: '登记人员' }
  return { id, warnings: [...ageWarnings(document.birthOn, ctx.today), ...(await phoneWarnings(ctx, phone.index, id))] }
}

const edit: Actions['edit'] = async (ctx, { id, ...input }) => {
  const person = await getPerson(ctx, 'people.edit', id)
  const document: Checked = checkDocument(input, ctx.today)
  if (input.verifiedOn && input.verifiedOn > ctx.today) fail(422, '认证日期不能晚于今天')
  const number =
    input.idNumber === undefined ? undefined : sealField(ctx.house.sealer, 'id_number', id, document.idNumber ?? null)
  const phone =
    input.phone === undefined
      ? undefined
      : sealField(ctx.house.sealer, 'phone', id, input.phone ? checkedPhone(input.phone) : null)
  await refuseTwin(ctx, number?.index ?? null, id)
  const isMoved = input.unionId !== undefined || input.place !== undefined
  const changes = {
    name: input.name,
    initials: input.name === undefined ? undefined : personInitials(input.name),
    id_kind: document.idKind,
    id_number_sealed: number?.sealed,
    id_number_index: number?.index,
    phone_sealed: phone?.sealed,
    phone_index: phone?.index,
    sex: document.sex,
    birth_on: document.birthOn,
    enterprise_id: input.enterpriseId,
    union_id: input.unionId,
    org_path: isMoved ? await belongsTo(ctx, { enterpriseId: person.enterprise_id, ...input }) : undefined,
    occupation: input.occupation,
    is_new_form: input.isNewForm,
    verified_on: input.verifiedOn,
  }
  const given = Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined))
  if (Object.keys(given).length === 0) fail(400, '没有要改的内容')
  await save(ctx, id, given)
  ctx.audit = { line: 'people', recordId: id, reason: '修改人员信息' }
  return {
    id,
    warnings: [...ageWarnings(document.birthOn, ctx.today), ...(await phoneWarnings(ctx, phone?.index ?? null, id))],
  }
}

async function save(ctx: Ctx, id: string, given: Record<string, unknown>): Promise<void> {
  try {
    await ctx.tx
      .updateTable('persons')
      .set(given)
      .where('federation_id', '=', ctx.actor.federationId)
      .where('id', '=', id)
      .execute()
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === '23505') fail(409, taken)
    throw error
  }
}

export const actions: Actions = { reveal, add, edit }
