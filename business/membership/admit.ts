import { sql, type Updateable } from 'kysely'
import { fail } from '../../kernel/contract/errors.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import type { Persons } from '../../kernel/db/schema.gen.ts'
import { type MembershipKind, setMembership } from '../../kernel/people/membership.ts'
import { mergePersons } from '../../kernel/people/merge.ts'
import { sealField } from '../../kernel/people/sealed.ts'
import { personInitials } from '../../kernel/search/initials.ts'
import { nextNumber } from '../../kernel/workflow/numbers.ts'
import type { RowOf } from '../../kernel/workflow/record.ts'
import { openIdentity } from './identity.ts'
import { VERIFIED_FROM } from './rules/ladder.ts'
import type { Union } from './rules/way.ts'

type Row = RowOf<'membership'>

/** A record of the registry that an application is about: the applicant's own, or another with the same number. */
export type Known = {
  id: string
  isOwn: boolean
  membership: MembershipKind
  unionId: string | null
  isSameName: boolean
}
export type Records = { twin: Known | null; member: Known | null }

/** What the registry knows of an applicant: another record with the number, and which of the two is a member somewhere. */
export async function findRecords(ctx: Ctx, row: Row): Promise<Records> {
  const { rows } = await sql<Known>`
    select id, is_own as "isOwn", membership, union_id as "unionId", is_same_name as "isSameName"
    from nf_applicant_records(${row.id}::uuid, ${openIdentity(ctx, row).name})`.execute(ctx.tx)
  return {
    twin: rows.find(({ isOwn }) => !isOwn) ?? null,
    member: rows.find(({ membership }) => membership !== 'none') ?? null,
  }
}

const reason = '入会审核：同一证件号码'

/** Before somebody is taken in: the person comes into the union's sight, and two records of one person become one. @throws Failure 409 another name */
export async function settleIdentity(ctx: Ctx, row: Row, twin: Known | null): Promise<string> {
  await sql`select nf_adopt_applicant(${row.id}::uuid)`.execute(ctx.tx)
  if (!twin) return row.person_id
  if (!twin.isSameName) fail(409, '这个证件号码在登记册里是另一个姓名，请对照证件核对，不对就请他补正')
  const isMember = twin.membership !== 'none'
  const keepId = isMember ? twin.id : row.person_id
  await mergePersons(ctx, { keepId, goneId: isMember ? row.person_id : twin.id, reason })
  return keepId
}

/** Writes what the application says on the person's record and begins the membership. @param to.confirmsWork the union confirms that the person works there */
export async function admit(
  ctx: Ctx,
  row: Row,
  to: { personId: string; union: Union; kind: 'full' | 'pooled'; confirmsWork: boolean },
): Promise<{ memberNumber: string }> {
  const person = await ctx.tx
    .selectFrom('persons')
    .selectAll()
    .where('federation_id', '=', row.federation_id)
    .where('id', '=', to.personId)
    .executeTakeFirstOrThrow()
  const memberNumber = person.member_number ?? (await nextNumber(ctx, 'HY'))
  const changes = { ...identityOn(ctx, row, person), ...workOn(row, person), ...levelOn(ctx, person, to.confirmsWork) }
  await ctx.tx
    .updateTable('persons')
    .set({ ...changes, member_number: memberNumber, collected_on: person.collected_on ?? ctx.today })
    .where('federation_id', '=', row.federation_id)
    .where('id', '=', person.id)
    .execute()
  await setMembership(ctx, person.id, { kind: to.kind, unionId: to.union.id, on: ctx.today, reason: 'resumed' })
  return { memberNumber }
}

type Person = { id: string; id_number_sealed: string | null; phone_sealed: string | null }

function identityOn(ctx: Ctx, row: Row, person: Person): Updateable<Persons> {
  const identity = openIdentity(ctx, row)
  const { sealer } = ctx.house
  const number = sealField(sealer, 'id_number', person.id, identity.idNumber)
  const phone = sealField(sealer, 'phone', person.id, identity.phone)
  return {
    name: identity.name,
    initials: personInitials(identity.name),
    sex: identity.sex,
    birth_on: identity.birthOn,
    id_kind: identity.idKind,
    ...(person.id_number_sealed === null ? { id_number_sealed: number.sealed, id_number_index: number.index } : {}),
    ...(person.phone_sealed === null ? { phone_sealed: phone.sealed, phone_index: phone.index } : {}),
  }
}

const workOn = (row: Row, person: { occupation: string }): Updateable<Persons> => ({
  ...(row.enterprise_id ? { enterprise_id: row.enterprise_id } : {}),
  ...(row.new_form_kind ? { new_form_kind: row.new_form_kind, is_new_form: true } : {}),
  occupation: row.occupation || person.occupation,
})

/** The ladder goes up only: the number was checked when it was typed; a union that confirms the work lifts it to the top. */
function levelOn(
  ctx: Ctx,
  person: { verified_level: number; verified_on: string | null },
  confirmsWork: boolean,
): Updateable<Persons> {
  if (confirmsWork && person.verified_level < 4)
    return { verified_level: 4, verified_channel: 'employer', verified_on: person.verified_on ?? ctx.today }
  if (person.verified_level >= 1) return {}
  return { verified_level: 1, verified_channel: 'format', verified_on: VERIFIED_FROM <= 1 ? ctx.today : null }
}
