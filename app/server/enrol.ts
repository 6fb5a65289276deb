import { uuidv7 } from 'uuidv7'
import type { Role } from '../../kernel/access/roles.ts'
import { writePassword } from '../../kernel/accounts/passwords.ts'
import type { Sealer } from '../../kernel/crypto/seal.ts'
import type { Tx } from '../../kernel/db/database.ts'
import { personInitials } from '../../kernel/search/initials.ts'

export type Place = { federationId: string; orgId: string; orgPath: string }
export type Times = { now: string; today: string }

/** Enters somebody into the registry of people, about whom only the name and perhaps the phone are known. Returns the id. */
export async function addPerson(
  tx: Tx,
  sealer: Pick<Sealer, 'seal' | 'blindIndex'>,
  place: Place,
  person: { name: string; phone?: string | undefined },
  today: string,
): Promise<string> {
  const id = uuidv7()
  const { name, phone } = person
  const sealed = phone
    ? { phone_sealed: sealer.seal(phone, `persons.phone:${id}`), phone_index: sealer.blindIndex('phone', phone) }
    : {}
  await tx
    .insertInto('persons')
    .values({
      federation_id: place.federationId,
      id,
      org_path: place.orgPath,
      name,
      initials: personInitials(name),
      id_kind: 'unknown',
      sex: 'unknown',
      collected_on: today,
      ...sealed,
    })
    .execute()
  return id
}

/** Gives a person a post in a union from today. */
export async function addPost(
  tx: Tx,
  place: Place,
  post: { personId: string; role: Role; title: string },
  today: string,
): Promise<void> {
  await tx
    .insertInto('posts')
    .values({
      federation_id: place.federationId,
      id: uuidv7(),
      person_id: post.personId,
      org_id: place.orgId,
      org_path: place.orgPath,
      role: post.role,
      title: post.title,
      valid_from: today,
    })
    .execute()
}

/**
 * Opens the account in the same transaction as the person and the post, so that a crash leaves all of them or none. The password must be changed at the
 * first sign-in: somebody else has seen it.
 * @param account.hash of a password that keeps the rules. Returns the id
 */
export async function addAccount(
  tx: Tx,
  federationId: string,
  account: { personId: string; username: string; phoneIndex?: string | null; hash: string },
  now: string,
): Promise<string> {
  const id = uuidv7()
  const { personId, username, phoneIndex = null, hash } = account
  await tx
    .insertInto('account_users')
    .values({
      federation_id: federationId,
      id,
      person_id: personId,
      username,
      label: username,
      phone_index: phoneIndex,
      created_at: now,
      updated_at: now,
    })
    .execute()
  await writePassword(tx, federationId, id, { hash, mustChange: true }, now)
  return id
}
