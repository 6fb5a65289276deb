import { small } from '../../district/small.ts'
import { openSmall } from '../../district/testing.ts'
import { type Actor, standingOf } from '../../kernel/access/actor.ts'
import { startOfDay } from '../../kernel/calendar/days.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { inTransaction } from '../../kernel/db/database.ts'
import { newCtx } from '../../kernel/http/new-ctx.ts'
import { total } from '../../kernel/indicators/fold.ts'
import { contract } from './contract.ts'
import { line } from './line.ts'

/** The small district with its federations: clerk Xie of 白泥坑, officer Li of 平湖, Wang and leader Chen of the district. */
export async function openFederations() {
  const district = await openSmall([line])
  const as = (actor: Actor, idempotencyKey?: string) => district.as(actor, line, contract, { idempotencyKey })
  const within = <T>(actor: Actor, work: (ctx: Ctx) => Promise<T>): Promise<T> =>
    inTransaction(district.db, standingOf(actor), (tx) => work(newCtx(district.house, actor, tx)))
  /** A figure as of the end of the day before. */
  const figure = async (name: string, day: string, orgPath = '440307.') =>
    within(small.officerWang.actor, async (ctx) => {
      const window = { federationId: '440307', orgPath, from: '2000-01-01T00:00:00.000Z', to: startOfDay(day) }
      return (await total(ctx.tx, line, name, window)).value
    })
  return {
    district,
    as,
    within,
    figure,
    xie: () => as(small.clerks.bainikeng.actor),
    li: () => as(small.officerLi.actor),
    ye: () => as(small.officerYe.actor),
    wang: () => as(small.officerWang.actor),
    chen: () => as(small.leaderChen.actor),
  }
}
