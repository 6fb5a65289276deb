import { sql } from 'kysely'
import { uuidv7 } from 'uuidv7'
import { dayOf } from '../calendar/days.ts'
import { fail } from '../contract/errors.ts'
import type { Sealer } from '../crypto/seal.ts'
import { asOwner, type Database, type Tx } from '../db/database.ts'
import { lineageOf } from '../org/path.ts'
import { checkIdNumber } from '../people/identity.ts'
import { sealField } from '../people/sealed.ts'
import { personInitials } from '../search/initials.ts'
import { officeRoles } from './offices.ts'
import { bindPhone } from './register.ts'

type House = { db: Database; federationId: string; sealer: Sealer }
/** What the holder of the phone says of himself. */
export type Claim = { phone: string; name: string; idNumber: string }
type Former = { id: string; org_path: string }
type Checked = Claim & {
  index: string
  idIndex: string
  kind: 'resident' | 'hongkong_macao' | 'taiwan' | 'foreigner'
  birthOn: string
  sex: 'male' | 'female'
}

const kinds = {
  resident: 'resident',
  hongKongMacao: 'hongkong_macao',
  taiwan: 'taiwan',
  foreigner: 'foreigner',
} as const

/**
 * “这不是我”: a number that was given out again is taken off its former holder and bound to who holds it now, who has just proven it by a code and says name
 * and document number (D:B4.3). Nothing of the former holder is told; the officers of that union are. @returns the account of the holder
 * @throws Failure 409 it is the same person, the number has an account of its own, or a post is held with this phone; 422 what does not fit
 */
export async function claimPhone(
  house: House,
  held: { accountId: string; personId: string },
  claim: Claim,
  now: string,
): Promise<string> {
  const checked = checkClaim(house, claim, dayOf(now))
  return asOwner(house.db, async (tx) => {
    const former = await takeFormer(tx, house, held, checked.index, dayOf(now))
    const twinId = await findClaimant(tx, house, checked, former.id)
    await release(tx, house, held.accountId, former, checked.index, now)
    const personId = twinId ?? (await addClaimant(tx, house, checked, dayOf(now)))
    const { sealed, index } = sealField(house.sealer, 'phone', personId, checked.phone)
    await tx
      .updateTable('persons')
      .set({ phone_sealed: sealed, phone_index: index })
      .where('federation_id', '=', house.federationId)
      .where('id', '=', personId)
      .execute()
    await tellUnion(tx, house, former, now)
    return bindPhone(tx, house.federationId, personId, checked.index, now)
  })
}

function checkClaim({ sealer }: House, claim: Claim, today: string): Checked {
  const id = checkIdNumber(claim.idNumber, today)
  if (!id.ok) return fail(422, id.reason)
  return {
    ...claim,
    idNumber: id.value,
    idIndex: sealer.blindIndex('id', id.value),
    index: sealer.blindIndex('phone', claim.phone),
    kind: kinds[id.kind],
    birthOn: id.birthOn,
    sex: id.sex,
  }
}

/** Whose record the phone has opened. An office is not taken over by a phone. */
async function takeFormer(
  tx: Tx,
  { federationId }: House,
  held: { accountId: string; personId: string },
  index: string,
  today: string,
): Promise<Former> {
  const account = await tx
    .selectFrom('account_users')
    .select('phone_index')
    .where('federation_id', '=', federationId)
    .where('id', '=', held.accountId)
    .forUpdate()
    .executeTakeFirst()
  if (account?.phone_index !== index) fail(422, '手机号和登录用的不一样，请填现在登录的手机号')
  const post = await tx
    .selectFrom('posts')
    .select('id')
    .where('federation_id', '=', federationId)
    .where('person_id', '=', held.personId)
    .where('role', 'in', officeRoles)
    .where('valid_from', '<=', today)
    .where((eb) => eb.or([eb('valid_to', 'is', null), eb('valid_to', '>=', today)]))
    .executeTakeFirst()
  if (post) fail(409, '这个手机号要由工会核对后才能换，请带身份证到街道总工会窗口办理')
  return tx
    .selectFrom('persons')
    .select(['id', 'org_path'])
    .where('federation_id', '=', federationId)
    .where('id', '=', held.personId)
    .executeTakeFirstOrThrow()
}

