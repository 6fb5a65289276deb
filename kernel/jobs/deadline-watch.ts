import type { ExpressionBuilder } from 'kysely'
import { sql } from 'kysely'
import { writeAudit } from '../audit/audit.ts'
import type { Ctx, House } from '../ctx.ts'
import type { Schema } from '../db/schema.gen.ts'
import { type NewNotice, notices } from '../notify/notices.ts'
import { nearest, officersOf, parentOf, rolesFor } from './officers.ts'
import type { RegisteredJob } from './registered.ts'
import { furthestHours, remindUpTo, sayDue } from './reminding.ts'
import { asSystem } from './system.ts'

type Told = 'reminded_at' | 'breached_at'
type Clock = {
  id: string
  line: string
  record_id: string
  title: string
  clock: 'legal' | 'inner'
  basis: string
  verb: string | null
  due_at: string
  number: string
  case_title: string
  unit_path: string
  assignee_id: string | null
}
type Page = { clocks: Clock[]; told: number }

/** The watch as a job: every ten minutes, 08:30 among them. */
export const deadlineWatch = (house: House): RegisteredJob => ({
  name: 'deadlines.watch',
  title: '期限巡查',
  cron: '*/10 * * * *',
  run: async () => {
    await watchDeadlines(house)
  },
})

/**
 * Tells who has to act that a clock is about to run out, and the union above that it has: each once, one matter at a time, never as a ranking (D:B2).
 * A clock of days is told on the working morning before; a clock of hours when four fifths are gone; the handler hears it, else those of the acting
 * union who may take the step. Pages by due instant, one transaction and at most seven statements each (one more per 5 000 notices).
 * @returns how many clocks were told of; the same run again tells nobody
 */
export async function watchDeadlines(house: House, pageSize = 500): Promise<{ reminded: number; breached: number }> {
  return { breached: await all(house, 'breached_at', pageSize), reminded: await all(house, 'reminded_at', pageSize) }
}

async function all(house: House, told: Told, pageSize: number): Promise<number> {
  let after: Clock | undefined
  let count = 0
  for (;;) {
    const page: Page = await asSystem(house, (ctx) => tellPage(ctx, told, pageSize, after))
    count += page.told
    after = page.clocks.at(-1)
    if (page.clocks.length < pageSize) return count
  }
}

async function tellPage(ctx: Ctx, told: Told, pageSize: number, after: Clock | undefined): Promise<Page> {
  const clocks = await readPage(ctx, told, pageSize, after)
  if (clocks.length === 0) return { clocks, told: 0 }
  const claimed = await claim(ctx, told, clocks)
  if (claimed.length > 0) {
    await notices(ctx, told === 'reminded_at' ? await reminders(ctx, claimed) : await reports(ctx, claimed))
    const reason = told === 'reminded_at' ? `临期提醒 ${claimed.length} 件` : `超期上报 ${claimed.length} 件`
    await writeAudit(ctx.tx, {
      at: ctx.now,
      actor: ctx.actor,
      action: 'job.deadlines.watch',
      line: '',
      recordId: null,
      outcome: 'done',
      reason,
      ip: '',
    })
  }
  return { clocks, told: claimed.length }
}

const readPage = (ctx: Ctx, told: Told, pageSize: number, after: Clock | undefined): Promise<Clock[]> =>
  ctx.tx
    .selectFrom('deadlines as d')
    .innerJoin('cases as c', (join) =>
      join.onRef('c.federation_id', '=', 'd.federation_id').onRef('c.id', '=', 'd.record_id'),
    )
    .select(['d.id', 'd.line', 'd.record_id', 'd.title', 'd.clock', 'd.basis', 'd.verb', 'd.due_at'])
    .select(['c.number', 'c.title as case_title', 'c.unit_path', 'c.assignee_id'])
    .where('d.federation_id', '=', ctx.actor.federationId)
    .where('d.met_at', 'is', null)
    .where('d.cancelled_at', 'is', null)
    .where('d.paused_at', 'is', null)
    .where(`d.${told}`, 'is', null)
    .where((eb) => (told === 'reminded_at' ? isNear(ctx)(eb) : eb('d.due_at', '<', ctx.now)))
    .$if(after !== undefined, (query) =>
      query.where((eb) => eb(eb.refTuple('d.due_at', 'd.id'), '>', eb.tuple(after?.due_at ?? '', after?.id ?? ''))),
    )
    .orderBy('d.due_at')
    .orderBy('d.id')
    .limit(pageSize)
    .execute()

