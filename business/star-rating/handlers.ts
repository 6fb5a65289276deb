import type { Handlers } from '../../kernel/contract/contract.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { listMatters } from '../../kernel/workflow/matters.ts'
import {
  apply,
  check,
  compute,
  grant,
  openPoll,
  plainSteps,
  propose,
  publish,
  resubmit,
  revoke,
  setPoints,
  vote,
} from './actions.ts'
import { preview } from './apply.ts'
import { caseLine } from './case-line.ts'
import type { contract } from './contract.ts'
import { tableInForce } from './points.ts'
import { ownPolls } from './poll.ts'
import { getMatter } from './queries.ts'
import { listStars } from './stars.ts'

export const handlers: Handlers<typeof contract, Ctx> = {
  ...plainSteps,
  list: (ctx, input) => listMatters(ctx, caseLine, input),
  get: (ctx, { id }) => getMatter(ctx, id),
  stars: listStars,
  preview: (ctx, { orgId }) => preview(ctx, orgId),
  table: (ctx) => tableInForce(ctx),
  polls: (ctx) => ownPolls(ctx),
  setPoints,
  apply,
  resubmit,
  compute,
  check,
  openPoll,
  propose,
  publish,
  grant,
  revoke,
  vote,
}
