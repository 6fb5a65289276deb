import { type Selectable, sql } from 'kysely'
import { uuidv7 } from 'uuidv7'
import { addDays, addMonths, addYears, type Day } from '../calendar/days.ts'
import { fail } from '../contract/errors.ts'
import type { Ctx } from '../ctx.ts'
import type { UnionOfficers } from '../db/schema.gen.ts'

export type Duty = UnionOfficers['duty']
export type Elected = { personId: string; duty: Duty; isFullTime: boolean }
/** Why somebody leaves an office before the term ends. */
export type Leaving = Exclude<Selectable<UnionOfficers>['ended_for'], '' | 'term'>
type Org = { id: string; path: string }

const YEARS = [3, 5] as const

/** The union's present term of office, or null: none yet, or the union has ended. */
export const findTerm = async (ctx: Ctx, orgId: string) =>
  (await ctx.tx
    .selectFrom('union_terms')
    .selectAll()
    .where('federation_id', '=', ctx.actor.federationId)
    .where('org_id', '=', orgId)
    .where('ended_on', 'is', null)
    .orderBy('ordinal', 'desc')
    .executeTakeFirst()) ?? null

/** Two who begin a term, appoint or end it at once come one after the other. */
const lock = (ctx: Ctx, orgId: string) =>
  ctx.tx
    .selectFrom('orgs')
    .select('id')
    .where('federation_id', '=', ctx.actor.federationId)
    .where('id', '=', orgId)
    .forUpdate()
    .execute()

/** The newest term, running or ended: its number and until when it goes. */
const lastTerm = (ctx: Ctx, orgId: string) =>
  ctx.tx
    .selectFrom('union_terms')
    .select(['id', 'ordinal', 'from_on', 'ended_on'])
    .where('federation_id', '=', ctx.actor.federationId)
    .where('org_id', '=', orgId)
    .orderBy('ordinal', 'desc')
    .executeTakeFirst()

/**
 * Begins the next term (届) of a union with those who were elected, and ends the one before with its officers: three or five years, as the congress decided
 * (中国工会章程). @param term.fromOn first day @returns the term's id
 * @throws Failure 422 another length, two chairs, or a first day before the term before has begun or ended
 */
export async function startTerm(
  ctx: Ctx,
  org: Org,
  term: { fromOn: Day; years: number; electionId: string | null; elected: readonly Elected[] },
): Promise<string> {
  if (!YEARS.some((years) => years === term.years)) fail(422, '一届任期是三年或五年，请重新选择')
  if (term.elected.filter(({ duty }) => duty === 'chair').length > 1) fail(422, '主席只能有一位，请核对选举结果')
  await lock(ctx, org.id)
  const before = await lastTerm(ctx, org.id)
  const since = before && (before.ended_on ?? before.from_on)
  if (since && term.fromOn < since) fail(422, `新一届的开始日期不能早于 ${since}，请核对上一届的任期`)
  if (before?.ended_on === null) await endRunning(ctx, org.id, term.fromOn)
  const id = uuidv7()
  await ctx.tx
    .insertInto('union_terms')
    .values({
      federation_id: ctx.actor.federationId,
      id,
      org_id: org.id,
      org_path: org.path,
      ordinal: (before?.ordinal ?? 0) + 1,
      from_on: term.fromOn,
      years: term.years,
      expires_on: addDays(addYears(term.fromOn, term.years), -1),
      election_id: term.electionId,
    })
    .execute()
  await addOfficers(ctx, org, id, term.fromOn, term.elected)
  return id
}

async function addOfficers(
  ctx: Ctx,
  org: Org,
  termId: string,
  on: Day,
  elected: readonly Elected[],
): Promise<string[]> {
  const rows = elected.map(({ personId, duty, isFullTime }) => ({
    federation_id: ctx.actor.federationId,
    org_id: org.id,
    org_path: org.path,
    id: uuidv7(),
    person_id: personId,
    duty,
    is_full_time: isFullTime,
    term_id: termId,
    from_on: on,
  }))
  if (rows.length > 0) await ctx.tx.insertInto('union_officers').values(rows).execute()
  return rows.map(({ id }) => id)
}

