import type { Handlers } from '../../kernel/contract/contract.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import * as actions from './actions.ts'
import { checkItem, confirmItem, listItems } from './checklist.ts'
import { addActivity, listClubs, saveClub } from './clubs.ts'
import type { contract } from './contract.ts'
import { exportYear } from './export.ts'
import { assignFirms, listFirms, listGrids, saveGrid } from './grids.ts'
import * as judging from './judging.ts'
import { endLink, link, listLinks } from './links.ts'
import { endMark, foundNewForm, markPilot } from './marks.ts'
import { getFederation, listCriteria, saveProfile, setCriteria } from './profile.ts'
import { getMatter, listKinds } from './queries.ts'
import { listFederations } from './register.ts'
import { listOwnTargets } from './targets.ts'
import { listVisits, visit } from './visits.ts'
import { listYear } from './year.ts'

export const handlers: Handlers<typeof contract, Ctx> = {
  register: listFederations,
  federation: (ctx, { id }) => getFederation(ctx, id),
  targets: (ctx, { year }) => listOwnTargets(ctx, year),
  criteria: (ctx) => listCriteria(ctx),
  setCriteria,
  saveProfile,
  checklist: (ctx, { id, year }) => listItems(ctx, id, year),
  confirmItem,
  checkItem,
  grids: (ctx, { id }) => listGrids(ctx, id),
  gridFirms: listFirms,
  saveGrid,
  assignFirms,
  visits: listVisits,
  visit,
  clubs: listClubs,
  saveClub,
  addActivity,
  links: listLinks,
  link,
  endLink,
  markPilot,
  endMark,
  foundNewForm,
  yearTable: (ctx, { year, under }) => listYear(ctx, year, under),
  exportYear,
  list: listKinds,
  get: (ctx, { id }) => getMatter(ctx, id),
  propose: actions.propose,
  approve: actions.approve,
  refuse: actions.refuse,
  followUp: actions.followUp,
  apply: actions.apply,
  accept: actions.accept,
  giveBack: actions.giveBack,
  resubmit: actions.resubmit,
  decline: actions.decline,
  publish: actions.publish,
  award: actions.award,
  judgesFor: judging.findJudges,
  appoint: judging.appoint,
  conclude: judging.conclude,
  judging: (ctx) => judging.listJudging(ctx),
  recuse: judging.recuse,
  handIn: judging.handIn,
}
