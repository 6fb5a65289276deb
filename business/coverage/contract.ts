import { z } from 'zod'
import { action, pageOf, query, shapes } from '../../kernel/contract/contract.ts'
import { headcountSources } from '../../kernel/enterprises/words.ts'
import { orgPathShape } from '../../kernel/org/contract.ts'
import { caseShapes, listed } from '../../kernel/workflow/contract.ts'
import { forms, ratedBands, reasons, standings, warnings } from './rules/words.ts'
import { workflow } from './workflow.ts'

const keys = <K extends string>(of: Record<K, string>) => z.enum(Object.keys(of) as [K, ...K[]])
const Band = keys(ratedBands)
const Form = keys(forms)
const Standing = keys(standings)
const Source = keys(headcountSources)
const Reason = keys(reasons)
const count = z.int().min(0)
const { Row, Matter: Common, Stepped } = caseShapes(workflow)
const byId = z.object({ id: shapes.id })
const dayOrNull = shapes.day.nullable()

/** Which part of the district, as of which day; the own union and today when left out. */
const asked = z.object({ place: orgPathShape.optional(), on: shapes.day.optional() })

const Share = z.object({ base: count, covered: count, rate: z.number().nullable() })
const BandRate = Share.extend({
  band: Band,
  single: count,
  joint: count,
  uncovered: count,
  excluded: count,
  stale: count,
  settling: count,
})
const Parameter = z.object({
  name: z.string(),
  title: z.string(),
  unit: z.string(),
  value: z.number(),
  source: z.string(),
  sure: z.enum(['K', 'F', 'U']),
})
const Rates = z.object({
  on: shapes.day,
  place: z.object({ path: z.string(), name: z.string() }),
  bands: z.array(BandRate),
  /** Members of the covered firms of the base over their workers; null as of an earlier day, for members are counted as of today. */
  members: z.object({ members: count, workers: count, rate: z.number().nullable() }).nullable(),
  /** Since when the state 一百 of the hundred band, or its lack, holds; null as long as records go. */
  full: z.object({ isFull: z.boolean(), since: dayOrNull, days: z.int().nullable() }),
  places: z.array(z.object({ path: z.string(), name: z.string(), large: Share, middle: Share })),
  parameters: z.array(Parameter),
})
const Month = z.object({ on: shapes.day, large: Share, middle: Share })

export const Firm = z.object({
  id: shapes.id,
  name: z.string(),
  place: z.string(),
  band: Band,
  headcount: count,
  countedOn: shapes.day,
  source: Source,
  openedOn: shapes.day,
  standing: Standing,
  form: Form.nullable(),
  unionName: z.string().nullable(),
  unionPath: z.string().nullable(),
  exclusionId: shapes.id.nullable(),
  /** Full members today; null as of an earlier day. */
  members: count.nullable(),
})
const narrowed = asked.extend({ band: Band.optional(), standing: Standing.default('uncovered'), form: Form.optional() })

export const Warning = z.object({
  id: shapes.id,
  name: z.string(),
  place: z.string(),
  kind: keys(warnings),
  /** The day on which it would break; null when none can be told. */
  on: dayOrNull,
  isEstimate: z.boolean(),
  why: z.string(),
  headcount: count,
})
const InForce = z.object({
  id: shapes.id,
  number: z.string(),
  enterpriseId: shapes.id,
  name: z.string(),
  place: z.string(),
  reason: Reason,
  approvedOn: shapes.day,
  untilOn: shapes.day,
  proposedBy: z.string(),
  approvedBy: z.string(),
})

export const Matter = Common.extend({
  enterpriseId: shapes.id,
  enterpriseName: z.string(),
  reason: Reason,
  evidence: z.string(),
  untilOn: shapes.day,
  approvedOn: dayOrNull,
  endedOn: dayOrNull,
  files: z.array(z.object({ id: shapes.id, name: z.string(), mediaType: z.string(), bytes: z.int() })),
})

const proposed = z.object({
  enterpriseId: shapes.id,
  reason: Reason,
  evidence: shapes.line(1000),
  untilOn: shapes.day,
  files: z.array(shapes.id).max(20).default([]),
})

export const contract = {
  rates: query('coverage.read', '建会率', asked, Rates),
  trend: query('coverage.read', '十二个月的建会率', asked, z.array(Month)),
  firms: query('coverage.read', '建会名单', narrowed.extend(shapes.page), pageOf(Firm)),
  watch: query('coverage.read', '可能打破百分之百的企业', asked.pick({ place: true }), z.array(Warning)),
  exclusions: query('coverage.read', '列入不计的企业', asked, z.array(InForce)),
  export: action(
    'coverage.export',
    '导出建会名单',
    narrowed.extend({ reason: shapes.line(200), format: z.enum(['xlsx', 'csv']).default('xlsx') }),
    z.object({ documentId: shapes.id, name: z.string(), rows: z.int() }),
  ),
  list: query('coverage.read', '列入不计事项', listed, pageOf(Row)),
  get: query('coverage.read', '一件列入不计', byId, Matter),
  propose: action('coverage.propose', '提出不计', proposed, Stepped),
  approve: action('coverage.approve', '批准', byId.extend({ note: shapes.text(1000).default('') }), Stepped),
  refuse: action('coverage.refuse', '不批准', byId.extend({ note: shapes.line(1000) }), Stepped),
  lift: action('coverage.lift', '提前恢复计入', byId.extend({ note: shapes.line(1000) }), Stepped),
}
