import { z } from 'zod'
import { action, pageOf, query, secret, shapes } from '../../kernel/contract/contract.ts'
import { caseShapes, listed } from '../../kernel/workflow/contract.ts'
import * as s from './shapes.ts'
import { workflow } from './workflow.ts'

const { Row: Common, Matter: CommonMatter, Stepped } = caseShapes(workflow)
const { byId } = s
const done = z.object({ id: shapes.id })
const step = byId.extend({ note: shapes.text(500).default('') })
const stepWhy = byId.extend({ note: s.why })
const inYear = z.object({ year: s.year })

export const Row = Common.extend({ kind: s.Kind, year: z.int(), department: z.string() })
export const Matter = CommonMatter.extend({
  kind: s.Kind,
  year: z.int(),
  task: s.Task.nullable(),
  evidence: z.string(),
  evidenceLink: z.string(),
  /** What an adjustment or a supervision is about. */
  about: z.object({ title: z.string(), opens: z.string() }).nullable(),
  adjustment: s.Adjustment.nullable(),
  supervision: s.Supervision.nullable(),
  adjustments: z.array(s.Adjustment),
  supervisions: z.array(s.Supervision),
})
const Year = z.object({
  year: z.int(),
  title: z.string(),
  source: z.string(),
  copiedFrom: z.int().nullable(),
  issuedOn: shapes.day.nullable(),
})
const Street = z.object({
  id: shapes.id,
  name: z.string(),
  path: z.string(),
  number: z.number().nullable(),
  value: z.number(),
  percent: z.number().nullable(),
})

export const contract = {
  years: query('plan.read', '有计划的年份', z.object({}), z.array(Year)),
  plan: query(
    'plan.read',
    '一年的目标和任务',
    inYear,
    z.object({
      year: Year.nullable(),
      isDistrict: z.boolean(),
      timePassed: z.number(),
      targets: z.array(s.Target),
      tasks: z.array(s.Task),
    }),
  ),
  target: query(
    'plan.read',
    '一项目标',
    byId,
    z.object({
      target: s.Target,
      isDistrict: z.boolean(),
      timePassed: z.number(),
      months: z.array(z.object({ month: z.string(), value: z.number() })),
      isCumulative: z.boolean(),
      streets: z.array(Street),
      hint: z.string(),
      even: z.array(z.number()),
      adjustments: z.array(s.Adjustment),
      supervisions: z.array(s.Supervision),
    }),
  ),
  list: query('plan.read', '任务、调整和督办', listed.extend({ kind: s.Kind.optional() }), pageOf(Row)),
  get: query('plan.read', '一件事', byId, Matter),
  startYear: action(
    'plan.draft',
    '起草年度计划',
    inYear.extend({ title: shapes.line(60), source: shapes.line(200), copyFrom: s.year.optional() }),
    z.object({ year: z.int(), targets: z.int(), tasks: z.int() }),
  ),
  saveTarget: action('plan.draft', '写目标', inYear.extend(s.TargetWords.shape), done),
  dropTarget: action('plan.draft', '去掉目标', byId, done),
  draftTask: action('plan.draftTask', '草拟任务', s.task(inYear.extend(s.taskWords)), Stepped),
  editTask: action('plan.draftTask', '修改任务', s.task(byId.extend(s.taskWords)), done),
  peopleFor: query(
    'plan.draftTask',
    '可以负责的人',
    z.object({ text: shapes.line(30) }),
    z.array(z.object({ id: shapes.id, name: z.string(), context: z.string() })),
  ),
  issueYear: action('plan.issue', '下达', inYear, z.object({ targets: z.int(), tasks: z.int() })),
  split: action(
    'plan.split',
    '分到街道',
    byId.extend({
      shares: z
        .array(z.object({ orgId: shapes.id, number: s.number.nullable() }))
        .min(1)
        .max(40),
    }),
    done,
  ),
  markNode: action(
    'plan.markNode',
    '登记节点完成',
    byId.extend({ nodeId: shapes.id, doneOn: shapes.day, note: shapes.line(300) }),
    Stepped,
  ),
  finish: action('plan.finish', '报完成', stepWhy.extend({ link: s.link }), Stepped),
  signOff: action('plan.signOff', '销号', step, Stepped),
  giveBack: action('plan.giveBack', '退回继续办', stepWhy, Stepped),
  propose: action('plan.propose', '提出调整', s.Wish, Stepped),
  approve: action('plan.approve', '批准', step, Stepped),
  refuse: action('plan.refuse', '不批准', stepWhy, Stepped),
  answer: action('plan.answer', '答复督办', stepWhy.extend({ expectedOn: shapes.day }), Stepped),
  exportPlan: action(
    'plan.export',
    '导出年度任务',
    inYear.extend({ reason: s.why, format: z.enum(['xlsx', 'csv']).default('xlsx') }),
    z.object({ documentId: shapes.id, name: z.string(), rows: z.int() }),
  ),
  feed: query('plan.subscribe', '我的日历订阅', z.object({}), z.object({ madeAt: shapes.instant.nullable() })),
  makeFeed: secret(action('plan.subscribe', '生成日历订阅地址', z.object({}), z.object({ path: z.string() }))),
  revokeFeed: action('plan.subscribe', '停用日历订阅', z.object({}), z.object({ wasThere: z.boolean() })),
}
