import type { Handlers } from '../../kernel/contract/contract.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { listMatters } from '../../kernel/workflow/matters.ts'
import { addPapers, approve, refuse, review, withdraw } from './actions.ts'
import { carryOut } from './carry-out.ts'
import { caseLine } from './case-line.ts'
import type { contract } from './contract.ts'
import { exportUnions } from './export.ts'
import { officersStats } from './officers-stats.ts'
import { appoint, callElection, leave, recordTerm, takeResult } from './offices.ts'
import { edit, revealAccount } from './profile.ts'
import { getMatter } from './queries.ts'
import { request } from './request.ts'
import { getUnion } from './union-page.ts'
import { listUnions, summaryOf } from './unions-list.ts'

export const handlers: Handlers<typeof contract, Ctx> = {
  unions: listUnions,
  summary: summaryOf,
  officers: officersStats,
  union: (ctx, { id }) => getUnion(ctx, id),
  export: exportUnions,
  edit,
  revealAccount,
  recordTerm,
  appoint,
  leave,
  callElection,
  takeResult,
  list: (ctx, input) => listMatters(ctx, caseLine, input),
  get: (ctx, { id }) => getMatter(ctx, id),
  request,
  review,
  approve,
  refuse,
  carryOut,
  addPapers,
  withdraw,
}
