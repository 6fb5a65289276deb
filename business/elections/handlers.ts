import type { Handlers } from '../../kernel/contract/contract.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { listMatters } from '../../kernel/workflow/matters.ts'
import * as actions from './actions.ts'
import * as candidates from './candidates.ts'
import { caseLine } from './case-line.ts'
import type { contract } from './contract.ts'
import * as counting from './counting.ts'
import * as meeting from './meeting.ts'
import { listNominees } from './nominees.ts'
import * as notice from './notice.ts'
import { getElection } from './queries.ts'
import { exportResult } from './result-form.ts'

export const handlers: Handlers<typeof contract, Ctx> = {
  list: (ctx, input) => listMatters(ctx, caseLine, input),
  get: (ctx, { id }) => getElection(ctx, id),
  open: actions.open,
  amend: actions.amend,
  nominees: listNominees,
  nominate: candidates.nominate,
  strike: candidates.strike,
  propose: candidates.propose,
  convene: candidates.convene,
  publish: notice.publish,
  object: notice.object,
  settle: notice.settle,
  reopen: actions.step('reopen'),
  submit: notice.submit,
  approve: actions.approve,
  refuse: actions.step('refuse'),
  hold: meeting.hold,
  writeIn: meeting.writeIn,
  enterBallots: counting.enterBallots,
  dropBallots: counting.dropBallots,
  tally: counting.tally,
  correct: actions.step('correct'),
  check: counting.check,
  identify: actions.identify,
  runOff: meeting.runOff,
  leaveOpen: meeting.leaveOpen,
  report: actions.report,
  giveBack: actions.step('giveBack'),
  confirm: actions.confirm,
  reject: actions.step('reject'),
  annul: actions.step('annul'),
  cancel: actions.step('cancel'),
  export: exportResult,
}
