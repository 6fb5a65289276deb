import type { OutputOf, ParsedOf } from '../../kernel/contract/contract.ts'
import { fail } from '../../kernel/contract/errors.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { attachDocuments } from '../../kernel/documents/documents.ts'
import { advance } from '../../kernel/workflow/advance.ts'
import { type Stepped, stepped } from './actions.ts'
import { caseLine } from './case-line.ts'
import type { contract } from './contract.ts'
import { checkIdentity, sealIdentity } from './identity.ts'
import { ageClass } from './rules/age.ts'

type Input<K extends keyof typeof contract> = ParsedOf<(typeof contract)[K]>

/** What was missing comes in from the worker; the clock goes on where it stood. A number that tells a child goes to the district. */
export async function resubmit(ctx: Ctx, input: Input<'resubmit'>): Promise<OutputOf<typeof contract.resubmit>> {
  const identity = input.name || input.idNumber ? checkIdentity(ctx, input) : null
  if (!identity && !input.message && input.files.length === 0) fail(422, '请改正姓名和证件号码，或写几句说明')
  if (input.files.length > 0)
    await attachDocuments(ctx, { line: 'membership', recordId: input.id, ids: input.files, workerMaySee: true })
  const sealed = identity ? sealIdentity(ctx, input.id, identity) : {}
  if (identity && ageClass(identity.birthOn, ctx.today) === 'child') return toDistrict(ctx, input.id, sealed)
  const juvenile = identity ? { is_juvenile: ageClass(identity.birthOn, ctx.today) === 'juvenile' } : {}
  const said = [
    identity && '改正了姓名或证件号码',
    input.message,
    input.files.length > 0 && `附 ${input.files.length} 个文件`,
  ]
  return stepped(
    await advance(ctx, caseLine, 'resubmit', input.id, {
      set: { ...sealed, ...juvenile, asked_for: '' },
      message: `您补正了：${said.filter(Boolean).join('；')}`,
    }),
  )
}

async function toDistrict(ctx: Ctx, id: string, sealed: object): Promise<Stepped> {
  const district = `${ctx.actor.federationId}.`
  const row = await advance(ctx, caseLine, 'flagAgain', id, {
    set: {
      ...sealed,
      asked_for: '',
      title: '入会申请：由区总工会核对',
      union_id: null,
      org_path: district,
      unit_path: district,
    },
    message: '申请已交区总工会，会有专人联系您。工会不会把这件事告诉单位',
  })
  await ctx.house.later(ctx.tx, 'membership.alert', { id }, { key: id })
  return stepped(row)
}

/** An officer writes down what the worker has said or brought to an application on paper. */
export const supplement = async (ctx: Ctx, input: Input<'supplement'>): Promise<Stepped> =>
  stepped(
    await advance(ctx, caseLine, 'resubmit', input.id, {
      set: { asked_for: '' },
      note: input.note,
      message: '工会已代您补正，接着审核',
    }),
  )

export const withdraw = async (ctx: Ctx, input: Input<'withdraw'>): Promise<OutputOf<typeof contract.withdraw>> =>
  stepped(await advance(ctx, caseLine, 'withdraw', input.id, { note: input.note }))
