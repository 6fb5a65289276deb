import { z } from 'zod'
import { action, pageOf, query, shapes } from '../../kernel/contract/contract.ts'
import { caseShapes, listed } from '../../kernel/workflow/contract.ts'
import { matterKinds } from './rules/words.ts'
import * as s from './shapes.ts'
import { workflow } from './workflow.ts'

const { Row: Common, Matter: CommonMatter, Stepped } = caseShapes(workflow)
const { byId, why } = s
const Kind = z.enum(Object.keys(matterKinds) as [keyof typeof matterKinds])
const done = z.object({ id: shapes.id })
const note = shapes.text(500).default('')
const step = byId.extend({ note })
const stepWhy = byId.extend({ note: why })
const inYear = z.object({ id: shapes.id, year: s.year })

export const Row = Common.extend({ kind: Kind, year: z.int().nullable(), score: z.int().nullable() })
const Criterion = z.object({ code: z.string(), title: z.string(), max: z.int() })
const Judge = z.object({
  id: shapes.id,
  name: z.string(),
  isRecused: z.boolean(),
  recusedWhy: z.string(),
  isIn: z.boolean(),
  points: z.record(z.string(), z.int()).nullable(),
})
export const Matter = CommonMatter.extend({
  kind: Kind,
  org: z.object({ id: shapes.id, name: z.string(), grade: z.int().nullable() }),
  content: z.string(),
  year: z.int().nullable(),
  gradeFrom: z.int().nullable(),
  gradeTo: z.int().nullable(),
  score: z.int().nullable(),
  firstScore: z.int().nullable(),
  judges: z.array(Judge),
  criteria: z.array(Criterion),
  rules: z.array(z.string()),
})
const Judging = z.object({
  id: shapes.id,
  number: z.string(),
  title: z.string(),
  place: z.string(),
  content: z.string(),
  state: z.string(),
  isIn: z.boolean(),
  isRecused: z.boolean(),
  points: z.record(z.string(), z.int()),
  criteria: z.array(Criterion),
})
const Target = z.object({
  figure: z.string(),
  title: z.string(),
  unit: z.string(),
  comparator: z.enum(['>=', '<=']),
  number: z.number(),
  year: z.int(),
  source: z.string(),
  value: z.number(),
  isReached: z.boolean(),
})
const Profile = s.Federation.extend({
  gradeHistory: z.array(
    z.object({ id: shapes.id, on: shapes.day, from: z.int().nullable(), to: z.int(), number: z.string() }),
  ),
  criteria: z.string().nullable(),
  chair: z.string().nullable(),
  termUntil: shapes.day.nullable(),
  delegates: z.int(),
  platforms: z.array(z.object({ kind: z.string(), members: z.int() })),
  openMatters: z.array(z.object({ id: shapes.id, title: z.string(), state: z.string() })),
})

