import { addYears, type Day } from '../../kernel/calendar/days.ts'
import { fail } from '../../kernel/contract/errors.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { unionCode } from '../../kernel/org/actions.ts'
import { endCertificate, findCertificate, findTerm, issueCertificate } from '../../kernel/org/terms.ts'
import type { UnionOrg } from './union-page.ts'

type Entered = {
  certificateNumber?: string | undefined
  creditCode?: string | undefined
  issuedOn?: Day | undefined
  expiresOn?: Day | undefined
}
type Why = { why: 'particulars' | 'renewal' | 'loss'; legalPersonId: string | null }
type Before = Awaited<ReturnType<typeof findCertificate>>

/** Longest validity: that of the longest term (总工办发〔2020〕20号: three to five years, as the term). */
const MOST_YEARS = 5

/**
 * Records the new certificate. Changed particulars and a loss keep the day of expiry, a renewal takes that of the term unless another was entered; a union
 * without a certificate changes its particulars without one. @throws Failure 422 something is not entered or not right
 */
export async function reissue(
  ctx: Ctx,
  org: UnionOrg,
  entered: Entered,
  { why, legalPersonId }: Why,
): Promise<{ certificate_id?: string }> {
  const before = await findCertificate(ctx, org.id)
  if (why === 'particulars' && !before) return {}
  if (!entered.certificateNumber || !entered.issuedOn) fail(422, '请填新证书的编号和发证日期')
  if (entered.issuedOn > ctx.today) fail(422, '发证日期不能晚于今天')
  const keeps = why !== 'renewal' && before ? before.expires_on : null
  const expiresOn = keeps ?? (await expiryOf(ctx, org.id, entered))
  if (expiresOn > addYears(entered.issuedOn, MOST_YEARS)) fail(422, `证书有效期最长 ${MOST_YEARS} 年，请核对到期日`)
  const creditCode = org.credit_code ?? before?.credit_code ?? (await enterCode(ctx, org, entered.creditCode))
  const legal = await legalOf(ctx, org.id, legalPersonId, before)
  if (why === 'loss') await endCertificate(ctx, org.id, 'lost', entered.issuedOn)
  const certificate_id = await issueCertificate(ctx, org, {
    number: entered.certificateNumber,
    creditCode,
    legalPersonId: legal.id,
    legalName: legal.name,
    issuedOn: entered.issuedOn,
    expiresOn,
  })
  return { certificate_id }
}

async function expiryOf(ctx: Ctx, orgId: string, { expiresOn, issuedOn }: Entered): Promise<Day> {
  if (expiresOn) return expiresOn
  const term = await findTerm(ctx, orgId)
  if (!term || term.expires_on <= (issuedOn ?? ctx.today))
    fail(422, '本届任期已满或没有登记，请填证书的到期日，或先换届')
  return term.expires_on
}

/** The union's own code, entered with its first certificate. @throws Failure 409 another union's, 422 none, or an employer's */
async function enterCode(ctx: Ctx, org: UnionOrg, typed: string | undefined): Promise<string> {
  const code = unionCode(typed)
  if (!code) fail(422, '请填证书上的统一社会信用代码（81 开头）')
  const other = await ctx.tx
    .selectFrom('orgs')
    .select('name')
    .where('federation_id', '=', org.federation_id)
    .where('credit_code', '=', code)
    .executeTakeFirst()
  if (other) fail(409, `这个信用代码已登记在“${other.name}”名下，请核对证书`)
  await ctx.tx
    .updateTable('orgs')
    .set({ credit_code: code })
    .where('federation_id', '=', org.federation_id)
    .where('id', '=', org.id)
    .execute()
  return code
}

/** The new legal representative, else the chair, who is it by law, else the one before. @throws Failure 422 nobody */
async function legalOf(ctx: Ctx, orgId: string, wanted: string | null, before: Before) {
  const found = await ctx.tx
    .selectFrom('persons as p')
    .select(['p.id', 'p.name'])
    .where('p.federation_id', '=', ctx.actor.federationId)
    .$if(wanted !== null, (q) => q.where('p.id', '=', wanted))
    .$if(wanted === null, (q) =>
      q.where('p.id', 'in', (eb) =>
        eb
          .selectFrom('union_officers as f')
          .select('f.person_id')
          .where('f.federation_id', '=', ctx.actor.federationId)
          .where('f.org_id', '=', orgId)
          .where('f.duty', '=', 'chair')
          .where('f.to_on', 'is', null),
      ),
    )
    .executeTakeFirst()
  if (found) return found
  if (before) return { id: before.legal_person_id, name: before.legal_name }
  return fail(422, '工会主席是法定代表人，主席空缺时不能领证，请先补选')
}
