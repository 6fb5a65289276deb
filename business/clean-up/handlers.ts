import type { Handlers } from '../../kernel/contract/contract.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { listMatters } from '../../kernel/workflow/matters.ts'
import { dismiss, dismissMany, merge, search, settle, takeUp, undo } from './actions.ts'
import { caseLine } from './case-line.ts'
import type { contract } from './contract.ts'
import { getFinding, getMatter, listCounts, listFindings, listMerges } from './queries.ts'

export const handlers: Handlers<typeof contract, Ctx> = {
  counts: listCounts,
  findings: listFindings,
  finding: (ctx, { id }) => getFinding(ctx, id),
  list: (ctx, input) => listMatters(ctx, caseLine, input),
  get: (ctx, { id }) => getMatter(ctx, id),
  merges: listMerges,
  search,
  takeUp,
  merge,
  settle,
  dismiss,
  dismissMany,
  undo,
}