export const contract = {
  register: query(
    'federations.read',
    '工联会名册',
    z.object({
      under: s.under,
      text: z.string().trim().max(60).optional(),
      grade: s.Grade.optional(),
      mark: s.Mark.optional(),
      ...shapes.page,
    }),
    pageOf(s.Federation),
  ),
  federation: query('federations.read', '一个工联会', byId, Profile),
  targets: query('federations.read', '年度目标和现在的数', z.object({ year: s.year }), z.array(Target)),
  criteria: query(
    'federations.read',
    '等级标准',
    z.object({}),
    z.array(z.object({ grade: s.Grade, validFrom: shapes.day, words: z.string(), source: z.string() })),
  ),
  setCriteria: action(
    'federations.mark',
    '登记等级标准',
    z.object({ grade: s.Grade, validFrom: shapes.day, words: shapes.line(1000), source: shapes.line(200) }),
    z.object({ grade: s.Grade }),
  ),
  saveProfile: action(
    'federations.keep',
    '登记办公面积和经费账户',
    byId.extend({ officeArea: z.int('请填整数').min(0).max(100_000, '面积太大了，请核对'), hasAccount: z.boolean() }),
    done,
  ),
  checklist: query(
    'federations.read',
    '规范化清单',
    inYear,
    z.object({ source: z.string(), items: z.array(s.Item), met: z.int(), notMet: z.int(), open: z.int() }),
  ),
  confirmItem: action(
    'federations.keep',
    '说明这一项',
    inYear.extend({ item: z.string().max(30), evidence: shapes.line(500) }),
    done,
  ),
  checkItem: action(
    'federations.check',
    '核查这一项',
    inYear.extend({ item: z.string().max(30), isMet: z.boolean(), note }),
    done,
  ),
  grids: query(
    'federations.read',
    '网格',
    byId,
    z.object({ grids: z.array(s.Grid), unassigned: z.int(), due: z.int(), rule: z.string() }),
  ),
  gridFirms: query(
    'federations.read',
    '企业',
    byId.extend({
      which: z.enum(['all', 'unassigned', 'due']).default('all'),
      gridId: shapes.id.optional(),
      ...shapes.page,
    }),
    pageOf(s.GridFirm),
  ),
  saveGrid: action(
    'federations.keep',
    '登记网格',
    z.object({ id: shapes.id, gridId: shapes.id.optional(), name: shapes.line(30), leaderId: shapes.id.optional() }),
    done,
  ),
  assignFirms: action(
    'federations.keep',
    '企业分到网格',
    z.object({ gridId: shapes.id, firmIds: z.array(shapes.id).min(1, '请先勾选企业').max(500, '一次最多 500 家') }),
    z.object({ assigned: z.int() }),
  ),
  visits: query('federations.read', '走访记录', byId.extend({ ...shapes.page }), pageOf(s.Visit)),
  visit: action(
    'federations.visit',
    '登记走访',
    z.object({
      id: shapes.id,
      firmId: shapes.id,
      visitedOn: shapes.day,
      found: shapes.line(1000),
      needsFollowUp: z.boolean(),
    }),
    z.object({ id: shapes.id, matterId: shapes.id.nullable() }),
  ),
  clubs: query(
    'federations.read',
    '职工社团',
    inYear,
    z.object({ clubs: z.array(s.Club), activities: z.array(s.Activity) }),
  ),
  saveClub: action(
    'federations.keep',
    '登记社团',
    z.object({
      id: shapes.id,
      clubId: shapes.id.optional(),
      name: shapes.line(40),
      kind: s.ClubKind,
      charter: shapes.text(2000).default(''),
      members: s.count,
      foundedOn: shapes.day,
      endedOn: shapes.day.optional(),
    }),
    done,
  ),
  addActivity: action(
    'federations.keep',
    '登记活动',
    z.object({
      clubId: shapes.id.optional(),
      linkId: shapes.id.optional(),
      title: shapes.line(60),
      heldOn: shapes.day,
      heads: s.count,
      fen: shapes.fen,
      result: shapes.text(500).default(''),
    }),
    done,
  ),
  links: query(
    'federations.read',
    '互联互动',
    z.object({ under: s.under, orgId: shapes.id.optional() }),
    z.object({
      links: z.array(s.Link),
      activities: z.array(s.Activity),
      streets: z.array(z.object({ name: z.string(), path: z.string(), linked: z.int() })),
      least: z.int(),
    }),
  ),
  link: action(
    'federations.link',
    '结成互联互动',
    z.object({
      name: shapes.line(40),
      theme: shapes.line(200),
      sinceOn: shapes.day,
      orgIds: z.array(shapes.id).min(2, '至少选两个工联会').max(12),
    }),
    done,
  ),
  endLink: action('federations.link', '结束互联互动', byId.extend({ on: shapes.day }), done),
  markPilot: action('federations.mark', '列为试点', byId.extend({ on: shapes.day, theme: shapes.line(100) }), done),
  endMark: action(
    'federations.mark',
    '不再是试点、示范点',
    byId.extend({ mark: z.enum(['pilot', 'point']), on: shapes.day }),
    done,
  ),
  foundNewForm: action(
    'federations.mark',
    '登记新就业形态工联会',
    z.object({ parentId: shapes.id, name: shapes.line(60), foundedOn: shapes.day }),
    done,
  ),
  yearTable: query('federations.read', '年度表', z.object({ year: s.year, under: s.under }), z.array(s.YearRow)),
  exportYear: action(
    'federations.export',
    '导出年度表',
    z.object({ year: s.year, under: s.under, reason: why, format: z.enum(['xlsx', 'csv']).default('xlsx') }),
    z.object({ documentId: shapes.id, name: z.string(), rows: z.int() }),
  ),
  list: query('federations.read', '办理中的事', listed.extend({ kind: Kind.optional() }), pageOf(Row)),
  get: query('federations.read', '一件事', byId, Matter),
  propose: action(
    'federations.propose',
    '提出',
    z.object({
      id: shapes.id,
      kind: z.enum(['grade', 'point']),
      grade: s.Grade.optional(),
      content: shapes.line(2000),
    }),
    Stepped,
  ),
  approve: action('federations.approve', '批准', step, Stepped),
  refuse: action('federations.refuse', '不批准', stepWhy, Stepped),
  followUp: action('federations.followUp', '登记跟进结果', stepWhy, Stepped),
  apply: action(
    'federations.apply',
    '申报项目',
    z.object({ id: shapes.id, title: shapes.line(50), content: shapes.line(3000), year: s.year }),
    Stepped,
  ),
  accept: action('federations.accept', '受理', step, Stepped),
  giveBack: action('federations.giveBack', '退回补充', stepWhy, Stepped),
  resubmit: action('federations.resubmit', '补充后再报', byId.extend({ content: shapes.line(3000), note }), Stepped),
  judgesFor: query(
    'federations.appoint',
    '可以请的评委',
    byId.extend({ text: shapes.line(30) }),
    z.array(z.object({ id: shapes.id, name: z.string(), context: z.string() })),
  ),
  appoint: action(
    'federations.appoint',
    '请评委',
    byId.extend({ personIds: z.array(shapes.id).min(1, '请选评委').max(15, '最多 15 位评委'), note }),
    Stepped,
  ),
  conclude: action('federations.conclude', '汇总评分', step, Stepped),
  publish: action('federations.publish', '公示', step, Stepped),
  award: action('federations.award', '授奖', step, Stepped),
  decline: action('federations.decline', '不入选', stepWhy, Stepped),
  judging: query('federations.judge', '请我评的项目', z.object({}), z.array(Judging)),
  recuse: action('federations.judge', '我要回避', stepWhy, done),
  handIn: action(
    'federations.judge',
    '交评分表',
    byId.extend({ points: z.record(z.string().max(30), z.int('请填整数').min(0, '不能是负数').max(100)) }),
    done,
  ),
}
