import { z } from 'zod'
import { action, pageOf, query, shapes } from '../../kernel/contract/contract.ts'
import { caseShapes, listed } from '../../kernel/workflow/contract.ts'
import { barNames } from './rules/eligibility.ts'
import { bodies, type Duty, duties, nominators, type Purpose, purposes, roundKinds } from './rules/words.ts'
import { workflow } from './workflow.ts'

const { Row, Matter: Common, Stepped } = caseShapes(workflow)
const keysOf = <K extends string>(words: Record<K, string>) => z.enum(Object.keys(words) as [K, ...K[]])

const Duties = keysOf<Duty>(duties)
const Bars = z.array(z.enum(barNames)).max(barNames.length)
const count = z.int('请填整数').min(0, '不能是负数').max(1_000_000, '太大了，请核对')
const people = z.int('请填人数').min(1, '至少 1 人').max(1_000_000, '太大了，请核对')
const why = shapes.line(1000)
const byId = z.object({ id: shapes.id })
const withNote = byId.extend({ note: shapes.text(1000).default('') })
const withReason = byId.extend({ note: why })

const Seat = z.object({
  duty: Duties,
  seats: z.int('请填名额').min(1, '至少 1 名').max(500, '太多了，请核对'),
  isEqual: z.boolean().default(false),
})
const figures = {
  body: keysOf(bodies),
  membersCount: people,
  /** Those who should attend; left out = all members. */
  expectedCount: people.optional(),
  termYears: z.union([z.literal(3), z.literal(5)], '一届任期是三年或五年，请选择').optional(),
  plannedOn: shapes.day.optional(),
  seats: z.array(Seat).min(1, '请至少写一项要选的职务').max(9),
}

export const Candidate = z.object({
  id: shapes.id,
  duty: Duties,
  personId: shapes.id.nullable(),
  name: z.string(),
  position: z.int(),
  isFullTime: z.boolean(),
  isWriteIn: z.boolean(),
  nominatedBy: keysOf(nominators),
  bars: Bars,
  isWithdrawn: z.boolean(),
  outcome: z.enum(['', 'elected', 'lost', 'ineligible']),
})
export const Votes = z.object({ candidateId: shapes.id, approve: count, against: count, abstain: count })
export const Round = z.object({
  round: z.int(),
  duty: Duties,
  kind: keysOf(roundKinds),
  seats: z.int(),
  onDay: shapes.day,
  expected: z.int(),
  attended: z.int(),
  issued: z.int(),
  returned: z.int(),
  valid: z.int(),
  isByBallots: z.boolean(),
  isCounted: z.boolean(),
  decision: z.enum(['', 'run_off', 'left_open']),
  decisionNote: z.string(),
  /** Papers typed in so far. */
  ballots: z.int(),
  votes: z.array(Votes),
})
const Objection = z.object({
  id: shapes.id,
  candidateId: shapes.id.nullable(),
  content: z.string(),
  raisedAt: shapes.instant,
  outcome: z.enum(['dismissed', 'upheld']).nullable(),
  reply: z.string(),
})

export const Matter = Common.extend({
  /** What it is held for, where it was called by another line. */
  subject: z.object({ line: z.string(), id: shapes.id, number: z.string(), title: z.string() }).nullable(),
  orgId: shapes.id.nullable(),
  unionName: z.string(),
  orgPath: z.string(),
  purpose: keysOf<Purpose>(purposes),
  body: keysOf(bodies),
  membersCount: z.int(),
  expectedCount: z.int(),
  termYears: z.int().nullable(),
  plannedOn: shapes.day.nullable(),
  noticeFrom: shapes.day.nullable(),
  noticeUntil: shapes.day.nullable(),
  noticePlace: z.string(),
  heldOn: shapes.day.nullable(),
  heldPlace: z.string(),
  supervisors: z.string(),
  tellers: z.string(),
  round: z.int(),
  fromOn: shapes.day.nullable(),
  approvalNumber: z.string(),
  seats: z.array(Seat.extend({ isEqual: z.boolean() })),
  candidates: z.array(Candidate),
  objections: z.array(Objection),
  rounds: z.array(Round),
})

