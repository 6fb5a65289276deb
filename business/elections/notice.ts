import { uuidv7 } from 'uuidv7'
import { dayOf, daysBetween, startOfDay } from '../../kernel/calendar/days.ts'
import { dueAt, ruleAt } from '../../kernel/calendar/deadlines.ts'
import { fail } from '../../kernel/contract/errors.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { settlePaper } from './candidates.ts'
import { type Input, type Stepped, stepped, take } from './step.ts'

/** The candidates are posted up. The first day is not counted (民法典 201). */
export async function publish(ctx: Ctx, input: Input<'publish'>): Promise<Stepped> {
  if (input.fromOn > ctx.today) fail(422, '公示还没贴出来，请在公示当天再记')
  const rule = ruleAt(ctx.house.rules, 'elections.notice', input.fromOn)
  const until = dayOf(dueAt(rule, startOfDay(input.fromOn), ctx.house.calendar))
  const row = await take(ctx, 'publish', input.id, {
    set: { notice_from: input.fromOn, notice_until: until, notice_place: input.place },
    note: `自${input.fromOn}起公示，到${until}止，${input.place}`,
  })
  const settled = await ctx.tx
    .selectFrom('case_events')
    .select('at')
    .where('federation_id', '=', row.federation_id)
    .where('record_id', '=', row.id)
    .where('verb', '=', 'propose')
    .orderBy('at', 'desc')
    .executeTakeFirst()
  if (settled && input.fromOn < dayOf(settled.at)) fail(422, '公示不能早于确定名单的那一天，请改日期')
  return stepped(row)
}

const seal = (ctx: Ctx, column: 'content' | 'reply', id: string, text: string) =>
  ctx.house.sealer.seal(text, `election_objections.${column}:${id}`)

/** What somebody said against a candidate; sealed, since it speaks of a person. */
export async function object(ctx: Ctx, input: Input<'object'>): Promise<Stepped> {
  const row = await take(ctx, 'object', input.id)
  const id = uuidv7()
  await ctx.tx
    .insertInto('election_objections')
    .values({
      federation_id: row.federation_id,
      id,
      election_id: row.id,
      candidate_id: input.candidateId ?? null,
      content_sealed: seal(ctx, 'content', id, input.content),
      raised_at: ctx.now,
    })
    .execute()
  return stepped(row)
}

/** What was found. Upheld, the candidate it speaks of leaves the list. */
export async function settle(ctx: Ctx, input: Input<'settle'>): Promise<Stepped> {
  const row = await take(ctx, 'settle', input.id)
  const settled = await ctx.tx
    .updateTable('election_objections')
    .set({
      outcome: input.outcome,
      reply_sealed: seal(ctx, 'reply', input.objectionId, input.reply),
      settled_at: ctx.now,
    })
    .where('federation_id', '=', row.federation_id)
    .where('election_id', '=', row.id)
    .where('id', '=', input.objectionId)
    .where('outcome', 'is', null)
    .returning('candidate_id')
    .executeTakeFirst()
  if (!settled) fail(409, '这条异议已经答复了，请刷新后再看')
  if (input.outcome === 'upheld' && settled.candidate_id) {
    await ctx.tx
      .updateTable('election_candidates')
      .set({ withdrawn_at: ctx.now })
      .where('federation_id', '=', row.federation_id)
      .where('id', '=', settled.candidate_id)
      .execute()
  }
  return stepped(row)
}

/** To the union above: after the whole notice, every objection answered, still enough candidates. */
export async function submit(ctx: Ctx, input: Input<'submit'>): Promise<Stepped> {
  const row = await take(ctx, 'submit', input.id, { note: input.note })
  const until = row.notice_until ?? ctx.today
  if (ctx.today <= until) fail(422, `公示到${until}为止，要等公示期满，还差${daysBetween(ctx.today, until) + 1}天`)
  const open = await ctx.tx
    .selectFrom('election_objections')
    .select('id')
    .where('federation_id', '=', row.federation_id)
    .where('election_id', '=', row.id)
    .where('outcome', 'is', null)
    .executeTakeFirst()
  if (open) fail(422, '还有异议没有答复，请先核实答复')
  await settlePaper(ctx, row)
  return stepped(row)
}
