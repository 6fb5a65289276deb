import type { Handlers } from '../../kernel/contract/contract.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { listMatters } from '../../kernel/workflow/matters.ts'
import { approve, lift, propose, refuse } from './actions.ts'
import { caseLine } from './case-line.ts'
import type { contract } from './contract.ts'
import { listExclusions } from './exclusions.ts'
import { exportFirms, listFirms } from './firms.ts'
import { getMatter } from './queries.ts'
import { getRates } from './rates.ts'
import { getTrend } from './trend.ts'
import { listWarnings } from './watch.ts'

export const handlers: Handlers<typeof contract, Ctx> = {
  rates: getRates,
  trend: getTrend,
  firms: listFirms,
  watch: listWarnings,
  exclusions: listExclusions,
  export: exportFirms,
  list: (ctx, input) => listMatters(ctx, caseLine, input),
  get: (ctx, { id }) => getMatter(ctx, id),
  propose,
  approve,
  refuse,
  lift,
}
