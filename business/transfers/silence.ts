import { z } from 'zod'
import { shapes } from '../../kernel/contract/contract.ts'
import { fail } from '../../kernel/contract/errors.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { nearest, officersOf, rolesFor } from '../../kernel/jobs/officers.ts'
import type { Job } from '../../kernel/line.ts'
import { notices } from '../../kernel/notify/notices.ts'
import { autoConfirm, autoOverrule, autoPlace, autoRelease, escalate } from './actions.ts'
import { silence } from './rules/way.ts'

const PAGE = 500

const takes: Readonly<Record<string, (ctx: Ctx, id: string) => Promise<unknown>>> = {
  autoRelease,
  autoOverrule,
  escalate,
  autoPlace,
  autoConfirm,
}

/** Clocks that have run out and whose silence has its step; above the district there is nobody to turn to. */
const overdue = (ctx: Ctx) =>
  ctx.tx
    .selectFrom('deadlines as d')
    .innerJoin('cases as c', (join) =>
      join.onRef('c.federation_id', '=', 'd.federation_id').onRef('c.id', '=', 'd.record_id'),
    )
    .select(['d.id', 'd.record_id as recordId', 'd.name'])
    .where('d.federation_id', '=', ctx.actor.federationId)
    .where('d.line', '=', 'transfers')
    .where('d.name', 'in', Object.keys(silence))
    .where('d.met_at', 'is', null)
    .where('d.cancelled_at', 'is', null)
    .where('d.due_at', '<', ctx.now)
    .where((eb) => eb.or([eb('d.name', '<>', 'accept'), eb('c.unit_path', '<>', ctx.actor.orgPath)]))

/** One step of its own each, so that one that cannot be taken keeps no other from it. */
async function findSilent(ctx: Ctx): Promise<void> {
  const rows = await overdue(ctx).orderBy('d.due_at').orderBy('d.id').limit(PAGE).execute()
  for (const { id } of rows) await ctx.house.later(ctx.tx, 'transfers.silent', { clock: id }, { key: id })
}

/** Takes the step that a silence stands for, unless somebody has answered meanwhile. */
async function takeSilent(ctx: Ctx, data: unknown): Promise<void> {
  const { clock } = z.object({ clock: shapes.id }).parse(data)
  const row = await overdue(ctx).where('d.id', '=', clock).executeTakeFirst()
  if (!row) return
  const verb = silence[row.name]
  const take = verb && takes[verb]
  if (!take) fail(500, `no step for the silence of ${row.name}`)
  await take(ctx, row.recordId)
}

/** Tells the union that somebody has left it: the number of the matter, no name. */
async function tellOldUnion(ctx: Ctx, data: unknown): Promise<void> {
  const { id } = z.object({ id: shapes.id }).parse(data)
  const row = await ctx.tx
    .selectFrom('transfers')
    .select(['number', 'kind', 'from_path', 'effective_on'])
    .where('federation_id', '=', ctx.actor.federationId)
    .where('id', '=', id)
    .executeTakeFirst()
  if (!row) return
  const officers = await officersOf(ctx, [row.from_path])
  const people = nearest(officers, row.from_path, rolesFor(ctx, 'transfers', 'release'))
  const [title, how] = row.kind === 'transfer' ? ['有会员转出', '已转到新工会'] : ['有会员退会', '本人已退会']
  const body = `${row.number}：从 ${row.effective_on} 起${how}，名册已更新，不用再办手续。`
  await notices(
    ctx,
    people.map((recipientId) => ({ recipientId, line: 'transfers', recordId: id, title, body })),
  )
}

export const jobs: readonly Job[] = [
  { name: 'transfers.silence', title: '会籍变动到期没有答复的', cron: '*/10 * * * *', run: findSilent },
  { name: 'transfers.silent', title: '一件会籍变动到期没有答复', run: takeSilent },
  { name: 'transfers.tell', title: '告诉原工会会员已离开', run: tellOldUnion },
]
