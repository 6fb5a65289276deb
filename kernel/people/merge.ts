import { type Selectable, sql } from 'kysely'
import { uuidv7 } from 'uuidv7'
import { fail } from '../contract/errors.ts'
import type { Ctx } from '../ctx.ts'
import type { Persons } from '../db/schema.gen.ts'
import { openField, type SealedField, sealField } from './sealed.ts'

type Person = Selectable<Persons>

const earlier = (a: string | null, b: string | null): string | null => (a === null || (b !== null && b < a) ? b : a)

/**
 * Makes two records of one person one: the kept record gains what it lacks, everything that pointed to the other points to it, and the other stays
 * as an alias. Nothing is lost: `undoMerge` takes them apart again.
 * @param of.reason four characters or more, kept with the merge @returns the merge's id
 * @throws Failure 404 one is not there, 403 neither is in reach, 409 both are members of different unions, both have accounts, or their stints overlap, 422 the same record twice
 */
export async function mergePersons(ctx: Ctx, of: { keepId: string; goneId: string; reason: string }): Promise<string> {
  if (of.keepId === of.goneId) fail(422, '这是同一条记录，不用合并')
  const { kept, gone } = await takePair(ctx, of.keepId, of.goneId)
  await refuseTwoAccounts(ctx, kept.id, gone.id)
  const id = uuidv7()
  const after = afterMerge(ctx, kept, gone)
  try {
    await sql`select nf_merge_persons(${id}::uuid, ${kept.id}::uuid, ${gone.id}::uuid, ${JSON.stringify(after)}::jsonb, ${of.reason}, ${ctx.now}::timestamptz)`.execute(
      ctx.tx,
    )
  } catch (error) {
    if (codeOf(error) === '23P01') fail(409, '两条记录在同一天分属两个工会，请先更正其中一条的会籍')
    throw error
  }
  return id
}

/** Takes two merged records apart again; what was changed on the kept record since then stays. @throws Failure 404 no such merge in reach, or undone already */
export async function undoMerge(ctx: Ctx, id: string): Promise<void> {
  try {
    await sql`select nf_undo_merge(${id}::uuid, ${ctx.now}::timestamptz)`.execute(ctx.tx)
  } catch (error) {
    if (codeOf(error) === 'P0002') fail(404, '没有找到这次合并，或已经撤销过了，请刷新后再看')
    if (codeOf(error) === '23505') fail(409, '证件号码或账号已被别的记录使用，不能撤销，请先更正那条记录')
    throw error
  }
}

const codeOf = (error: unknown): string => (error instanceof Error && 'code' in error ? String(error.code) : '')

async function takePair(ctx: Ctx, keepId: string, goneId: string): Promise<{ kept: Person; gone: Person }> {
  const rows = await readPair(ctx, keepId, goneId)
  const kept = rows.find((row) => row.id === keepId)
  const gone = rows.find((row) => row.id === goneId)
  if (!kept || !gone) return fail(404, '没有找到要合并的记录，请刷新后再看')
  if (kept.merged_into !== null || gone.merged_into !== null) fail(409, '其中一条已经并入别的记录，请刷新后再看')
  const areBothMembers = kept.membership !== 'none' && gone.membership !== 'none'
  if (areBothMembers && kept.union_id !== gone.union_id)
    fail(409, '两条记录是两个工会的会员，请先办理转会或退会，再合并')
  return { kept, gone }
}

async function readPair(ctx: Ctx, keepId: string, goneId: string): Promise<Person[]> {
  try {
    const { rows } = await sql<Person>`select * from nf_merge_pair(${keepId}::uuid, ${goneId}::uuid)`.execute(ctx.tx)
    return rows
  } catch (error) {
    if (codeOf(error) === '42501') fail(403, '这两条记录都不在您的辖区，请联系上一级工会')
    throw error
  }
}

async function refuseTwoAccounts(ctx: Ctx, keptId: string, goneId: string): Promise<void> {
  const { rows } = await sql<{
    two: boolean
  }>`select nf_both_have_accounts(${keptId}::uuid, ${goneId}::uuid) as two`.execute(ctx.tx)
  if (rows[0]?.two) fail(409, '两条记录都有登录账号，请先停用其中一个，再合并')
}

/** The kept record as it shall be: its own values first, then those of the other; days are the earliest, the level of verification the highest. */
function afterMerge(ctx: Ctx, kept: Person, gone: Person): Partial<Person> {
  const membership = membershipAfter(kept, gone)
  return {
    ...membership,
    ...identityAfter(ctx, kept, gone),
    enterprise_id: kept.enterprise_id ?? gone.enterprise_id,
    occupation: kept.occupation || gone.occupation,
    is_new_form: kept.is_new_form || gone.is_new_form,
    new_form_kind: kept.new_form_kind || gone.new_form_kind,
    skill_level: kept.skill_level || gone.skill_level,
    education: kept.education || gone.education,
    collected_on: earlier(kept.collected_on, gone.collected_on),
    verified_on: earlier(kept.verified_on, gone.verified_on),
    ...(gone.verified_level > kept.verified_level
      ? { verified_level: gone.verified_level, verified_channel: gone.verified_channel }
      : {}),
  }
}

function membershipAfter(kept: Person, gone: Person): Partial<Person> {
  const joined_on = earlier(kept.joined_on, gone.joined_on)
  const member_number = kept.member_number ?? gone.member_number
  if (gone.membership === 'none')
    return { joined_on, member_number, left_on: kept.membership === 'none' ? (kept.left_on ?? gone.left_on) : null }
  const since = kept.membership === 'none' ? gone.member_since : earlier(kept.member_since, gone.member_since)
  return {
    joined_on,
    member_number,
    left_on: null,
    membership: kept.membership === 'none' ? gone.membership : kept.membership,
    union_id: gone.union_id,
    member_since: since,
    org_path: kept.membership === 'none' ? gone.org_path : kept.org_path,
  }
}

function identityAfter(ctx: Ctx, kept: Person, gone: Person): Partial<Person> {
  const hasNumber = kept.id_number_sealed !== null
  const number = hasNumber ? {} : resealed(ctx, 'id_number', kept.id, gone.id, gone.id_number_sealed)
  const phone = kept.phone_sealed !== null ? {} : resealed(ctx, 'phone', kept.id, gone.id, gone.phone_sealed)
  const isNamed = kept.name !== '未登记姓名'
  return {
    ...number,
    ...phone,
    id_kind: hasNumber ? kept.id_kind : gone.id_kind,
    name: isNamed ? kept.name : gone.name,
    initials: isNamed ? kept.initials : gone.initials,
    sex: kept.sex === 'unknown' ? gone.sex : kept.sex,
    birth_on: kept.birth_on ?? gone.birth_on,
  }
}

/** A sealed value is bound to its record, so it is opened and sealed anew for the other. */
function resealed(ctx: Ctx, field: SealedField, keptId: string, goneId: string, value: string | null): Partial<Person> {
  if (value === null) return {}
  const { sealed, index } = sealField(
    ctx.house.sealer,
    field,
    keptId,
    openField(ctx.house.sealer, field, goneId, value),
  )
  return field === 'phone'
    ? { phone_sealed: sealed, phone_index: index }
    : { id_number_sealed: sealed, id_number_index: index }
}
