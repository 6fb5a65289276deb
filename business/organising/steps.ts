import { isUnder } from '../../kernel/access/permissions.ts'
import type { OutputOf, ParsedOf } from '../../kernel/contract/contract.ts'
import { fail } from '../../kernel/contract/errors.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { attachDocuments } from '../../kernel/documents/documents.ts'
import { notices } from '../../kernel/notify/notices.ts'
import { advance, type Change } from '../../kernel/workflow/advance.ts'
import { getRecord } from '../../kernel/workflow/record.ts'
import { caseLine, type FoundingRow } from './case-line.ts'
import type { contract } from './contract.ts'
import { enterprisesOf, releaseFirms, requireFree, tieFirms } from './firms.ts'
import { workflow } from './workflow.ts'

type Input<K extends keyof typeof contract> = ParsedOf<(typeof contract)[K]>
type Verb = keyof typeof workflow.steps
export type Stepped = OutputOf<typeof contract.contact>

export const steppedOf = (row: FoundingRow): Stepped => ({ id: row.id, number: row.number, state: row.state })

/** One step; those who wished for the union read about it, where nobody did nothing is said. */
export async function take(ctx: Ctx, verb: Verb, id: string, change: Change<'organising'> = {}): Promise<FoundingRow> {
  const told = (workflow.steps[verb] as { tells?: string }).tells
  const wishers = told ? await wishersOf(ctx, id) : []
  const row = await advance(ctx, caseLine, verb, id, wishers.length > 0 ? change : { ...change, message: '' })
  // The owner hears by the step itself, whoever joined the wish later hears the same here.
  const others = wishers.filter((personId) => personId !== row.owner_id)
  if (told && others.length > 0) {
    const message = { line: 'organising', recordId: row.id, title: row.title, body: told }
    await notices(
      ctx,
      others.map((recipientId) => ({ recipientId, ...message })),
    )
  }
  return row
}

async function wishersOf(ctx: Ctx, foundingId: string): Promise<string[]> {
  const rows = await ctx.tx
    .selectFrom('founding_wishes')
    .select('person_id')
    .where('federation_id', '=', ctx.actor.federationId)
    .where('founding_id', '=', foundingId)
    .execute()
  return rows.map(({ person_id }) => person_id)
}

export const attach = (ctx: Ctx, recordId: string, ids: readonly string[]): Promise<void> =>
  attachDocuments(ctx, { line: 'organising', recordId, ids })

/** The first talk with the employer. A lead that named an unknown employer is tied to the register now. */
export async function contact(ctx: Ctx, input: Input<'contact'>): Promise<Stepped> {
  const before = await getRecord(ctx, caseLine, 'organising.contact', input.id)
  const tied = await ctx.tx
    .selectFrom('founding_firms')
    .select('enterprise_id')
    .where('federation_id', '=', before.federation_id)
    .where('founding_id', '=', before.id)
    .executeTakeFirst()
  if (!tied && !input.enterpriseId) fail(422, '请先在登记册里找到或登记这家单位，再记录联系')
  const firm = tied || !input.enterpriseId ? undefined : (await enterprisesOf(ctx, [input.enterpriseId]))[0]
  if (firm) await requireFree(ctx, firm)
  if (firm && !isUnder(firm.orgPath, ctx.actor.orgPath))
    fail(403, '这家单位不在您的辖区，请由它所在的街道或区总工会联系')
  const set = firm
    ? { firm_name: firm.name, title: `${firm.name}建会`, org_path: firm.orgPath, unit_path: firm.orgPath }
    : {}
  const row = await take(ctx, 'contact', input.id, { note: input.note, set })
  if (firm) await tieFirms(ctx, row.id, [firm])
  await attach(ctx, row.id, input.files)
  return steppedOf(row)
}

export async function note(ctx: Ctx, input: Input<'note'>): Promise<Stepped> {
  const row = await take(ctx, 'note', input.id, { note: input.note })
  await attach(ctx, row.id, input.files)
  return steppedOf(row)
}

export const pause = async (ctx: Ctx, input: Input<'pause'>): Promise<Stepped> =>
  steppedOf(await take(ctx, 'pause', input.id, { note: input.note }))

/** Back to where it stood: members are recruited again once the preparation had been approved. */
export async function resume(ctx: Ctx, input: Input<'resume'>): Promise<Stepped> {
  const before = await getRecord(ctx, caseLine, 'organising.resume', input.id)
  return steppedOf(await take(ctx, resumeVerb(before), input.id, { note: input.note }))
}

export const resumeVerb = (row: Pick<FoundingRow, 'prep_approved_on'>): 'resume' | 'resumeRecruiting' =>
  row.prep_approved_on === null ? 'resume' : 'resumeRecruiting'

/** Given up, for a reason that can be counted; the employer may be taken up again as a new lead. */
export async function drop(ctx: Ctx, input: Input<'drop'>): Promise<Stepped> {
  const row = await take(ctx, 'drop', input.id, { note: input.note, set: { drop_reason: input.reason } })
  await releaseFirms(ctx, row.id)
  return steppedOf(row)
}
