import { sql } from 'kysely'
import type { Day } from '../../kernel/calendar/days.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { type EndReason, setMembership } from '../../kernel/people/membership.ts'
import { advance } from '../../kernel/workflow/advance.ts'
import type { RowOf } from '../../kernel/workflow/record.ts'
import { caseLine } from './case-line.ts'
import { getMember, getUnion } from './member.ts'
import type { Stepped } from './open.ts'
import type { Kind } from './rules/words.ts'

export type TransferRow = RowOf<'transfers'>

/** Gives an open matter to the union that must act next, which may be one the actor does not reach. */
export async function passOn(ctx: Ctx, id: string, unitPath: string): Promise<void> {
  await sql`select nf_pass_transfer(${id}::uuid, ${unitPath})`.execute(ctx.tx)
}

const ends: Readonly<Record<Exclude<Kind, 'transfer'>, EndReason>> = {
  retain: 'retained',
  resume: 'resumed',
  leave: 'left',
  expel: 'expelled',
  died: 'died',
}

const told: Readonly<Record<Kind, (on: string) => string>> = {
  transfer: (on) => `转会办好了，从 ${on}起您是新工会的会员`,
  retain: (on) => `从 ${on}起为您保留会籍，不交会费，不参加表决；重新上班可以恢复`,
  resume: (on) => `会籍从 ${on}起恢复`,
  leave: (on) => `您已从 ${on}起退会。以后想回来，随时可以再申请`,
  expel: (on) => `上级工会已批准，从 ${on}起除名。不服可以向批准的工会提出`,
  died: () => '',
}

const words = (on: Day): string => `${Number(on.slice(5, 7))} 月 ${Number(on.slice(8))} 日`

type Ending = 'settle' | 'accept' | 'confirm' | 'autoConfirm' | 'approve'

/** The last step of a matter together with what it does to the membership, on one and the same day. */
export async function finish(
  ctx: Ctx,
  verb: Ending,
  id: string,
  { on, note }: { on: Day; note?: string | undefined },
): Promise<Stepped> {
  const kind = await kindOf(ctx, id)
  const row = await advance(ctx, caseLine, verb, id, {
    set: { effective_on: on },
    note,
    message: told[kind](words(on)),
  })
  await takeEffect(ctx, row, on)
  return { id, number: row.number, state: row.state }
}

export const settle = (ctx: Ctx, id: string, of: { on: Day; note?: string | undefined }): Promise<Stepped> =>
  finish(ctx, 'settle', id, of)

async function kindOf(ctx: Ctx, id: string): Promise<Kind> {
  const row = await ctx.tx
    .selectFrom('transfers')
    .select('kind')
    .where('federation_id', '=', ctx.actor.federationId)
    .where('id', '=', id)
    .executeTakeFirst()
  // Where there is none, the step itself says so.
  return row?.kind ?? 'transfer'
}

async function takeEffect(ctx: Ctx, row: TransferRow, on: Day): Promise<void> {
  if (row.kind === 'transfer') return moveIn(ctx, row, on)
  const reason = ends[row.kind]
  if (row.kind === 'retain' || row.kind === 'resume') {
    // The union the person is in today: it may have been taken over since it was asked.
    const { unionId } = await getMember(ctx, row.person_id)
    const kind = row.kind === 'retain' ? 'retained' : 'full'
    return setMembership(ctx, row.person_id, { kind, unionId, on, reason })
  }
  return setMembership(ctx, row.person_id, { kind: 'none', unionId: null, on, reason })
}

async function moveIn(ctx: Ctx, row: TransferRow, on: Day): Promise<void> {
  const union = await getUnion(ctx, { id: row.to_union_id ?? '' })
  const kind = union.form === 'pool' ? 'pooled' : 'full'
  await setMembership(ctx, row.person_id, { kind, unionId: union.id, on, reason: 'transfer' })
  await ctx.house.later(ctx.tx, 'transfers.tell', { id: row.id })
  if (row.to_enterprise_id === null) return
  await ctx.tx
    .updateTable('persons')
    .set({ enterprise_id: row.to_enterprise_id })
    .where('federation_id', '=', row.federation_id)
    .where('id', '=', row.person_id)
    .execute()
}
