import type { Day } from '../../kernel/calendar/days.ts'
import { fail } from '../../kernel/contract/errors.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { checkDocument } from '../../kernel/people/checked.ts'
import { openField } from '../../kernel/people/sealed.ts'

type IdKind = 'resident' | 'hongkong_macao' | 'taiwan' | 'foreigner' | 'passport'

/** Who applies, checked: the number is as it is compared. */
export type Identity = {
  name: string
  idKind: IdKind
  idNumber: string
  birthOn: Day
  sex: 'male' | 'female' | 'unknown'
}

export type TypedIdentity = {
  name?: string | undefined
  idKind: 'resident' | 'passport'
  idNumber?: string | undefined
  birthOn?: Day | undefined
  sex?: 'male' | 'female' | undefined
}

/** How the registry calls somebody who came by phone and has not said a name. */
const UNNAMED = '未登记姓名'

/** @throws Failure 422 what is missing or wrong, and what to do */
export function checkIdentity(ctx: Ctx, typed: TypedIdentity): Identity {
  const { name, idNumber, birthOn } = typed
  if (!name) fail(422, '请填写姓名')
  if (!idNumber) fail(422, '请填写证件号码')
  const isPassport = typed.idKind === 'passport'
  if (isPassport && !birthOn) fail(422, '用护照的，请填写出生日期')
  const checked = checkDocument(
    { idNumber, sex: typed.sex, birthOn, ...(isPassport ? { idKind: 'passport' as const } : {}) },
    ctx.today,
  )
  return {
    name,
    idKind: checked.idKind as IdKind,
    idNumber: checked.idNumber ?? '',
    birthOn: checked.birthOn ?? birthOn ?? '',
    sex: checked.sex ?? 'unknown',
  }
}

/** The actor's own record; `lock` keeps it until the transaction ends. @throws Failure 401 nobody signed in */
export async function getOwn(ctx: Ctx, options: { lock?: boolean } = {}) {
  const person = await ctx.tx
    .selectFrom('persons')
    .selectAll()
    .where('federation_id', '=', ctx.actor.federationId)
    .where('id', '=', ctx.actor.personId)
    .$if(options.lock === true, (q) => q.forUpdate())
    .executeTakeFirst()
  return person ?? fail(401, '请先登录，再申请入会')
}
export type Own = Awaited<ReturnType<typeof getOwn>>

/** What the registry knows already of somebody, so that it is not asked again; null when name, number or birthday are missing. */
export function identityOf(ctx: Ctx, person: Own): Identity | null {
  const { name, id_kind, id_number_sealed, birth_on, sex } = person
  if (name === UNNAMED || id_kind === 'unknown' || id_number_sealed === null || birth_on === null) return null
  const idNumber = openField(ctx.house.sealer, 'id_number', person.id, id_number_sealed)
  return { name, idKind: id_kind, idNumber, birthOn: birth_on, sex }
}

export const phoneOf = (ctx: Ctx, person: Pick<Own, 'id' | 'phone_sealed'>): string | null =>
  person.phone_sealed && openField(ctx.house.sealer, 'phone', person.id, person.phone_sealed)

type Column = 'name' | 'id_number' | 'phone'
const contextOf = (matterId: string, column: Column) => `membership.${column}:${matterId}`

/** The private columns of an application, sealed for it. */
export function sealIdentity(ctx: Ctx, matterId: string, identity: Identity) {
  const { sealer } = ctx.house
  return {
    name_sealed: sealer.seal(identity.name, contextOf(matterId, 'name')),
    id_kind: identity.idKind,
    id_number_sealed: sealer.seal(identity.idNumber, contextOf(matterId, 'id_number')),
    id_number_index: sealer.blindIndex('id', identity.idNumber),
    birth_on: identity.birthOn,
    sex: identity.sex,
  }
}

export function sealPhone(ctx: Ctx, matterId: string, phone: string | null) {
  const { sealer } = ctx.house
  return {
    phone_sealed: phone && sealer.seal(phone, contextOf(matterId, 'phone')),
    phone_index: phone && sealer.blindIndex('phone', phone),
  }
}

type Sealed = {
  id: string
  name_sealed: string
  id_kind: IdKind
  id_number_sealed: string
  phone_sealed: string | null
  birth_on: Day
  sex: Identity['sex']
}

/** The same opened again. */
export function openIdentity(ctx: Ctx, row: Sealed): Identity & { phone: string | null } {
  const open = (column: Column, sealed: string) => ctx.house.sealer.open(sealed, contextOf(row.id, column))
  return {
    name: open('name', row.name_sealed),
    idKind: row.id_kind,
    idNumber: open('id_number', row.id_number_sealed),
    phone: row.phone_sealed && open('phone', row.phone_sealed),
    birthOn: row.birth_on,
    sex: row.sex,
  }
}
