import { z } from 'zod'
import { action, pageOf, query, secret, shapes } from '../../kernel/contract/contract.ts'
import { CaseClock, CaseEvent, caseShapes } from '../../kernel/workflow/contract.ts'
import { Verb } from '../../kernel/workflow/define.ts'
import { categories, channels, difficulties, outcomes, referralTargets, satisfactions } from './rules/words.ts'
import { workflow } from './workflow.ts'

const keys = <K extends string>(of: Record<K, string>) => z.enum(Object.keys(of) as [K, ...K[]])
const Category = keys(categories)
const Channel = keys(channels)
const Difficulty = keys(difficulties)
const { Followed: Own, State, Stepped } = caseShapes(workflow)
const instantOrNull = shapes.instant.nullable()
const why = shapes.line(500)
const byId = z.object({ id: shapes.id })
const byIdWithNote = byId.extend({ note: shapes.text(1000).default('') })
const byIdWithReason = byId.extend({ note: why })

export const Row = z.object({
  id: shapes.id,
  number: z.string(),
  title: z.string(),
  state: State,
  channel: Channel,
  category: Category,
  headcount: z.int(),
  isGroup: z.boolean(),
  urgency: z.enum(['normal', 'urgent']),
  enterpriseName: z.string(),
  place: z.string(),
  assigneeName: z.string().nullable(),
  createdAt: shapes.instant,
  nextVerb: z.string().nullable(),
  nextDueAt: instantOrNull,
})

const Matter = z.object({
  id: shapes.id,
  line: z.string(),
  number: z.string(),
  title: z.string(),
  state: z.string(),
  source: z.string(),
  createdAt: shapes.instant,
})
const File = z.object({ id: shapes.id, name: z.string(), mediaType: z.string(), bytes: z.int() })
const Similar = Matter.pick({ id: true, number: true, title: true, createdAt: true }).extend({
  state: State,
  isRepeat: z.boolean(),
  headcount: z.int(),
})
const Referral = z.object({
  id: shapes.id,
  number: z.string(),
  target: keys(referralTargets),
  reason: z.string(),
  at: shapes.instant,
  reply: z.string().nullable(),
  repliedAt: instantOrNull,
})

export const Appeal = Row.extend({
  story: z.string(),
  outsideNumber: z.string().nullable(),
  isAnonymous: z.boolean(),
  contactName: z.string().nullable(),
  contactPhone: z.string().nullable(),
  enterpriseId: shapes.id.nullable(),
  claimFen: z.int().nullable(),
  difficulty: Difficulty,
  unitName: z.string(),
  declineReason: z.string().nullable(),
  answer: z.string().nullable(),
  outcome: keys(outcomes).nullable(),
  recoveredFen: z.int(),
  satisfaction: keys(satisfactions).nullable(),
  rating: z.string().nullable(),
  suspendedFor: z.string().nullable(),
  mergedInto: shapes.id.nullable(),
  dispute: z.object({ id: shapes.id, number: z.string(), recoveredFen: z.int(), matters: z.array(Matter) }),
  events: z.array(CaseEvent),
  clocks: z.array(CaseClock),
  similar: z.array(Similar),
  crowd: z.int(),
  files: z.array(File),
  referrals: z.array(Referral),
  verbs: z.array(Verb),
})

/** What the worker sees of the own matter: who has it, until when, each step; no internal notes. */
export const Followed = Own.extend({
  category: Category,
  enterpriseName: z.string(),
  answerDueAt: instantOrNull,
  answer: z.string().nullable(),
  recoveredFen: z.int(),
  verbs: z.array(Verb),
})

const list = z.object({
  ...shapes.page,
  scope: z.enum(['open', 'all', 'closed']).default('open'),
  state: State.optional(),
  category: Category.optional(),
  channel: Channel.optional(),
  place: z.string().max(100).optional(),
  lateOnly: z.boolean().default(false),
  groupOnly: z.boolean().default(false),
  text: z.string().trim().max(50).optional(),
})

const receive = z.object({
  story: shapes.line(5000),
  channel: Channel.default('hall'),
  outsideNumber: z.string().trim().max(50).optional(),
  enterpriseId: shapes.id.optional(),
  enterpriseName: shapes.text(100).optional(),
  place: z.string().max(100).optional(),
  headcount: z.int('人数请填数字').min(1, '至少 1 人').max(100_000, '人数太大，请核对').optional(),
  category: Category.optional(),
  claimFen: shapes.fen.optional(),
  isAnonymous: z.boolean().default(false),
  contactName: shapes.text(50).optional(),
  contactPhone: z.string().trim().max(30).optional(),
  files: z.array(shapes.id).max(20, '一次最多 20 个附件').default([]),
})