/** The running term and all who hold office end. Who came in later than that day has never held it. */
async function endRunning(ctx: Ctx, orgId: string, on: Day): Promise<void> {
  const greatest = (column: string) => sql<string>`greatest(${sql.ref(column)}, ${on}::date)`
  await ctx.tx
    .updateTable('union_terms')
    .set({ ended_on: greatest('from_on') })
    .where('federation_id', '=', ctx.actor.federationId)
    .where('org_id', '=', orgId)
    .where('ended_on', 'is', null)
    .execute()
  await ctx.tx
    .updateTable('union_officers')
    .set({ to_on: greatest('from_on'), ended_for: 'term' })
    .where('federation_id', '=', ctx.actor.federationId)
    .where('org_id', '=', orgId)
    .where('to_on', 'is', null)
    .execute()
}

/**
 * A union ends: its term, its officers and its certificate end on that day (工会法 第13条: the enterprise ends, the union ends and reports upward).
 * @param on first day on which it is no longer there
 */
export async function endUnion(ctx: Ctx, org: Org, on: Day): Promise<void> {
  await lock(ctx, org.id)
  await endRunning(ctx, org.id, on)
  await endCertificate(ctx, org.id, 'cancelled', on)
}

/**
 * Puts a due election off: with the approval of the union above, by six months at most (中国工会章程; D:C1.1).
 * @param until last day of the extended term @param most months after the expiry, as the rule in force says
 * @throws Failure 409 no running term, 422 not after the expiry or too late
 */
export async function extendTerm(ctx: Ctx, orgId: string, until: Day, most: number): Promise<void> {
  await lock(ctx, orgId)
  const term = await findTerm(ctx, orgId)
  if (!term) fail(409, '这个工会没有正在任期内的届次，请先补录任期')
  const latest = addMonths(term.expires_on, most)
  if (until <= term.expires_on) fail(422, `延期后的日期要晚于原来的届满日 ${term.expires_on}`)
  if (until > latest) fail(422, `延期换届最多 ${most} 个月，最晚到 ${latest}`)
  await ctx.tx
    .updateTable('union_terms')
    .set({ extended_to: until })
    .where('federation_id', '=', ctx.actor.federationId)
    .where('id', '=', term.id)
    .execute()
}

/**
 * Somebody takes an office within the running term: elected in a by-election, or appointed (treasurer, organiser). @param on first day in office
 * @returns ids of the offices @throws Failure 409 no running term or the chair is not vacant, 422 before the term began
 */
export async function takeOffice(ctx: Ctx, org: Org, on: Day, elected: readonly Elected[]): Promise<string[]> {
  await lock(ctx, org.id)
  const term = await findTerm(ctx, org.id)
  if (!term) fail(409, '这个工会没有正在任期内的届次，请先换届或补录任期')
  if (on < term.from_on) fail(422, `任职日期不能早于本届开始的 ${term.from_on}`)
  if (elected.some(({ duty }) => duty === 'chair')) await requireVacantChair(ctx, org.id, on)
  return addOfficers(ctx, org, term.id, on, elected)
}

async function requireVacantChair(ctx: Ctx, orgId: string, on: Day): Promise<void> {
  const sitting = await ctx.tx
    .selectFrom('union_officers')
    .select('id')
    .where('federation_id', '=', ctx.actor.federationId)
    .where('org_id', '=', orgId)
    .where('duty', '=', 'chair')
    .where((eb) => eb.or([eb('to_on', 'is', null), eb('to_on', '>', on)]))
    .executeTakeFirst()
  if (sitting) fail(409, '主席还在任，不能再任一位；请先登记原主席离任')
}

/**
 * An officer leaves before the term ends. @param on first day out of office @param why resigned, recalled (罢免, by the congress), left the firm, died
 * @returns which office of which union it was @throws Failure 404, 409 already ended, 422 a day before taking office or in the future
 */
