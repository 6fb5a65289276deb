import type { Handlers } from '../../kernel/contract/contract.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { approve, askSupplement, conclude, decline, place, pool, redirect } from './actions.ts'
import { apply, destination, start } from './apply.ts'
import { checkCard, readCard, takeNumber } from './card.ts'
import type { contract } from './contract.ts'
import { own } from './follow.ts'
import { listApplications } from './list.ts'
import { resubmit, supplement, withdraw } from './own.ts'
import { getMatter, reveal } from './queries.ts'
import { receive } from './receive.ts'
import { countPools, listPool, listRegister, readFunnel } from './register.ts'
import { rosterHandlers } from './roster/exports.ts'
import { verify } from './verify.ts'

export const handlers: Handlers<typeof contract, Ctx> = {
  ...rosterHandlers,
  start: (ctx) => start(ctx),
  destination,
  apply,
  mine: (ctx) => own.list(ctx),
  follow: (ctx, { id }) => own.one(ctx, id),
  resubmit,
  withdraw,
  card: (ctx) => readCard(ctx),
  takeNumber: (ctx) => takeNumber(ctx),
  checkCard,
  list: listApplications,
  get: (ctx, { id }) => getMatter(ctx, id),
  receive,
  reveal,
  approve,
  pool,
  askSupplement,
  supplement,
  redirect,
  decline,
  conclude,
  place,
  register: listRegister,
  funnel: readFunnel,
  poolList: listPool,
  poolByStreet: (ctx) => countPools(ctx),
  verify,
}
