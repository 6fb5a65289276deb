import { z } from 'zod'
import { action, pageOf, query, secret, shapes } from '../../kernel/contract/contract.ts'
import { orgPathShape } from '../../kernel/org/contract.ts'
import { caseShapes, listed } from '../../kernel/workflow/contract.ts'
import { appointed, certificateStates, forms, termStates } from './rules/words.ts'
import { Duty, Ground, Kind, keys, Leaving, SkillLevel, Union, UnionRow } from './union-shapes.ts'
import { workflow } from './workflow.ts'

export { Union, UnionRow } from './union-shapes.ts'

const { Row, Matter: Common, Stepped } = caseShapes(workflow)
const byId = z.object({ id: shapes.id })
const note = shapes.text(500).default('')
const why = shapes.line(500)
const dayOrNull = shapes.day.nullable()
const files = z.array(shapes.id).max(20, '最多放 20 个文件').default([])

const filters = {
  /** This place and below. */
  under: orgPathShape.optional(),
  form: keys(forms).optional(),
  term: keys(termStates).optional(),
  certificate: keys(certificateStates).optional(),
  chair: z.enum(['with', 'without']).optional(),
  regular: z.enum(['yes', 'no']).optional(),
  /** Only those with something due: an election, a certificate, a chair. */
  isDue: z.boolean().default(false),
  text: z.string().trim().max(50).optional(),
}

/** A change on its page. */
export const Matter = Common.extend({
  kind: Kind,
  orgId: shapes.id,
  unionName: z.string(),
  reason: z.string(),
  changedOn: dayOrNull,
  newName: z.string().nullable(),
  newAddress: z.string().nullable(),
  legalName: z.string().nullable(),
  postponeTo: dayOrNull,
  noticedOn: dayOrNull,
  ground: Ground.nullable(),
  into: z.object({ id: shapes.id, name: z.string() }).nullable(),
  movedMembers: z.int().nullable(),
  creditCode: z.string().nullable(),
  members: z.int(),
  livingFirms: z.int(),
  termUntil: dayOrNull,
  certificateNumber: z.string().nullable(),
  certificateUntil: dayOrNull,
  files: z.array(z.object({ id: shapes.id, name: z.string(), bytes: z.int() })),
})

const requested = z.object({
  orgId: shapes.id,
  kind: Kind,
  reason: shapes.line(1000),
  changedOn: shapes.day.optional(),
  newName: shapes.line(100).optional(),
  newAddress: shapes.line(200).optional(),
  legalPersonId: shapes.id.optional(),
  postponeTo: shapes.day.optional(),
  noticedOn: shapes.day.optional(),
  ground: Ground.optional(),
  intoId: shapes.id.optional(),
  files,
})

const carriedOut = byId.extend({
  certificateNumber: shapes.line(50).optional(),
  /** Only where the union has none yet. */
  creditCode: z.string().trim().max(40).optional(),
  issuedOn: shapes.day.optional(),
  expiresOn: shapes.day.optional(),
  note,
})

const edited = byId.extend({
  approvalNumber: shapes.line(60).optional(),
  approvedOn: shapes.day.optional(),
  address: shapes.line(200).optional(),
  duesCode: shapes.line(40).optional(),
  accountBank: shapes.line(60).optional(),
  accountNumber: z
    .string()
    .transform((typed) => typed.replace(/[\s-]/g, ''))
    .pipe(z.string().regex(/^\d{8,30}$/, '账号是 8 至 30 位数字，请核对'))
    .optional(),
})

const officer = z.object({ personId: shapes.id, duty: Duty, isFullTime: z.boolean().default(false) })
const recorded = byId.extend({
  fromOn: shapes.day,
  years: z.union([z.literal(3), z.literal(5)], '一届任期是三年或五年'),
  officers: z.array(officer).max(60, '一次最多录 60 人').default([]),
  note: why,
})
const seat = z.object({
  duty: Duty.exclude(['treasurer', 'organiser']),
  seats: z.int().min(1, '名额至少一名').max(500, '名额太多，请核对'),
})
const called = byId.extend({
  purpose: z.enum(['term', 'by_election']),
  body: z.enum(['general', 'congress']).default('general'),
  expectedCount: z.int('人数请填整数').min(1).max(1_000_000).optional(),
  termYears: z.union([z.literal(3), z.literal(5)]).optional(),
  plannedOn: shapes.day.optional(),
  seats: z.array(seat).min(1, '请填要选的职务和名额').max(9),
})

const Summary = z.object({
  day: shapes.day,
  unions: z.int(),
  regular: z.int(),
  termExpired: z.int(),
  termSoon: z.int(),
  termNone: z.int(),
  withoutChair: z.int(),
  certificateSoon: z.int(),
  certificateExpired: z.int(),
  certificateNone: z.int(),
})
const Group = z.object({
  people: z.int(),
  technical: z.int(),
  skills: z.array(z.object({ level: SkillLevel, people: z.int() })),
  occupations: z.array(z.object({ occupation: z.string(), people: z.int() })),
})
const asked = z.object({ under: filters.under, on: shapes.day.optional() })

export const contract = {
  unions: query('unions.read', '工会台账', z.object({ ...filters, ...shapes.page }), pageOf(UnionRow)),
  summary: query('unions.read', '规范化情况', asked, Summary),
  officers: query(
    'unions.read',
    '委员和代表构成',
    asked,
    z.object({ day: shapes.day, basis: z.string(), committee: Group, delegates: Group }),
  ),
  union: query('unions.read', '一个工会', byId, Union),
  export: action(
    'unions.export',
    '导出工会台账',
    z.object({
      ...filters,
      format: z.enum(['xlsx', 'csv']).default('xlsx'),
      reason: z.string().trim().min(4, '请写明导出原因，至少四个字').max(200),
    }),
    z.object({ documentId: shapes.id, name: z.string(), rows: z.int() }),
  ),
  edit: action('unions.edit', '补填工会资料', edited, byId),
  revealAccount: secret(
    action(
      'unions.reveal',
      '查看工会账号',
      byId.extend({ reason: z.string().trim().min(4, '请写明查看原因，至少四个字').max(200) }),
      z.object({ value: z.string() }),
    ),
  ),
  recordTerm: action('unions.recordTerm', '补录任期', recorded, byId),
  appoint: action(
    'unions.office',
    '任命财务或组织员',
    byId.extend({ personId: shapes.id, duty: keys(appointed), isFullTime: z.boolean().default(false), on: shapes.day }),
    byId,
  ),
  leave: action(
    'unions.office',
    '干部离任',
    z.object({ officerId: shapes.id, on: shapes.day, why: Leaving.exclude(['recalled']), note }),
    byId,
  ),
  callElection: action('unions.callElection', '发起换届或补选', called, z.object({ electionId: shapes.id })),
  takeResult: action('unions.takeResult', '按选举结果就任', byId, byId),
  list: query('unions.read', '工会变更列表', listed, pageOf(Row)),
  get: query('unions.read', '一件工会变更', byId, Matter),
  request: action('unions.request', '申请变更', requested, Stepped),
  review: action('unions.review', '审核', byId.extend({ note }), Stepped),
  approve: action('unions.approve', '批准', byId.extend({ note }), Stepped),
  refuse: action('unions.refuse', '不予批准', byId.extend({ note: why }), Stepped),
  carryOut: action('unions.carryOut', '办理', carriedOut, Stepped),
  addPapers: action('unions.addPapers', '补材料', byId.extend({ note: why, files }), Stepped),
  withdraw: action('unions.withdraw', '撤回', byId.extend({ note: why }), Stepped),
}
