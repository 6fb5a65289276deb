import { small } from '../../district/small.ts'
import { openSmall } from '../../district/testing.ts'
import type { Actor } from '../../kernel/access/actor.ts'
import { standingOf } from '../../kernel/access/actor.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { inTransaction } from '../../kernel/db/database.ts'
import { newCtx } from '../../kernel/http/new-ctx.ts'
import { asSystem } from '../../kernel/jobs/system.ts'
import type { Line } from '../../kernel/line.ts'
import { contract } from './contract.ts'
import { line } from './line.ts'
import { readOne } from './read.ts'
import { watch } from './watch.ts'

/** The small district with a plan and the lines whose figures it rests on. Wang drafts, leader Chen issues, Li of 平湖 looks at her share. */
export async function openPlan(others: readonly Line[]) {
  const district = await openSmall([line, ...others])
  const { house } = district
  const as = (actor: Actor, idempotencyKey?: string) => district.as(actor, line, contract, { idempotencyKey })
  const within = <T>(actor: Actor, work: (ctx: Ctx) => Promise<T>): Promise<T> =>
    inTransaction(district.db, standingOf(actor), (tx) => work(newCtx(house, actor, tx)))
  const wang = () => as(small.officerWang.actor)
  const chen = () => as(small.leaderChen.actor)
  return {
    district,
    as,
    within,
    wang,
    chen,
    li: () => as(small.officerLi.actor),
    /** What the nightly job and the morning watch do. */
    read: (year: number, figure: string) => asSystem(house, (ctx) => readOne(ctx, { year, figure })),
    watch: () => asSystem(house, watch),
    source: '2026 年度工作计划',
  }
}

/** The words of a task as it is drafted, two nodes in the year. */
export const taskWords = (title: string, year = 2026) => ({
  title,
  line: 'consultation' as const,
  source: '年度工作计划' as const,
  department: '权益保障部',
  partners: '协调劳动关系三方机制',
  quarterFrom: 1,
  quarterTo: 2,
  nodes: [
    { title: '召开三方会议', dueOn: `${year}-03-10` },
    { title: '印发工作指引', dueOn: `${year}-06-20` },
  ],
})
