import type { Handlers } from '../../kernel/contract/contract.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { checkReport, removeCheck } from './actions.ts'
import { exportCommented } from './commented.ts'
import type { contract } from './contract.ts'
import { getCheck, listChecks } from './queries.ts'

export const handlers: Handlers<typeof contract, Ctx> = {
  check: checkReport,
  list: listChecks,
  get: (ctx, { id }) => getCheck(ctx, id),
  exportCommented,
  remove: (ctx, { id }) => removeCheck(ctx, id),
}
