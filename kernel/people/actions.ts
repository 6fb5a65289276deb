import { sql } from 'kysely'
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

type Actions = Pick<Handlers<typeof contract, Ctx>, 'reveal' | 'add' | 'edit' | 'releasePhone'>
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

/** Where somebody belongs who is in no union: the place given, else the community of the firm, else the union of the post. */
async function belongsTo(ctx: Ctx, input: Pick<Add, 'place' | 'enterpriseId'>): Promise<string> {
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
  const number =
    input.idNumber === undefined ? undefined : sealField(ctx.house.sealer, 'id_number', id, document.idNumber ?? null)
  const phone =
    input.phone === undefined
      ? undefined
      : sealField(ctx.house.sealer, 'phone', id, input.phone ? checkedPhone(input.phone) : null)
  await refuseTwin(ctx, number?.index ?? null, id)
  if (input.place !== undefined && person.membership !== 'none')
    fail(422, '会员登记在他的工会名下。换了工会请办转会，不要在这里改地方')
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
    org_path: input.place === undefined ? undefined : await belongsTo(ctx, input),
    occupation: input.occupation,
    is_new_form: input.isNewForm,
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

/** The number was given to somebody else by the operator: it leaves this record and its account, which then must prove itself otherwise (D:B4.3). */
const releasePhone: Actions['releasePhone'] = async (ctx, { id, reason }) => {
  const person = await getPerson(ctx, 'people.releasePhone', id)
  if (person.phone_sealed === null) fail(409, '这个人没有登记手机号，不用释放')
  await sql`select nf_release_phone(${id}::uuid)`.execute(ctx.tx)
  ctx.audit = { line: 'people', recordId: id, reason: `释放手机号：${reason}` }
  return { id }
}

export const actions: Actions = { reveal, add, edit, releasePhone }
