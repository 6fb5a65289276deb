import { z } from 'zod'
import { action, pageOf, query, secret, shapes } from '../../kernel/contract/contract.ts'
import { orgPathShape } from '../../kernel/org/contract.ts'
import { caseShapes, listed } from '../../kernel/workflow/contract.ts'
import { bodies, dropReasons, forms, officerOrigins, origins } from './rules/words.ts'
import { workflow } from './workflow.ts'

const keys = <K extends string>(of: Record<K, string>) => z.enum(Object.keys(of) as [K, ...K[]])
const { State, Row: Common, Matter, Stepped } = caseShapes(workflow)
const Form = keys(forms)
const Body = keys(bodies)
const Origin = keys(origins)
const count = z.int()
const byId = z.object({ id: shapes.id })
const withNote = byId.extend({ note: shapes.text(1000).default('') })
const withReason = byId.extend({ note: shapes.line(500) })
const files = z.array(shapes.id).max(20, '一次最多 20 个附件').default([])
const TermYears = z.union([z.literal(3), z.literal(5)], '一届任期是三年或五年，请选一个')

export const Row = Common.extend({
  origin: Origin,
  form: Form,
  firms: count,
  employees: count,
  members: count,
  wishes: count,
})

/** An employer as it stands in a founding or among those that could found a union. */
const Firm = z.object({
  id: shapes.id,
  name: z.string(),
  place: z.string(),
  headcount: count,
  band: z.enum(['<25', '25-99', '100+']),
  life: z.string(),
  isNewForm: z.boolean(),
  openedOn: shapes.day,
})
/** `dueOn`: until when it should have a union, counted from its opening. */
const Candidate = Firm.extend({ dueOn: shapes.day, isOverdue: z.boolean() })
const Need = z.object({
  name: z.string(),
  title: z.string(),
  from: count,
  have: count,
  isReached: z.boolean(),
  advice: z.string(),
  source: z.string(),
  sure: z.enum(['K', 'F', 'U']),
})
const Elected = z.object({ personId: shapes.id, name: z.string(), duty: z.string(), isFullTime: z.boolean() })
const Election = z.object({
  id: shapes.id,
  number: z.string(),
  stateTitle: z.string(),
  heldOn: shapes.day.nullable(),
  isConfirmed: z.boolean(),
  elected: z.array(Elected),
})
const PaperCard = z.object({
  id: shapes.id,
  kind: z.string(),
  number: z.string(),
  title: z.string(),
  issuer: z.string(),
  issuedOn: shapes.day,
})
export const Paper = PaperCard.extend({ addressee: z.string(), paragraphs: z.array(z.string()) })
const Certificate = z.object({
  number: z.string(),
  creditCode: z.string(),
  legalName: z.string(),
  issuedOn: shapes.day,
  expiresOn: shapes.day,
})

export const Founding = Matter.extend({
  origin: Origin,
  form: Form,
  body: Body,
  firmName: z.string(),
  unionName: z.string(),
  suggestedName: z.string(),
  termYears: TermYears.nullable(),
  firms: z.array(Firm),
  heads: z.object({ members: count, women: count, employees: count }),
  needs: z.array(Need),
  bodies: z.array(Body),
  seats: z.object({ committee: z.object({ fewest: count, most: count }), audit: count, women: count }),
  wishes: count,
  election: Election.nullable(),
  papers: z.array(PaperCard),
  union: z.object({ id: shapes.id, name: z.string(), foundedOn: shapes.day.nullable() }).nullable(),
  certificate: Certificate.nullable(),
  prepApprovedOn: shapes.day.nullable(),
  approvedOn: shapes.day.nullable(),
  sealedOn: shapes.day.nullable(),
  accountOn: shapes.day.nullable(),
  accountBank: z.string(),
  hasSite: z.boolean(),
  hasFunds: z.boolean(),
  databaseCode: z.string(),
  taxCode: z.string(),
  dropReason: keys(dropReasons).nullable(),
  files: z.array(z.object({ id: shapes.id, name: z.string(), bytes: count })),
})

const Member = z.object({
  id: shapes.id,
  name: z.string(),
  sex: z.enum(['male', 'female', 'unknown']),
  occupation: z.string(),
  firmName: z.string(),
  handedOn: shapes.day,
})
/** `bar`: why this worker cannot be put on the list now; null when nothing is in the way. */
const Worker = Member.omit({ handedOn: true }).extend({ bar: z.string().nullable() })

/** What a worker sees of a wish: how far the union at his employer has come; nothing about colleagues. */
export const Wish = z.object({
  id: shapes.id,
  number: z.string(),
  firmName: z.string(),
  state: State,
  stateTitle: z.string(),
  isOpen: z.boolean(),
  unitName: z.string(),
  unionName: z.string().nullable(),
  wishedAt: shapes.instant,
  movedAt: shapes.instant,
})