export async function leaveOffice(
  ctx: Ctx,
  officerId: string,
  on: Day,
  why: Leaving,
): Promise<{ orgId: string; orgPath: string; duty: Duty; personId: string }> {
  const officer = await ctx.tx
    .selectFrom('union_officers')
    .select(['org_id', 'org_path', 'duty', 'person_id', 'from_on', 'to_on'])
    .where('federation_id', '=', ctx.actor.federationId)
    .where('id', '=', officerId)
    .forUpdate()
    .executeTakeFirst()
  if (!officer) fail(404, '没有找到这位工会干部，可能已经换届，请刷新后再看')
  if (officer.to_on !== null) fail(409, `这一职务已于 ${officer.to_on} 结束，请刷新后再看`)
  if (on < officer.from_on || on > ctx.today) fail(422, `离任日期要在 ${officer.from_on} 到今天之间`)
  await ctx.tx
    .updateTable('union_officers')
    .set({ to_on: on, ended_for: why })
    .where('federation_id', '=', ctx.actor.federationId)
    .where('id', '=', officerId)
    .execute()
  return { orgId: officer.org_id, orgPath: officer.org_path, duty: officer.duty, personId: officer.person_id }
}

/** The certificate that holds now, or null. */
export const findCertificate = async (ctx: Ctx, orgId: string) =>
  (await ctx.tx
    .selectFrom('union_certificates')
    .selectAll()
    .where('federation_id', '=', ctx.actor.federationId)
    .where('org_id', '=', orgId)
    .where('state', '=', 'valid')
    .executeTakeFirst()) ?? null

/** The certificate in force ends before it expires: lost, replaced or cancelled. @returns whether there was one */
export async function endCertificate(
  ctx: Ctx,
  orgId: string,
  state: 'replaced' | 'lost' | 'cancelled',
  on: Day,
): Promise<boolean> {
  const ended = await ctx.tx
    .updateTable('union_certificates')
    .set({ state, ended_on: sql<string>`greatest(issued_on, ${on}::date)` })
    .where('federation_id', '=', ctx.actor.federationId)
    .where('org_id', '=', orgId)
    .where('state', '=', 'valid')
    .executeTakeFirst()
  return ended.numUpdatedRows > 0n
}

/**
 * Records the certificate of a union's legal person (总工办发〔2020〕20号); the one before counts as replaced.
 * @param certificate.creditCode the union's own, 81…, checked by the caller @returns its id
 * @throws Failure 422 the days are the wrong way round, or it was issued before an earlier one ended
 */
export async function issueCertificate(
  ctx: Ctx,
  org: Org,
  certificate: {
    number: string
    creditCode: string
    legalPersonId: string | null
    legalName: string
    issuedOn: Day
    expiresOn: Day
  },
): Promise<string> {
  if (certificate.expiresOn <= certificate.issuedOn) fail(422, '证书有效期止要晚于发证日期，请核对')
  await refuseOverlap(ctx, org.id, certificate.issuedOn)
  await endCertificate(ctx, org.id, 'replaced', certificate.issuedOn)
  const id = uuidv7()
  await ctx.tx
    .insertInto('union_certificates')
    .values({
      federation_id: ctx.actor.federationId,
      id,
      org_id: org.id,
      org_path: org.path,
      number: certificate.number,
      credit_code: certificate.creditCode,
      legal_person_id: certificate.legalPersonId,
      legal_name: certificate.legalName,
      issued_on: certificate.issuedOn,
      expires_on: certificate.expiresOn,
    })
    .execute()
  return id
}

/** One certificate at a time: a day belongs to one of them. */
async function refuseOverlap(ctx: Ctx, orgId: string, issuedOn: Day): Promise<void> {
  const { until } = await ctx.tx
    .selectFrom('union_certificates')
    .select(sql<Day | null>`max(coalesce(ended_on, issued_on))`.as('until'))
    .where('federation_id', '=', ctx.actor.federationId)
    .where('org_id', '=', orgId)
    .executeTakeFirstOrThrow()
  if (until && issuedOn < until) fail(422, `发证日期不能早于 ${until}，那时还是上一份证书，请核对`)
}