const exported = list.omit({ after: true, limit: true }).extend({
  reason: z.string().trim().min(4, '请写明导出原因，至少四个字').max(200),
  format: z.enum(['xlsx', 'csv']).default('xlsx'),
})

const answer = byId.extend({
  answer: shapes.line(3000),
  outcome: keys(outcomes),
  recoveredFen: shapes.fen.default(0),
  recoveredBasis: z.enum(['agreement', 'judgment', 'award', 'payment']).optional(),
  files: z.array(shapes.id).max(20).default([]),
})

const Assignee = z.object({
  personId: shapes.id,
  name: z.string(),
  role: z.string(),
  roleTitle: z.string(),
  orgPath: z.string(),
  orgName: z.string(),
  open: z.int(),
})

export const contract = {
  list: query('appeals.read', '诉求列表', list, pageOf(Row).extend({ open: z.int() })),
  get: query('appeals.read', '一件诉求', byId, Appeal),
  assignees: query('appeals.assign', '可分派的人', byId, z.array(Assignee)),
  mine: query('appeals.follow', '我的诉求', z.object({}), z.array(Followed)),
  follow: query('appeals.follow', '我的一件诉求', byId, Followed),
  receive: action(
    'appeals.receive',
    '接报',
    receive,
    z.object({ id: shapes.id, number: z.string(), receipt: z.string().nullable() }),
  ),
  export: action(
    'appeals.export',
    '导出',
    exported,
    z.object({ documentId: shapes.id, name: z.string(), rows: z.int() }),
  ),
  reveal: secret(
    action(
      'appeals.reveal',
      '查看联系方式',
      byId.extend({ reason: z.string().trim().min(4, '请写明查看原因，至少四个字').max(200) }),
      z.object({ name: z.string().nullable(), phone: z.string().nullable() }),
    ),
  ),
  accept: action('appeals.accept', '受理', byIdWithNote, Stepped),
  decline: action('appeals.decline', '不受理', byIdWithReason, Stepped),
  classify: action(
    'appeals.classify',
    '分类',
    byIdWithNote.extend({
      category: Category,
      difficulty: Difficulty,
      urgency: z.enum(['normal', 'urgent']).default('normal'),
    }),
    Stepped,
  ),
  reclassify: action(
    'appeals.reclassify',
    '改分类',
    byIdWithReason.extend({ category: Category, difficulty: Difficulty }),
    Stepped,
  ),
  assign: action(
    'appeals.assign',
    '分派',
    byIdWithNote.extend({ assigneeId: shapes.id.optional(), unitPath: z.string().max(100).optional() }),
    Stepped,
  ),
  sign: action('appeals.sign', '签收', byIdWithNote, Stepped),
  return: action('appeals.return', '退回', byIdWithReason, Stepped),
  contact: action('appeals.contact', '记录联系', byId.extend({ note: shapes.line(1000) }), Stepped),
  progress: action(
    'appeals.progress',
    '记进展',
    byId.extend({ note: shapes.line(1000), message: shapes.text(500).default('') }),
    Stepped,
  ),
  refer: action('appeals.refer', '转介', byIdWithReason.extend({ target: keys(referralTargets) }), Stepped),
  noteReply: action(
    'appeals.noteReply',
    '记转介答复',
    byId.extend({ referralId: shapes.id, reply: shapes.line(1000) }),
    Stepped,
  ),
  suspend: action('appeals.suspend', '挂起', byIdWithReason, Stepped),
  resume: action('appeals.resume', '恢复办理', byIdWithNote, Stepped),
  extend: action('appeals.extend', '延期', byIdWithReason, Stepped),
  escalate: action('appeals.escalate', '上报', byIdWithReason, Stepped),
  handOver: action('appeals.handOver', '转办', byIdWithReason.extend({ unitPath: z.string().max(100) }), Stepped),
  merge: action('appeals.merge', '并案', byIdWithReason.extend({ intoId: shapes.id }), Stepped),
  answer: action('appeals.answer', '办结反馈', answer, Stepped),
  followUp: action('appeals.followUp', '回访', byIdWithNote.extend({ satisfaction: keys(satisfactions) }), Stepped),
  rework: action('appeals.rework', '退回重办', byIdWithReason, Stepped),
  close: action('appeals.close', '结案', byIdWithNote, Stepped),
  rate: action(
    'appeals.rate',
    '评价',
    byId.extend({
      satisfaction: z.enum(['satisfied', 'basically', 'dissatisfied']),
      comment: shapes.text(500).default(''),
    }),
    Stepped,
  ),
  supplement: action(
    'appeals.supplement',
    '补充材料',
    byId.extend({ message: shapes.line(2000), files: z.array(shapes.id).max(20).default([]) }),
    Stepped,
  ),
  withdraw: action('appeals.withdraw', '撤回', byId.extend({ note: shapes.text(500).default('') }), Stepped),
}