const receive = z.object({
  enterpriseIds: z.array(shapes.id).min(1, '请选单位').max(50, '一次最多选 50 家单位'),
  form: Form.default('single'),
  origin: z.enum(officerOrigins).default('officer'),
  note: shapes.text(1000).default(''),
})
const wish = z.object({
  enterpriseId: shapes.id.optional(),
  firmName: shapes.text(100).optional(),
  place: orgPathShape.optional(),
  note: shapes.text(500).default(''),
})
const prepare = withNote.extend({
  unionName: shapes.line(100),
  form: Form,
  body: Body.default('committee'),
  termYears: TermYears,
})
const enrol = byId.extend({
  name: shapes.line(50),
  idNumber: z.string().trim().min(1, '请填证件号码').max(60, '证件号码太长，请核对'),
  phone: z.string().trim().max(40, '手机号太长，请核对').optional(),
  enterpriseId: shapes.id.optional(),
  handedOn: shapes.day.optional(),
})
const Seats = z.int('名额请填整数').min(0).max(45, '名额太多，请核对')
const elect = withNote.extend({
  isCongress: z.boolean().default(false),
  /** Delegates, when they meet in place of all members. */
  expected: z.int('代表人数请填整数').min(1).max(100_000, '代表人数太多，请核对').optional(),
  committee: Seats.default(0),
  vice: Seats.default(0),
  audit: Seats.default(0),
  women: Seats.default(0),
})

export const contract = {
  list: query(
    'organising.read',
    '建会列表',
    listed.extend({ state: State.optional(), form: Form.optional(), text: z.string().trim().max(50).optional() }),
    pageOf(Row),
  ),
  stages: query('organising.read', '各状态的件数', z.object({}), z.array(z.object({ state: State, open: count }))),
  get: query('organising.read', '一件建会', byId, Founding),
  members: query('organising.read', '会员名单', byId.extend(shapes.page), pageOf(Member)),
  workers: query(
    'organising.recruit',
    '单位的职工',
    byId.extend({ text: z.string().trim().max(50).optional(), ...shapes.page }),
    pageOf(Worker),
  ),
  paper: query('organising.read', '一份文书', byId.extend({ paperId: shapes.id }), Paper),
  savePaper: action(
    'organising.savePaper',
    '文书存为 Word',
    byId.extend({ paperId: shapes.id }),
    z.object({ documentId: shapes.id, name: z.string() }),
  ),
  firms: query(
    'organising.receive',
    '还没有工会的单位',
    z.object({
      under: orgPathShape.optional(),
      size: z.enum(['all', 'large', 'small']).default('large'),
      text: z.string().trim().max(50).optional(),
      ...shapes.page,
    }),
    pageOf(Candidate),
  ),
  receive: action('organising.receive', '登记线索', receive, Stepped),
  wish: action('organising.wish', '想建工会', wish, byId.extend({ number: z.string(), isNew: z.boolean() })),
  wishes: query('organising.wish', '我的建会愿望', z.object({}), z.array(Wish)),
  reveal: secret(
    action(
      'organising.reveal',
      '查看谁想建会',
      byId.extend({ reason: z.string().trim().min(4, '请写明查看原因，至少四个字').max(200) }),
      z.object({ wishes: z.array(z.object({ name: z.string(), phone: z.string().nullable(), note: z.string() })) }),
    ),
  ),
  contact: action(
    'organising.contact',
    '记录联系',
    withReason.extend({ enterpriseId: shapes.id.optional(), files }),
    Stepped,
  ),
  note: action('organising.note', '记进展', withReason.extend({ files }), Stepped),
  prepare: action('organising.prepare', '报筹建', prepare, Stepped),
  approvePrep: action('organising.approvePrep', '批复筹建', withNote, Stepped),
  refusePrep: action('organising.refusePrep', '退回筹建', withReason, Stepped),
  recruit: action(
    'organising.recruit',
    '登记会员',
    byId.extend({
      personIds: z.array(shapes.id).min(1, '请选职工').max(200, '一次最多 200 人'),
      handedOn: shapes.day.optional(),
    }),
    Stepped.extend({ added: count }),
  ),
  enrol: action('organising.recruit', '登记一名会员', enrol, Stepped.extend({ warnings: z.array(z.string()) })),
  unrecruit: action('organising.unrecruit', '移出名单', withReason.extend({ personId: shapes.id }), Stepped),
  elect: action('organising.elect', '开始选举', elect, Stepped.extend({ electionId: shapes.id })),
  electAgain: action('organising.electAgain', '重新选举', elect, Stepped.extend({ electionId: shapes.id })),
  report: action('organising.report', '报请成立', withNote, Stepped),
  approve: action('organising.approve', '批复成立', withNote, Stepped),
  sendBack: action('organising.sendBack', '退回补正', withReason, Stepped),
  seal: action(
    'organising.seal',
    '记刻章开户',
    withNote.extend({ sealedOn: shapes.day, accountOn: shapes.day, accountBank: shapes.line(60), files }),
    Stepped,
  ),
  applyLegal: action(
    'organising.applyLegal',
    '报法人登记',
    withNote.extend({ hasSite: z.boolean(), hasFunds: z.boolean(), files }),
    Stepped,
  ),
  register: action(
    'organising.register',
    '登记法人',
    withNote.extend({
      number: shapes.line(40),
      creditCode: z.string().trim().max(40),
      issuedOn: shapes.day.optional(),
    }),
    Stepped,
  ),
  returnLegal: action('organising.returnLegal', '退回登记', withReason, Stepped),
  enter: action('organising.enter', '入库', withNote.extend({ databaseCode: shapes.line(40) }), Stepped),
  linkDues: action('organising.linkDues', '建经费关系', withNote.extend({ taxCode: shapes.line(40) }), Stepped),
  pause: action('organising.pause', '暂停', withReason, Stepped),
  resume: action('organising.resume', '继续', withNote, Stepped),
  drop: action('organising.drop', '不再推进', withReason.extend({ reason: keys(dropReasons) }), Stepped),
}
