import type { Handlers } from '../../kernel/contract/contract.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { exportRecords } from './actions.ts'
import type { contract } from './contract.ts'
import { lateOf, listChapters, listPressing, risksOf } from './queries.ts'

export const handlers: Handlers<typeof contract, Ctx> = {
  chapters: (ctx) => listChapters(ctx),
  late: lateOf,
  matters: listPressing,
  risks: risksOf,
  export: exportRecords,
}
