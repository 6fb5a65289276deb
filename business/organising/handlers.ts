import type { Handlers } from '../../kernel/contract/contract.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import * as actions from './actions.ts'
import { listCandidates } from './candidates.ts'
import type { contract } from './contract.ts'
import { listMembers, listWorkers } from './lists.ts'
import { readPaper } from './papers.ts'
import { countStages, listFoundings } from './queries.ts'
import { getFounding } from './record.ts'
import { listWishes, reveal } from './wishes.ts'

export const handlers: Handlers<typeof contract, Ctx> = {
  list: listFoundings,
  stages: (ctx) => countStages(ctx),
  get: (ctx, { id }) => getFounding(ctx, id),
  members: listMembers,
  workers: listWorkers,
  paper: readPaper,
  firms: listCandidates,
  wishes: (ctx) => listWishes(ctx),
  reveal,
  ...actions,
}