/** The record with the number, when it is free to be bound to a phone; null when there is none. */
async function findClaimant(tx: Tx, { federationId }: House, claim: Checked, formerId: string): Promise<string | null> {
  const person = await tx
    .selectFrom('persons as p')
    .leftJoin('account_users as u', (join) =>
      join.onRef('u.federation_id', '=', 'p.federation_id').onRef('u.person_id', '=', 'p.id'),
    )
    .select(['p.id', 'p.name', 'u.phone_index', 'u.username'])
    .where('p.federation_id', '=', federationId)
    .where('p.id_number_index', '=', claim.idIndex)
    .where('p.merged_into', 'is', null)
    .executeTakeFirst()
  if (!person) return null
  if (person.name !== claim.name) fail(422, '姓名和证件号码对不上，请对照身份证改正；改不好请到街道总工会窗口办理')
  if (person.id === formerId) fail(409, '这个手机号登记的就是您，不用换')
  if (person.phone_index !== null || person.username !== null)
    fail(409, '您已有账号，绑的是另一个手机号。请用原来的手机号或密码登录，或带身份证到街道总工会窗口换号')
  return person.id
}

async function release(
  tx: Tx,
  { federationId }: House,
  accountId: string,
  former: Former,
  index: string,
  now: string,
): Promise<void> {
  await tx
    .updateTable('persons')
    .set({ phone_sealed: null, phone_index: null })
    .where('federation_id', '=', federationId)
    .where('id', '=', former.id)
    .where('phone_index', '=', index)
    .execute()
  await tx
    .updateTable('account_users')
    .set({ phone_index: null, updated_at: now })
    .where('federation_id', '=', federationId)
    .where('id', '=', accountId)
    .execute()
  await tx
    .deleteFrom('account_sessions')
    .where('federation_id', '=', federationId)
    .where('user_id', '=', accountId)
    .where('method', '=', 'phone_code')
    .execute()
}

async function addClaimant(tx: Tx, house: House, claim: Checked, today: string): Promise<string> {
  const id = uuidv7()
  const number = sealField(house.sealer, 'id_number', id, claim.idNumber)
  await tx
    .insertInto('persons')
    .values({
      federation_id: house.federationId,
      id,
      org_path: `${house.federationId}.`,
      name: claim.name,
      initials: personInitials(claim.name),
      id_kind: claim.kind,
      id_number_sealed: number.sealed,
      id_number_index: number.index,
      sex: claim.sex,
      birth_on: claim.birthOn,
      collected_on: today,
      verified_level: 1,
      verified_channel: 'format',
    })
    .execute()
  return id
}

/** The nearest officers above the former holder hear that the phone is gone, so that they ask for the new one. */
async function tellUnion(tx: Tx, { federationId }: House, former: Former, now: string): Promise<void> {
  const today = dayOf(now)
  const officers = await tx
    .selectFrom('posts')
    .select(['person_id', 'org_path'])
    .where('federation_id', '=', federationId)
    .where('org_path', 'in', lineageOf(former.org_path))
    .where('role', 'in', ['enterprise_chair', 'community_officer', 'street_officer', 'district_officer'])
    .where('valid_from', '<=', today)
    .where((eb) => eb.or([eb('valid_to', 'is', null), eb('valid_to', '>=', today)]))
    .orderBy(sql`length(org_path)`, 'desc')
    .execute()
  const nearest = officers
    .filter(({ org_path }) => org_path === officers[0]?.org_path)
    .map(({ person_id }) => person_id)
  const body =
    '登记在一名职工名下的手机号已经换了机主，由新机主实名认领，原来的绑定已解除。请联系这名职工，登记新的手机号。'
  const rows = [...new Set(nearest)].map((recipient_id) => ({
    federation_id: federationId,
    id: uuidv7(),
    recipient_id,
    line: 'people',
    record_id: former.id,
    title: '有职工的手机号换了机主',
    body,
    at: now,
  }))
  if (rows.length > 0) await tx.insertInto('notices').values(rows).execute()
}
