import { sql } from 'kysely'
import { z } from 'zod'
import { shapes } from '../../kernel/contract/contract.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { nearest, officersOf, rolesFor } from '../../kernel/jobs/officers.ts'
import type { Job } from '../../kernel/line.ts'
import { notices } from '../../kernel/notify/notices.ts'
import { parentOf } from '../../kernel/org/path.ts'
import { advance } from '../../kernel/workflow/advance.ts'
import { alertDistrict } from './alert.ts'
import { caseLine } from './case-line.ts'
import { decidingUnit } from './destination.ts'
import { dayInWords, lastDayOf } from './limits.ts'

const PAGE = 500

/** Applications whose last clock has run out, below the district. */
const overdue = (ctx: Ctx) =>
  ctx.tx
    .selectFrom('membership as m')
    .select(['m.id', 'm.number', 'm.title', 'm.unit_path as unitPath', 'm.escalations'])
    .where('m.federation_id', '=', ctx.actor.federationId)
    .where('m.state', '=', 'applied')
    .where('m.unit_path', '<>', ctx.actor.orgPath)
    .where(sql<boolean>`${ctx.now}::timestamptz > (select max(d.due_at) from deadlines d where d.federation_id = m.federation_id and d.record_id = m.id
      and d.name in ('decide', 'decideAbove') and d.met_at is null and d.cancelled_at is null)`)

/** People who left a pool by another way than `place`: taken on by a transfer or a roster, or gone. */
const settled = (ctx: Ctx) =>
  ctx.tx
    .selectFrom('membership as m')
    .innerJoin('persons as p', (join) =>
      join.onRef('p.federation_id', '=', 'm.federation_id').onRef('p.id', '=', 'm.person_id'),
    )
    .select(['m.id', 'p.membership'])
    .where('m.federation_id', '=', ctx.actor.federationId)
    .where('m.state', '=', 'pooled')
    .where('p.membership', '<>', 'pooled')

/** One step of its own each, so that one that cannot be taken keeps no other from it. */
async function find(ctx: Ctx): Promise<void> {
  const [late, left] = await Promise.all([
    overdue(ctx).orderBy('m.created_at').limit(PAGE).execute(),
    settled(ctx).limit(PAGE).execute(),
  ])
  for (const { id, escalations } of late)
    await ctx.house.later(ctx.tx, 'membership.escalate', { id }, { key: `${id}:${escalations}` })
  for (const { id } of left) await ctx.house.later(ctx.tx, 'membership.settlePooled', { id }, { key: id })
}

const named = z.object({ id: shapes.id })

/** The union has let the limit pass: the one above decides, and both are told. Unless somebody has decided meanwhile. */
async function escalate(ctx: Ctx, data: unknown): Promise<void> {
  const matter = await overdue(ctx).where('m.id', '=', named.parse(data).id).executeTakeFirst()
  if (!matter) return
  const above = await decidingUnit(ctx, parentOf(matter.unitPath) ?? ctx.actor.orgPath)
  const until = dayInWords(lastDayOf(ctx, 'membership.decideAbove'))
  await advance(ctx, caseLine, 'escalate', matter.id, {
    set: { unit_path: above.path, escalations: matter.escalations + 1 },
    note: '到期没有审核，系统自动上报',
    message: `审核过了时限，已上报${above.name}，最迟 ${until}答复`,
  })
  await tellBoth(ctx, matter, above)
}

type Late = { id: string; number: string; title: string; unitPath: string }

async function tellBoth(ctx: Ctx, matter: Late, above: { path: string; name: string }): Promise<void> {
  const officers = await officersOf(ctx, [matter.unitPath, above.path])
  const roles = rolesFor(ctx, 'membership', 'approve')
  const tell = (path: string, title: string, body: string) =>
    nearest(officers, path, roles).map((recipientId) => ({
      recipientId,
      line: 'membership',
      recordId: matter.id,
      title,
      body,
    }))
  const named = `“${matter.title}”（${matter.number}）`
  await notices(ctx, [
    ...tell(matter.unitPath, '入会申请已上报', `${named}到期没有审核，已自动上报${above.name}，由上一级审核。`),
    ...tell(above.path, '上报来的入会申请', `${named}下级工会到期没有审核，现在由您这里审核。`),
  ])
}

async function settlePooled(ctx: Ctx, data: unknown): Promise<void> {
  const matter = await settled(ctx).where('m.id', '=', named.parse(data).id).executeTakeFirst()
  if (!matter) return
  await advance(ctx, caseLine, matter.membership === 'none' ? 'leavePool' : 'joinElsewhere', matter.id)
}

export const jobs: readonly Job[] = [
  { name: 'membership.watch', title: '入会申请到期上报', cron: '*/10 * * * *', run: find },
  { name: 'membership.escalate', title: '一份入会申请到期上报', run: escalate },
  { name: 'membership.settlePooled', title: '会员池里的人已有去处', run: settlePooled },
  { name: 'membership.alert', title: '申请人未满 16 周岁，报区总工会', run: alertDistrict },
]
