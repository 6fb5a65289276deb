import { small } from '../../district/small.ts'
import { openSmall } from '../../district/testing.ts'
import { type Actor, standingOf } from '../../kernel/access/actor.ts'
import { startOfDay } from '../../kernel/calendar/days.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { inTransaction } from '../../kernel/db/database.ts'
import { newCtx } from '../../kernel/http/new-ctx.ts'
import { total } from '../../kernel/indicators/fold.ts'
import type { Line } from '../../kernel/line.ts'
import { type Duty, issueCertificate, startTerm } from '../../kernel/org/terms.ts'
import { contract } from './contract.ts'
import { line } from './line.ts'

type Firm = { union: { id: string; path: string } | null }
export const unionOf = (firm: Firm) => firm.union ?? { id: '', path: '' }

/** The small district with its register: clerk Xie of 白泥坑, officer Li of 平湖, Wang of the district, and Zhao, chair at the factory. */
export async function openUnions(...more: Line[]) {
  const district = await openSmall([line, ...more])
  const as = (actor: Actor, idempotencyKey?: string) => district.as(actor, line, contract, { idempotencyKey })
  const within = <T>(actor: Actor, work: (ctx: Ctx) => Promise<T>): Promise<T> =>
    inTransaction(district.db, standingOf(actor), (tx) => work(newCtx(district.house, actor, tx)))

  /** A term of five years with whoever holds which office. */
  const begin = (firm: Firm, fromOn: string, officers: readonly { person: { id: string }; duty: Duty }[] = []) =>
    within(small.officerWang.actor, (ctx) =>
      startTerm(ctx, unionOf(firm), {
        fromOn,
        years: 5,
        electionId: null,
        elected: officers.map(({ person, duty }) => ({ personId: person.id, duty, isFullTime: false })),
      }),
    )

  const certify = (firm: Firm, number: string, issuedOn: string, expiresOn: string) =>
    within(small.officerWang.actor, (ctx) =>
      issueCertificate(ctx, unionOf(firm), {
        number,
        creditCode: '81440307MA00000001',
        legalPersonId: null,
        legalName: '主席',
        issuedOn,
        expiresOn,
      }),
    )

  /** A figure as of the end of a day. */
  const figure = async (name: string, day: string, orgPath = '440307.') =>
    within(small.officerWang.actor, (ctx) =>
      total(ctx.tx, line, name, {
        federationId: '440307',
        orgPath,
        from: '2000-01-01T00:00:00.000Z',
        to: startOfDay(day),
      }),
    )

  return {
    district,
    as,
    within,
    begin,
    certify,
    figure,
    zhao: () => as(small.chairZhao.actor),
    xie: () => as(small.clerks.bainikeng.actor),
    li: () => as(small.officerLi.actor),
    wang: () => as(small.officerWang.actor),
  }
}
