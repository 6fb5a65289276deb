import { addDays, addYears } from '../../kernel/calendar/days.ts'
import type { ParsedOf } from '../../kernel/contract/contract.ts'
import { fail } from '../../kernel/contract/errors.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { unionCode } from '../../kernel/org/actions.ts'
import { getOrg } from '../../kernel/org/queries.ts'
import { findTerm, issueCertificate } from '../../kernel/org/terms.ts'
import { getRecord } from '../../kernel/workflow/record.ts'
import { saveProfile } from '../unions/public.ts'
import { caseLine, type FoundingRow } from './case-line.ts'
import type { contract } from './contract.ts'
import { districtOf } from './rules/places.ts'
import { attach, type Stepped, steppedOf, take } from './steps.ts'

type Input<K extends keyof typeof contract> = ParsedOf<(typeof contract)[K]>

/** Seal and account, with their proof. */
export async function seal(ctx: Ctx, input: Input<'seal'>): Promise<Stepped> {
  const before = await getRecord(ctx, caseLine, 'organising.seal', input.id)
  for (const day of [input.sealedOn, input.accountOn]) {
    if (day > ctx.today) fail(422, '刻章和开户的日期不能晚于今天')
    if (before.approved_on !== null && day < before.approved_on)
      fail(422, `刻章和开户要在批复成立（${before.approved_on}）以后`)
  }
  const set = { sealed_on: input.sealedOn, account_on: input.accountOn, account_bank: input.accountBank }
  const row = await take(ctx, 'seal', input.id, { note: input.note, set })
  await attach(ctx, row.id, input.files)
  await saveProfile(ctx, await getOrg(ctx, { id: unionOf(row) }), { accountBank: input.accountBank })
  return steppedOf(row)
}

/** To the registration organ, the district: lawful founding, named body, organs, site, funds (总工办发〔2020〕20号). */
export async function applyLegal(ctx: Ctx, input: Input<'applyLegal'>): Promise<Stepped> {
  if (!input.hasSite || !input.hasFunds) fail(422, '登记法人要有办公场所和经费，请先落实并上传证明')
  const before = await getRecord(ctx, caseLine, 'organising.applyLegal', input.id)
  if (before.body === 'organiser') fail(422, '只有组织员、没有工会委员会，不办法人登记，请直接入库')
  const set = { has_site: true, has_funds: true, unit_path: districtOf(before.org_path) }
  const row = await take(ctx, 'applyLegal', input.id, { note: input.note, set })
  await attach(ctx, row.id, input.files)
  return steppedOf(row)
}

export const returnLegal = async (ctx: Ctx, input: Input<'returnLegal'>): Promise<Stepped> => {
  const before = await getRecord(ctx, caseLine, 'organising.returnLegal', input.id)
  return steppedOf(await take(ctx, 'returnLegal', input.id, { note: input.note, set: { unit_path: before.org_path } }))
}

/** The certificate with the union's own code (81…), never its employer's (91…, D:B4); valid until the term ends. */
export async function register(ctx: Ctx, input: Input<'register'>): Promise<Stepped> {
  const before = await getRecord(ctx, caseLine, 'organising.register', input.id)
  const row = await take(ctx, 'register', input.id, { note: input.note, set: { unit_path: before.org_path } })
  const { audit } = ctx
  const issuedOn = input.issuedOn ?? ctx.today
  if (issuedOn > ctx.today) fail(422, '发证日期不能晚于今天')
  if (row.approved_on !== null && issuedOn < row.approved_on)
    fail(422, `发证日期要在批复成立（${row.approved_on}）以后`)
  const creditCode = unionCode(input.creditCode) ?? fail(422, '请填工会自己的统一社会信用代码，81 开头')
  const union = await getOrg(ctx, { id: unionOf(row) })
  await refuseTwinCode(ctx, creditCode, union.id)
  const term = await findTerm(ctx, union.id)
  const chair = await chairOf(ctx, union.id)
  await ctx.tx
    .updateTable('orgs')
    .set({ credit_code: creditCode })
    .where('federation_id', '=', row.federation_id)
    .where('id', '=', union.id)
    .execute()
  await issueCertificate(ctx, union, {
    number: input.number,
    creditCode,
    legalPersonId: chair.id,
    legalName: chair.name,
    issuedOn,
    expiresOn: term?.expires_on ?? addDays(addYears(issuedOn, row.term_years ?? 5), -1),
  })
  ctx.audit = audit
  return steppedOf(row)
}

const unionOf = (row: FoundingRow): string => row.union_id ?? fail(409, '工会还没有批复成立，不能登记法人')

async function refuseTwinCode(ctx: Ctx, creditCode: string, unionId: string): Promise<void> {
  const twin = await ctx.tx
    .selectFrom('orgs')
    .select('name')
    .where('federation_id', '=', ctx.actor.federationId)
    .where('credit_code', '=', creditCode)
    .where('id', '<>', unionId)
    .executeTakeFirst()
  if (twin) fail(409, `这个信用代码已经登记在${twin.name}名下，请对照证书核对`)
}

/** The chair is the legal representative. */
async function chairOf(ctx: Ctx, unionId: string): Promise<{ id: string; name: string }> {
  const chair = await ctx.tx
    .selectFrom('union_officers as o')
    .innerJoin('persons as p', (join) =>
      join.onRef('p.federation_id', '=', 'o.federation_id').onRef('p.id', '=', 'o.person_id'),
    )
    .select(['p.id', 'p.name'])
    .where('o.federation_id', '=', ctx.actor.federationId)
    .where('o.org_id', '=', unionId)
    .where('o.duty', '=', 'chair')
    .where('o.to_on', 'is', null)
    .executeTakeFirst()
  return chair ?? fail(409, '工会现在没有主席，不能登记法定代表人，请先补选')
}

/** Into the national database of unions. A union with an organiser only has no legal person to wait for. */
export async function enter(ctx: Ctx, input: Input<'enter'>): Promise<Stepped> {
  const before = await getRecord(ctx, caseLine, 'organising.enter', input.id)
  if (before.state === 'sealed' && before.body !== 'organiser') fail(422, '请先报法人登记，拿到证书再入库')
  return steppedOf(await take(ctx, 'enter', input.id, { note: input.note, set: { database_code: input.databaseCode } }))
}

export async function linkDues(ctx: Ctx, input: Input<'linkDues'>): Promise<Stepped> {
  const row = await take(ctx, 'linkDues', input.id, { note: input.note, set: { tax_code: input.taxCode } })
  await saveProfile(ctx, await getOrg(ctx, { id: unionOf(row) }), { duesCode: input.taxCode })
  return steppedOf(row)
}
