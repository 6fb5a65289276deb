import { uuidv7 } from 'uuidv7'
import { isUnder } from '../../kernel/access/permissions.ts'
import type { OutputOf, ParsedOf } from '../../kernel/contract/contract.ts'
import { fail } from '../../kernel/contract/errors.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { getOrg } from '../../kernel/org/queries.ts'
import { nextNumber } from '../../kernel/workflow/numbers.ts'
import { openCase } from '../../kernel/workflow/open.ts'
import { caseLine } from './case-line.ts'
import type { contract } from './contract.ts'
import { enterprisesOf, type FoundingFirm, findOpenFounding, requireFree, tieFirms } from './firms.ts'
import { formFault } from './rules/form.ts'
import { commonPlace } from './rules/places.ts'
import { type Form, forms, type Origin, origins } from './rules/words.ts'
import { workflow } from './workflow.ts'

type Lead = {
  firms: readonly FoundingFirm[]
  firmName: string
  orgPath: string
  form: Form
  origin: Origin
  ownerId: string | null
  note: string
}

/** An officer's lead: one employer, or several small ones that are to found a joint union. */
export async function receive(
  ctx: Ctx,
  input: ParsedOf<typeof contract.receive>,
): Promise<OutputOf<typeof contract.receive>> {
  const ids = [...new Set(input.enterpriseIds)]
  const fault = formFault(input.form, ids.length)
  if (fault) fail(422, fault)
  const firms = await enterprisesOf(ctx, ids)
  for (const firm of firms) await requireFree(ctx, firm)
  const orgPath = commonPlace(firms.map((firm) => firm.orgPath))
  if (!isUnder(orgPath, ctx.actor.orgPath)) {
    fail(403, '这些单位不都在您的辖区，请由所在的街道或区总工会登记')
  }
  const firmName = firms[0]?.name ?? ''
  const { id, number } = await openFounding(ctx, { ...input, firms, firmName, orgPath, ownerId: null })
  return { id, number, state: workflow.start as 'lead' }
}

/** A worker's wish. Where the employer's founding is under way already, it joins that one; nobody at the employer learns of it. */
export async function wish(ctx: Ctx, input: ParsedOf<typeof contract.wish>): Promise<OutputOf<typeof contract.wish>> {
  const personId = ctx.actor.personId ?? fail(401, '请先登录，再写建会愿望')
  const firm = input.enterpriseId ? (await enterprisesOf(ctx, [input.enterpriseId]))[0] : undefined
  if (firm) await requireFree(ctx, firm)
  const open = firm && (await findOpenFounding(ctx, firm.id))
  if (open) {
    await addWish(ctx, open, personId, input.note)
    ctx.audit = { line: 'organising', recordId: open.id, reason: '' }
    return { id: open.id, number: open.number, isNew: false }
  }
  const orgPath = firm?.orgPath ?? (await placeOf(ctx, input.place))
  const firmName = firm?.name ?? input.firmName?.trim()
  if (!firmName) fail(422, '请写单位的名字，写几个字也行')
  const origin = ctx.actor.role === 'informant' ? 'informant' : 'worker'
  const founding = await openFounding(ctx, {
    firms: firm ? [firm] : [],
    firmName,
    orgPath,
    form: 'single',
    origin,
    ownerId: personId,
    note: '',
  })
  await addWish(ctx, { id: founding.id, orgPath }, personId, input.note)
  return { ...founding, isNew: true }
}

async function placeOf(ctx: Ctx, path: string | undefined): Promise<string> {
  if (!path) fail(422, '登记册里没有这家单位，请再选一下在哪个街道')
  const org = await getOrg(ctx, { path })
  return org.kind === 'enterprise' ? fail(422, '请选街道或社区') : org.path
}

/** Without a name in its title, history or audit: a wish is known to the union of the place only. */
async function openFounding(ctx: Ctx, lead: Lead): Promise<{ id: string; number: string }> {
  const { firms, firmName, orgPath, form, origin, ownerId, note } = lead
  const id = uuidv7()
  const number = await nextNumber(ctx, 'JH')
  const title = firms.length > 1 ? `${firmName}等 ${firms.length} 家单位建会` : `${firmName}建会`
  const told = ownerId ? { message: workflow.steps.receive.tells } : { note }
  await openCase(
    ctx,
    caseLine,
    'receive',
    {
      id,
      number,
      title,
      summary: forms[form],
      source: origins[origin],
      org_path: orgPath,
      unit_path: orgPath,
      owner_id: ownerId,
      assignee_id: null,
      origin,
      form,
      firm_name: firmName,
    },
    told as { note?: string; message?: string },
  )
  if (firms.length > 0) await tieFirms(ctx, id, firms)
  return { id, number }
}

async function addWish(
  ctx: Ctx,
  founding: { id: string; orgPath: string },
  personId: string,
  note: string,
): Promise<void> {
  const id = uuidv7()
  await ctx.tx
    .insertInto('founding_wishes')
    .values({
      federation_id: ctx.actor.federationId,
      id,
      founding_id: founding.id,
      org_path: founding.orgPath,
      person_id: personId,
      note_sealed: note ? ctx.house.sealer.seal(note, `founding_wishes.note:${id}`) : null,
      created_at: ctx.now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}
