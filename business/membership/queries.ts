import { sql } from 'kysely'
import { ageOn } from '../../kernel/calendar/days.ts'
import type { OutputOf, ParsedOf } from '../../kernel/contract/contract.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { listDocuments } from '../../kernel/documents/documents.ts'
import { maskId, maskName, maskPhone } from '../../kernel/people/mask.ts'
import { getMatter as getCommon } from '../../kernel/workflow/matters.ts'
import { getRecord, type RowOf } from '../../kernel/workflow/record.ts'
import { findRecords } from './admit.ts'
import { caseLine } from './case-line.ts'
import type { contract } from './contract.ts'
import { openIdentity } from './identity.ts'
import { titleOfKind } from './rules/kinds.ts'
import { declineReasons } from './rules/words.ts'

type Matter = OutputOf<typeof contract.get>
type Row = RowOf<'membership'>

const declines: Readonly<Record<string, string>> = { ...declineReasons, under_age: '未满 16 周岁' }

/** One application with what happened, the clocks, and who applies, masked. Moving it to a transfer is what approving comes to, no verb of its own. */
export async function getMatter(ctx: Ctx, id: string): Promise<Matter> {
  const { row, matter } = await getCommon(ctx, caseLine, id)
  const identity = openIdentity(ctx, row)
  const [names, person, twin, samePhone, files] = await Promise.all([
    namesOf(ctx, row),
    personOf(ctx, row),
    isUndecided(row) ? twinOf(ctx, row) : ('none' as const),
    countSamePhone(ctx, row),
    listDocuments(ctx, id),
  ])
  return {
    ...matter,
    ...names,
    ...person,
    verbs: matter.verbs
      .filter(({ verb }) => verb !== 'move')
      .map((verb) => ({ ...verb, primary: isPrimary(row, verb) })),
    channel: row.channel,
    way: row.way,
    unionId: row.union_id,
    enterpriseId: row.enterprise_id,
    enterpriseName: row.enterprise_name,
    occupation: row.occupation,
    newFormTitle: titleOfKind(row.new_form_kind),
    name: maskName(identity.name),
    idNumber: maskId(identity.idNumber),
    phone: identity.phone && maskPhone(identity.phone),
    sex: row.sex,
    age: ageOn(row.birth_on, ctx.today),
    isJuvenile: row.is_juvenile,
    twin,
    samePhone,
    askedFor: row.asked_for,
    declineReason: row.decline_reason && (declines[row.decline_reason] ?? ''),
    escalations: row.escalations,
    transferId: row.transfer_id,
    files,
  }
}

/** An application to a pool is answered by the pool; every other by the union. */
const isPrimary = ({ way, state }: Row, { verb, primary }: { verb: string; primary: boolean }): boolean =>
  state === 'applied' && way === 'pool' ? verb === 'pool' : primary

const isUndecided = ({ state }: Row): boolean => state === 'applied' || state === 'supplementing'

async function twinOf(ctx: Ctx, row: Row): Promise<Matter['twin']> {
  const { twin, member } = await findRecords(ctx, row)
  if (member && (member.membership !== 'full' || member.unionId !== row.union_id)) return 'member_elsewhere'
  if (!twin) return 'none'
  return twin.isSameName ? 'same_name' : 'other_name'
}

/** The person and the standing today, when the record is in the reader's sight. */
async function personOf(ctx: Ctx, row: Row): Promise<Pick<Matter, 'personId' | 'standing'>> {
  const person = await ctx.tx
    .selectFrom('persons')
    .select(['id', 'membership'])
    .where('federation_id', '=', row.federation_id)
    .where('id', '=', row.person_id)
    .executeTakeFirst()
  return { personId: person?.id ?? null, standing: person?.membership ?? null }
}

/** How many others within sight have the same phone: a family's, or a number given out again. */
async function countSamePhone(ctx: Ctx, row: Row): Promise<number> {
  if (row.phone_index === null) return 0
  const { others } = await ctx.tx
    .selectFrom('persons')
    .select((eb) => eb.fn.countAll<number>().as('others'))
    .where('federation_id', '=', row.federation_id)
    .where('phone_index', '=', row.phone_index)
    .where('id', '<>', row.person_id)
    .where('merged_into', 'is', null)
    .executeTakeFirstOrThrow()
  return others
}

async function namesOf(ctx: Ctx, row: Row): Promise<Pick<Matter, 'unionName' | 'unitName'>> {
  const { rows } = await sql<{ unionName: string | null; unitName: string | null }>`
    select (select name from orgs where federation_id = ${row.federation_id} and id = ${row.union_id}) as "unionName",
      (select name from orgs where federation_id = ${row.federation_id} and path = ${row.unit_path}) as "unitName"`.execute(
    ctx.tx,
  )
  return { unionName: rows[0]?.unionName ?? '', unitName: rows[0]?.unitName ?? '' }
}

/** Who applies, whole, once, for a stated reason that the audit keeps (D:C13.1). */
export async function reveal(
  ctx: Ctx,
  input: ParsedOf<typeof contract.reveal>,
): Promise<OutputOf<typeof contract.reveal>> {
  const row = await getRecord(ctx, caseLine, 'membership.reveal', input.id)
  ctx.audit = { line: 'membership', recordId: row.id, reason: input.reason }
  const { name, idNumber, phone } = openIdentity(ctx, row)
  return { name, idNumber, phone }
}
