import type { Handlers } from '../../kernel/contract/contract.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { discard, open, publish, save } from './actions.ts'
import type { contract } from './contract.ts'
import { download } from './download.ts'
import { getOne, listReports, listTokens, verify } from './queries.ts'
import { restatements } from './restate.ts'

export const handlers: Handlers<typeof contract, Ctx> = {
  list: listReports,
  get: (ctx, { id }) => getOne(ctx, id),
  tokens: (ctx, { id }) => listTokens(ctx, id),
  restatements: (ctx, { id }) => restatements(ctx, id),
  verify: (ctx, { id }) => verify(ctx, id),
  open,
  save,
  publish,
  discard,
  download: (ctx, { id }) => download(ctx, id),
}
