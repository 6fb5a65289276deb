import type { Handlers } from '../../kernel/contract/contract.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { answer, finish, giveBack, markNode, refuse, signOff, split } from './actions.ts'
import { approve, propose } from './adjust.ts'
import type { contract } from './contract.ts'
import { draftTask, dropTarget, editTask, findOfficers, saveTarget } from './draft.ts'
import { exportPlan } from './export.ts'
import { findFeed, makeFeed, revokeFeed } from './feed.ts'
import { getMatter, getPlan, listMatters } from './queries.ts'
import { getTargetPage } from './target-page.ts'
import { listYears } from './year.ts'
import { issueYear, startYear } from './years.ts'

export const handlers: Handlers<typeof contract, Ctx> = {
  years: (ctx) => listYears(ctx),
  plan: getPlan,
  target: getTargetPage,
  list: listMatters,
  get: (ctx, { id }) => getMatter(ctx, id),
  startYear,
  saveTarget,
  dropTarget,
  draftTask,
  editTask,
  peopleFor: findOfficers,
  issueYear,
  split,
  markNode,
  finish,
  signOff,
  giveBack,
  propose,
  approve,
  refuse,
  answer,
  exportPlan,
  feed: (ctx) => findFeed(ctx),
  makeFeed: (ctx) => makeFeed(ctx),
  revokeFeed: (ctx) => revokeFeed(ctx),
}
