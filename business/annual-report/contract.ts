import { z } from 'zod'
import { action, pageOf, query, shapes } from '../../kernel/contract/contract.ts'
import { orgPathShape } from '../../kernel/org/contract.ts'
import { caseShapes } from '../../kernel/workflow/contract.ts'
import { Body } from './rules/body.ts'
import { workflow } from './workflow.ts'

const year = z.int('年份请填数字').min(2000, '年份太早了，请核对').max(2100, '年份太晚了，请核对')
const count = z.int().min(0)
const byId = z.object({ id: shapes.id })
const kind = z.enum(['flow', 'stock', 'rate'])
const comparator = z.enum(['>=', '<='])
const { State, Matter: Common, Stepped } = caseShapes(workflow)
const numberOrNull = z.number().nullable()
const instantOrNull = shapes.instant.nullable()

const Listed = z.object({
  id: shapes.id,
  title: z.string(),
  union: z.string(),
  place: orgPathShape,
  year,
  edition: count,
  state: State,
  editorName: z.string(),
  editedAt: shapes.instant,
  publishedAt: instantOrNull,
})

/** `annex` is the code of the figure or target explained in the annex. */
const Run = z.object({ text: z.string(), annex: z.string().optional() })
const Printed = z.object({ level: z.literal([0, 1, 2, 3, 4]), number: z.string(), runs: z.array(Run) })

const Wording = z.object({
  in: z.enum(['万', '亿']).optional(),
  digits: z.int().optional(),
  qualifier: z.enum(['余', '超', '近', '达']).optional(),
})
/** A figure that may be told. What it is worth is asked of `figures`. */
const Plate = z.object({
  code: z.string(),
  line: z.string(),
  lineTitle: z.string(),
  title: z.string(),
  unit: z.string(),
  kind,
  initials: z.string(),
  wording: Wording.optional(),
})
const Wanted = z.object({
  code: z.string(),
  title: z.string(),
  unit: z.string(),
  comparator,
  number: numberOrNull,
  said: z.string(),
  initials: z.string(),
})

export const FrozenFigure = z.object({
  code: z.string(),
  line: z.string(),
  title: z.string(),
  unit: z.string(),
  kind,
  definition: z.string(),
  owner: z.string(),
  value: z.number(),
  numerator: numberOrNull,
  denominator: numberOrNull,
  lastYear: numberOrNull,
  asOf: shapes.day,
  words: z.string(),
})
export const FrozenTarget = z.object({
  code: z.string(),
  year,
  title: z.string(),
  unit: z.string(),
  comparator,
  number: z.number(),
  source: z.string(),
  words: z.string(),
})

/** A published report that this one is held against. */
const Beside = z.object({
  id: shapes.id,
  year,
  edition: count,
  values: z.array(z.object({ code: z.string(), value: z.number(), words: z.string() })),
})

const Matter = Common.omit({ clocks: true }).extend({
  union: z.string(),
  orgPath: orgPathShape,
  year,
  edition: count,
  revision: count,
  body: Body,
  editorName: z.string(),
  editedAt: shapes.instant,
  /** Whether the reader's own post may write this draft. */
  isMine: z.boolean(),
  publishedAt: instantOrNull,
  publishedBy: z.string(),
  documentNumber: z.string(),
  fingerprint: z.string().nullable(),
  frozen: z
    .object({ text: z.array(Printed), figures: z.array(FrozenFigure), targets: z.array(FrozenTarget) })
    .nullable(),
  /** The edition before, and the last one of the year before. */
  before: z.object({ edition: Beside.nullable(), year: Beside.nullable() }),
})

const Restatement = z.object({
  code: z.string(),
  title: z.string(),
  was: z.number(),
  /** Null when the figure cannot be told any more. */
  now: numberOrNull,
  wasWords: z.string(),
  nowWords: z.string(),
  difference: z.string(),
  isRedefined: z.boolean(),
  /** How many records count otherwise; null where they were too many to be kept with the report. */
  changed: count.nullable(),
  /** The first of them. Where that is not known: matters of the line handled since, newest first. */
  records: z.array(
    z.object({ id: shapes.id, number: z.string(), title: z.string(), change: z.string(), opens: z.string() }),
  ),
})

export const contract = {
  list: query(
    'annual-report.read',
    '年度报告',
    z.object({ ...shapes.page, year: year.optional(), under: orgPathShape.optional() }),
    pageOf(Listed),
  ),
  get: query('annual-report.read', '一份年度报告', byId, Matter),
  /** What can be put into the text of a report. */
  tokens: query(
    'annual-report.read',
    '可以插入的数据和目标',
    byId,
    z.object({ figures: z.array(Plate), targets: z.array(Wanted) }),
  ),
  /** What of a published report is different by now. */
  restatements: query('annual-report.read', '定稿后变动的数', byId, z.array(Restatement)),
  verify: query(
    'annual-report.read',
    '核对校验码',
    byId,
    z.object({ fingerprint: z.string(), computed: z.string(), isIntact: z.boolean() }),
  ),
  /** The first draft of a year, or the next edition of what was published: then it begins from its text. */
  open: action('annual-report.open', '起草年度报告', z.object({ year }), Stepped),
  /** `revision` is the one that was read: who saves over somebody else's is told so. */
  save: action(
    'annual-report.save',
    '保存草稿',
    byId.extend({ revision: count, title: shapes.line(80), body: Body }),
    z.object({ revision: count, editedAt: shapes.instant }),
  ),
  publish: action(
    'annual-report.publish',
    '定稿',
    byId.extend({
      revision: count,
      documentNumber: z
        .union([
          z.literal(''),
          z.string().regex(/^\p{Script=Han}{1,12}〔\d{4}〕[1-9]\d*号$/u, '文号请写成 龙工〔2024〕1号 这样'),
        ])
        .default(''),
    }),
    Stepped,
  ),
  discard: action('annual-report.discard', '作废草稿', byId.extend({ note: shapes.line(500) }), Stepped),
  /** Written as Word; as PDF once more, by whoever may see the file (`POST /api/documents/:id/pdf`). */
  download: action('annual-report.read', '下载年度报告', byId, z.object({ documentId: shapes.id, name: z.string() })),
}
