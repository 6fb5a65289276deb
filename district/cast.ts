import type { Insertable } from 'kysely'
import type { Actor } from '../kernel/access/actor.ts'
import type { Role } from '../kernel/access/roles.ts'
import type { Sealer } from '../kernel/crypto/seal.ts'
import type { Persons, Posts } from '../kernel/db/schema.gen.ts'
import { sealField } from '../kernel/people/sealed.ts'
import { personInitials } from '../kernel/search/initials.ts'
import { idNumberOf, phoneOf } from './marks.ts'
import { seededId } from './random.ts'

/** Where somebody sits: a union of the tree. */
export type Seat = { federationId: string; orgId: string; orgPath: string; orgName: string }
/** Where somebody works; the seat is then the firm's union. */
export type Job = {
  enterpriseId: string
  unionId: string | null
  isNewForm: boolean
  isMember: boolean
  communityPath: string
}

/** Somebody with a name who acts: an officer in a post, or a worker without one. */
export type Cast = Seat & {
  personId: string
  /** Null for workers, who need no post. */
  postId: string | null
  role: Role
  name: string
  sex: 'male' | 'female'
  title: string
  phone: string
  idNumber: string
  birthOn: string
  job: Job | null
  /** Short and easy to type; only those who open the demonstration have one. */
  username: string | null
}

export type Part = { role: Role; name: string; sex: 'male' | 'female'; title: string; username?: string }
export type Casting = (part: Part, seat: Seat, job?: Job) => Cast

/**
 * Gives out parts, each person with a number, phone and identifiers of their own.
 * @param kind tells one cast from another. @param first number of the first person, beyond those of the district's workers.
 */
export function createCasting(kind: string, first: number): Casting {
  let count = 0
  return ({ role, name, sex, title, username }, seat, job) => {
    const n = count++
    const birthOn = `${1970 + ((n * 7) % 25)}-0${1 + ((n * 5) % 9)}-${10 + ((n * 11) % 18)}`
    return {
      ...seat,
      personId: seededId(`${kind} person`, n),
      postId: role === 'worker' ? null : seededId(`${kind} post`, n),
      role,
      name,
      sex,
      title,
      phone: phoneOf(first + n),
      idNumber: idNumberOf(first + n, birthOn, sex),
      birthOn,
      job: job ?? null,
      username: username ?? null,
    }
  }
}

/** Somebody as an actor, ready to act. @param accountId the account signed in with, when there is one */
export const actorOf = (cast: Cast, accountId: string | null = null): Actor => ({
  federationId: cast.federationId,
  accountId,
  personId: cast.personId,
  postId: cast.postId,
  role: cast.role,
  orgPath: cast.postId ? cast.orgPath : '',
  orgName: cast.postId ? cast.orgName : '',
  name: cast.name,
})

/** Encrypted number and phone with their blind indexes; empty without a sealer, for tests that need neither. */
export function sealedOf(sealer: Sealer | null, personId: string, idNumber: string, phone: string) {
  if (!sealer) return {}
  const id = sealField(sealer, 'id_number', personId, idNumber)
  const mobile = sealField(sealer, 'phone', personId, phone)
  return {
    id_number_sealed: id.sealed,
    id_number_index: id.index,
    phone_sealed: mobile.sealed,
    phone_index: mobile.index,
  }
}

/** Their days in the funnel lie before 2023, so that they change none of its figures. */
const DAYS = { collected_on: '2021-03-01', verified_on: '2021-06-01', joined_on: '2021-06-08' } as const

export function castPersonRow(cast: Cast, sealer: Sealer | null): Insertable<Persons> {
  const { job } = cast
  const isMember = job?.isMember ?? true
  return {
    federation_id: cast.federationId,
    id: cast.personId,
    org_path: isMember ? cast.orgPath : (job?.communityPath ?? cast.orgPath),
    name: cast.name,
    initials: personInitials(cast.name),
    ...sealedOf(sealer, cast.personId, cast.idNumber, cast.phone),
    sex: cast.sex,
    birth_on: cast.birthOn,
    enterprise_id: job?.enterpriseId ?? null,
    union_id: isMember ? (job?.unionId ?? null) : null,
    occupation: cast.title,
    is_new_form: job?.isNewForm ?? false,
    ...DAYS,
    joined_on: isMember ? DAYS.joined_on : null,
    membership: isMember && job?.unionId ? 'full' : 'none',
    member_since: isMember && job?.unionId ? DAYS.joined_on : null,
    verified_level: 2,
    verified_channel: 'police',
    new_form_kind: '',
  }
}

/** The post of somebody who has one. */
export const castPostRows = ({
  postId,
  personId,
  federationId,
  orgId,
  orgPath,
  role,
  title,
}: Cast): Insertable<Posts>[] =>
  postId
    ? [
        {
          federation_id: federationId,
          id: postId,
          person_id: personId,
          org_id: orgId,
          org_path: orgPath,
          role,
          title,
          valid_from: '2022-01-01',
        },
      ]
    : []