const isNear = (ctx: Ctx) => (eb: ExpressionBuilder<Schema & { d: Schema['deadlines'] }, 'd'>) => {
  const hourly = [...new Set(ctx.house.rules.filter((rule) => rule.unit === 'hours').map((rule) => rule.code))]
  const isHourly = hourly.length > 0 ? eb('d.rule', 'in', hourly) : eb.lit(false)
  const isAmber = sql<boolean>`d.started_at + (d.due_at - d.started_at) * 0.8 <= ${ctx.now}::timestamptz`
  const nextDay = remindUpTo(ctx.now, ctx.house.calendar)
  const last = [nextDay, furthestHours(ctx.now)].toSorted().at(-1) ?? nextDay
  return eb.and([
    eb('d.due_at', '>=', ctx.now),
    eb('d.due_at', '<=', last),
    eb.or([eb.and([isHourly, isAmber]), eb.and([eb.not(isHourly), eb('d.due_at', '<=', nextDay)])]),
  ])
}

/** Of two processes that read the same page only one gets each clock. */
async function claim(ctx: Ctx, told: Told, clocks: Clock[]): Promise<Clock[]> {
  const rows = await ctx.tx
    .updateTable('deadlines')
    .set({ [told]: ctx.now })
    .where('federation_id', '=', ctx.actor.federationId)
    .where(
      'id',
      'in',
      clocks.map((clock) => clock.id),
    )
    .where(told, 'is', null)
    .where('met_at', 'is', null)
    .where('cancelled_at', 'is', null)
    .where('paused_at', 'is', null)
    .returning('id')
    .execute()
  const ids = new Set(rows.map((row) => row.id))
  return clocks.filter((clock) => ids.has(clock.id))
}

async function reminders(ctx: Ctx, clocks: Clock[]): Promise<NewNotice[]> {
  const officers = await officersOf(
    ctx,
    clocks.map((clock) => clock.unit_path),
  )
  return clocks.flatMap((clock) => {
    const people = clock.assignee_id
      ? [clock.assignee_id]
      : nearest(officers, clock.unit_path, rolesFor(ctx, clock.line, clock.verb))
    const body = `“${clock.case_title}”（${clock.number}）的${kind(clock)}“${clock.title}”到${sayDue(clock.due_at)}为止，请在此之前办理。依据：${clock.basis}`
    return people.map((person) => noticeOf(clock, person, `快到期：${clock.title}`, body))
  })
}

async function reports(ctx: Ctx, clocks: Clock[]): Promise<NewNotice[]> {
  const officers = await officersOf(
    ctx,
    clocks.map((clock) => clock.unit_path),
  )
  const names = await unionNames(
    ctx,
    clocks.map((clock) => clock.unit_path),
  )
  return clocks.flatMap((clock) => {
    const above = parentOf(clock.unit_path) ?? clock.unit_path
    const people = nearest(officers, above, rolesFor(ctx, clock.line, clock.verb))
    const unit = names.get(clock.unit_path) ?? '承办单位'
    const body = `${unit}承办的“${clock.case_title}”（${clock.number}），${kind(clock)}“${clock.title}”已于${sayDue(clock.due_at)}到期，还没有办理，请了解情况并督促。依据：${clock.basis}`
    return people.map((person) => noticeOf(clock, person, `已超期：${clock.title}`, body))
  })
}

const kind = (clock: Clock): string => (clock.clock === 'legal' ? '法定期限' : '内部时限')

const noticeOf = (clock: Clock, recipientId: string, title: string, body: string): NewNotice => ({
  recipientId,
  line: clock.line,
  recordId: clock.record_id,
  title,
  body,
})

async function unionNames(ctx: Ctx, paths: string[]): Promise<Map<string, string>> {
  const rows = await ctx.tx
    .selectFrom('orgs')
    .select(['path', 'short_name'])
    .where('federation_id', '=', ctx.actor.federationId)
    .where('path', 'in', [...new Set(paths)])
    .execute()
  return new Map(rows.map((row) => [row.path, row.short_name]))
}
