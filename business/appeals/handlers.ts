import type { Handlers } from '../../kernel/contract/contract.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import * as actions from './actions.ts'
import { listAssignees } from './assignees.ts'
import type { contract } from './contract.ts'
import { exportAppeals } from './export.ts'
import { own } from './follow.ts'
import { listAppeals } from './queries.ts'
import { receiveAppeal } from './receive.ts'
import { getAppeal } from './record.ts'

export const handlers: Handlers<typeof contract, Ctx> = {
  list: listAppeals,
  get: (ctx, { id }) => getAppeal(ctx, id),
  assignees: (ctx, { id }) => listAssignees(ctx, id),
  mine: (ctx) => own.list(ctx),
  follow: (ctx, { id }) => own.one(ctx, id),
  receive: receiveAppeal,
  export: exportAppeals,
  reveal: actions.reveal,
  accept: actions.step('accept'),
  decline: actions.decline,
  classify: actions.classify,
  reclassify: actions.reclassify,
  assign: actions.assign,
  sign: actions.step('sign'),
  return: actions.giveBack,
  contact: actions.step('contact'),
  progress: actions.progress,
  refer: actions.refer,
  noteReply: actions.noteReply,
  suspend: actions.suspend,
  resume: actions.step('resume'),
  extend: actions.extend,
  escalate: actions.escalate,
  handOver: actions.handOver,
  merge: actions.merge,
  answer: actions.answer,
  followUp: actions.followUp,
  rework: actions.rework,
  close: actions.close,
  rate: actions.rate,
  supplement: actions.supplement,
  withdraw: actions.step('withdraw'),
}