const opened = z.object({ orgId: shapes.id, purpose: keysOf<Purpose>(purposes), ...figures })
const nominated = byId.extend({
  duty: Duties,
  personId: shapes.id.optional(),
  /** The words of a motion; other duties name a person. */
  motion: shapes.line(200).optional(),
  nominatedBy: keysOf(nominators).default('groups'),
  isFullTime: z.boolean().default(false),
  bars: Bars.default([]),
})
const meeting = {
  heldOn: shapes.day,
  heldPlace: shapes.text(100).default(''),
  expected: people,
  attended: count,
}
const tallied = byId.extend({
  supervisors: shapes.line(100),
  tellers: shapes.line(100),
  rounds: z
    .array(
      z.object({
        duty: Duties,
        issued: count,
        /** Left out where the papers were typed in one by one: they are added up here. */
        returned: count.optional(),
        valid: count.optional(),
        votes: z.array(Votes).max(600).default([]),
      }),
    )
    .min(1)
    .max(9),
})
const ballots = byId.extend({
  duty: Duties,
  ballots: z
    .array(z.string().regex(/^[ox.]{1,600}$/, '选票记号不对，请重录这一张'))
    .min(1)
    .max(200),
})

export const contract = {
  list: query('elections.read', '选举列表', listed, pageOf(Row)),
  get: query('elections.read', '一次选举', byId, Matter),
  open: action('elections.open', '登记选举', opened, Stepped),
  amend: action('elections.amend', '改人数和名额', byId.extend(figures), Stepped),
  nominees: query(
    'elections.nominate',
    '可以提名的人',
    byId.extend({ text: shapes.line(60), isSent: z.boolean().default(false) }),
    z.array(z.object({ id: shapes.id, name: z.string(), context: z.string() })),
  ),
  nominate: action('elections.nominate', '提名候选人', nominated, Stepped),
  strike: action('elections.strike', '撤下候选人', withReason.extend({ candidateId: shapes.id }), Stepped),
  propose: action('elections.propose', '确定候选人名单', withNote, Stepped),
  convene: action('elections.convene', '确定表决事项', withNote, Stepped),
  publish: action('elections.publish', '公示', byId.extend({ fromOn: shapes.day, place: shapes.line(100) }), Stepped),
  object: action(
    'elections.object',
    '记异议',
    byId.extend({ candidateId: shapes.id.optional(), content: shapes.line(1000) }),
    Stepped,
  ),
  settle: action(
    'elections.settle',
    '答复异议',
    byId.extend({ objectionId: shapes.id, outcome: z.enum(['dismissed', 'upheld']), reply: shapes.line(1000) }),
    Stepped,
  ),
  reopen: action('elections.reopen', '重新提名', withReason, Stepped),
  submit: action('elections.submit', '候选人报批', withNote, Stepped),
  approve: action('elections.approve', '批准候选人', withNote, Stepped),
  refuse: action('elections.refuse', '不批准', withReason, Stepped),
  hold: action('elections.hold', '记到会人数', withNote.extend(meeting), Stepped),
  writeIn: action('elections.writeIn', '加另选人', byId.extend({ duty: Duties, name: shapes.line(30) }), Stepped),
  enterBallots: action('elections.enterBallots', '逐张录票', ballots, Stepped),
  dropBallots: action('elections.dropBallots', '撤回录票', withReason.extend({ duty: Duties }), Stepped),
  tally: action('elections.tally', '录入计票', tallied, Stepped),
  correct: action('elections.correct', '退回重录', withReason, Stepped),
  check: action('elections.check', '核对计票', withNote, Stepped),
  identify: action(
    'elections.identify',
    '核实另选人',
    byId.extend({
      candidateId: shapes.id,
      personId: shapes.id,
      isFullTime: z.boolean().default(false),
      bars: Bars.default([]),
    }),
    Stepped,
  ),
  runOff: action('elections.runOff', '再次投票', withNote.extend(meeting), Stepped),
  leaveOpen: action('elections.leaveOpen', '名额暂缺', withReason.extend({ duty: Duties }), Stepped),
  report: action('elections.report', '报告选举结果', withNote, Stepped),
  giveBack: action('elections.giveBack', '退回补正', withReason, Stepped),
  confirm: action(
    'elections.confirm',
    '批复',
    withNote.extend({ approvalNumber: shapes.line(40), fromOn: shapes.day }),
    Stepped,
  ),
  reject: action('elections.reject', '不予批复', withReason, Stepped),
  annul: action('elections.annul', '宣布选举无效', withReason, Stepped),
  cancel: action('elections.cancel', '取消', withReason, Stepped),
  export: action(
    'elections.export',
    '下载选举结果报告单',
    byId,
    z.object({ documentId: shapes.id, name: z.string(), rows: z.int() }),
  ),
}
