import { uuidv7 } from 'uuidv7'
import { fail } from '../contract/errors.ts'
import type { Sealer } from '../crypto/seal.ts'
import { asOwner, type Database, type Tx } from '../db/database.ts'
import { hashPassword, passwordFault } from './password-rules.ts'
import { writePassword } from './passwords.ts'
import { findPhone } from './phone.ts'

export type NewAccount = {
  personId: string
  /** Small letters, digits, `_` and `.`, beginning with a letter, 3 to 30 long. */
  username: string
  phone?: string
  password: string
  mustChangePassword: boolean
}

type House = { db: Database; federationId: string; sealer: Pick<Sealer, 'blindIndex' | 'seal'> }

/** Opens an account with a username and a password for a person of the registry. Returns its id. @throws Failure 404, 409, 422 */
export async function registerAccount(house: House, account: NewAccount, now: string): Promise<string> {
  const username = account.username.trim().toLowerCase()
  if (!/^[a-z][a-z0-9_.]{2,29}$/.test(username)) fail(422, '用户名用小写字母开头，3 到 30 位，可含数字、下划线和点')
  const fault = passwordFault(account.password)
  if (fault) fail(422, fault)
  const phoneIndex = account.phone === undefined ? null : indexOf(house, account.phone)
  const hash = await hashPassword(account.password)
  return asOwner(house.db, async (tx) => {
    await requireFree(tx, house.federationId, { personId: account.personId, username, phoneIndex })
    const id = uuidv7()
    await tx
      .insertInto('account_users')
      .values({
        federation_id: house.federationId,
        id,
        person_id: account.personId,
        username,
        label: username,
        phone_index: phoneIndex,
        created_at: now,
        updated_at: now,
      })
      .execute()
    await writePassword(tx, house.federationId, id, { hash, mustChange: account.mustChangePassword }, now)
    return id
  })
}

function indexOf({ sealer }: House, typed: string): string {
  const phone = findPhone(typed) ?? fail(422, '手机号应是 11 位数字，请核对')
  return sealer.blindIndex('phone', phone)
}

async function requireFree(
  tx: Tx,
  federationId: string,
  wanted: { personId: string; username: string; phoneIndex: string | null },
): Promise<void> {
  const person = tx.selectFrom('persons').where('federation_id', '=', federationId).where('id', '=', wanted.personId)
  if (!(await person.select('id').forUpdate().executeTakeFirst())) fail(404, '人员库里没有这个人，请先登记人员')
  const taken = await tx
    .selectFrom('account_users')
    .select(['person_id', 'username'])
    .where('federation_id', '=', federationId)
    .where((eb) =>
      eb.or([
        eb('person_id', '=', wanted.personId),
        eb('username', '=', wanted.username),
        ...(wanted.phoneIndex === null ? [] : [eb('phone_index', '=', wanted.phoneIndex)]),
      ]),
    )
    .executeTakeFirst()
  if (!taken) return
  if (taken.person_id === wanted.personId) fail(409, '这个人已经有账号，不能再开一个')
  if (taken.username === wanted.username) fail(409, '用户名已被使用，请换一个')
  fail(409, '这个手机号已绑定别的账号，请核对')
}

/**
 * The account of somebody who has just proven to hold a phone. First the account with that phone; else the one person of the registry with that phone, whose
 * account is found or opened; else a new person about whom nothing is known yet but the phone: collected today, at the root of the federation, where
 * the district sees whom to assign. Such a person may already appeal.
 */
export function accountOfPhone(house: House, phone: string, now: string, today: string): Promise<string> {
  const index = house.sealer.blindIndex('phone', phone)
  const { federationId } = house
  return asOwner(house.db, async (tx) => {
    const account = tx
      .selectFrom('account_users')
      .where('federation_id', '=', federationId)
      .where('phone_index', '=', index)
    const known = await account.select('id').executeTakeFirst()
    if (known) return known.id
    const persons = tx.selectFrom('persons').where('federation_id', '=', federationId).where('phone_index', '=', index)
    const [person, another] = await persons.select('id').limit(2).execute()
    const isCertain = person !== undefined && another === undefined
    const personId = isCertain ? person.id : await addPerson(tx, house, { phone, index, today })
    return bindPhone(tx, federationId, personId, index, now)
  })
}

async function addPerson(
  tx: Tx,
  house: House,
  found: { phone: string; index: string; today: string },
): Promise<string> {
  const id = uuidv7()
  await tx
    .insertInto('persons')
    .values({
      federation_id: house.federationId,
      id,
      org_path: `${house.federationId}.`,
      name: '未登记姓名',
      id_kind: 'unknown',
      phone_sealed: house.sealer.seal(found.phone, `persons.phone:${id}`),
      phone_index: found.index,
      sex: 'unknown',
      collected_on: found.today,
    })
    .execute()
  return id
}

/**
 * The registry says whose phone it is: an account the person already has takes the phone, in place of an older one. Returns the account's id.
 * @param phoneIndex blind index of the phone
 */
export async function bindPhone(
  tx: Tx,
  federationId: string,
  personId: string,
  phoneIndex: string,
  now: string,
): Promise<string> {
  const id = uuidv7()
  const { id: bound } = await tx
    .insertInto('account_users')
    .values({
      federation_id: federationId,
      id,
      person_id: personId,
      label: id,
      phone_index: phoneIndex,
      created_at: now,
      updated_at: now,
    })
    .onConflict((c) =>
      c.columns(['federation_id', 'person_id']).doUpdateSet({ phone_index: phoneIndex, updated_at: now }),
    )
    .returning('id')
    .executeTakeFirstOrThrow()
  return bound
}
