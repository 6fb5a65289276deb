import type { ParsedOf } from '../../kernel/contract/contract.ts'
import { fail } from '../../kernel/contract/errors.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { findCertificate } from '../../kernel/org/terms.ts'
import type { contract } from './contract.ts'
import { accountContext, findProfile, getUnionOrg } from './union-page.ts'

type Input<K extends keyof typeof contract> = ParsedOf<(typeof contract)[K]>

/** What no other register holds of a union; fields left out stay as they are. */
export type Profile = {
  approvalNumber?: string | undefined
  approvedOn?: string | undefined
  address?: string | undefined
  duesCode?: string | undefined
  accountBank?: string | undefined
  /** Digits; kept sealed. */
  accountNumber?: string | undefined
}

/** Writes what is given of a union's profile. The caller has judged the permission. */
export async function saveProfile(ctx: Ctx, org: { id: string; path: string }, profile: Profile): Promise<void> {
  const { accountNumber } = profile
  const columns = {
    approval_number: profile.approvalNumber,
    approved_on: profile.approvedOn,
    address: profile.address,
    dues_code: profile.duesCode,
    account_bank: profile.accountBank,
    account_number_sealed: accountNumber && ctx.house.sealer.seal(accountNumber, accountContext(org.id)),
  }
  const given = Object.fromEntries(Object.entries(columns).filter(([, value]) => value !== undefined))
  const set = { ...given, updated_at: ctx.now }
  await ctx.tx
    .insertInto('union_profiles')
    .values({ federation_id: ctx.actor.federationId, org_id: org.id, org_path: org.path, ...set })
    .onConflict((c) => c.columns(['federation_id', 'org_id']).doUpdateSet(set))
    .execute()
}

/** @throws Failure 400 nothing given, 409 ended, 422 an address that the certificate holds, or a day to come */
export async function edit(ctx: Ctx, { id, ...profile }: Input<'edit'>): Promise<{ id: string }> {
  const org = await getUnionOrg(ctx, id)
  if (org.valid_to !== null && org.valid_to <= ctx.today) fail(409, `${org.name}已经撤销，不能再改`)
  if (Object.values(profile).every((value) => value === undefined)) fail(400, '没有要改的内容')
  if (profile.approvedOn && profile.approvedOn > ctx.today) fail(422, '批准日期不能晚于今天')
  if (profile.address !== undefined) await requireFreeAddress(ctx, id, profile.address)
  await saveProfile(ctx, org, profile)
  ctx.audit = { line: 'unions', recordId: id, reason: '补填工会资料' }
  return { id }
}

/** A changed address goes through the register of legal persons within 30 days (F16). */
async function requireFreeAddress(ctx: Ctx, id: string, address: string): Promise<void> {
  const known = (await findProfile(ctx, id))?.address
  if (known && known !== address && (await findCertificate(ctx, id)))
    fail(422, '这个工会有法人证书，改地址要办“变更登记”')
}

/** The whole account number, once, against a reason that the audit keeps. @throws Failure 404 none is entered */
export async function revealAccount(ctx: Ctx, { id, reason }: Input<'revealAccount'>): Promise<{ value: string }> {
  await getUnionOrg(ctx, id)
  const sealed = (await findProfile(ctx, id))?.account_number_sealed
  ctx.audit = { line: 'unions', recordId: id, reason: `查看工会账号：${reason}` }
  if (!sealed) fail(404, '这个工会没有登记账号')
  return { value: ctx.house.sealer.open(sealed, accountContext(id)) }
}
