import { z } from 'zod'
import { action, pageOf, query, shapes } from '../../kernel/contract/contract.ts'
import { contract as figures } from '../../kernel/indicators/contract.ts'
import { orgPathShape } from '../../kernel/org/contract.ts'

const count = z.int().min(0)
/** Of which union with all below it; the own one when left out. */
const asked = z.object({ place: orgPathShape.optional() })

/** Open matters by their nearest clock: past it, of those past a legal one, and with seven days or less to go. */
const Counted = z.object({ late: count, legal: count, soon: count })

export const Late = z.object({
  asOf: shapes.instant,
  total: Counted,
  /** Business lines in the order of the report, those with something to tell. */
  lines: z.array(Counted.extend({ line: z.string(), title: z.string() })),
  /** Unions directly below in official order, all of them; `path` is that of the union asked for where `name` is 未分到下级. */
  places: z.array(Counted.extend({ path: z.string(), name: z.string() })),
})

const Matter = z.object({
  id: shapes.id,
  line: z.string(),
  lineTitle: z.string(),
  number: z.string(),
  title: z.string(),
  summary: z.string(),
  place: z.string(),
  /** The union that must act now. */
  unit: z.string(),
  stateTitle: z.string(),
  dueAt: shapes.instant,
  isLegal: z.boolean(),
})

/** What will end soon though no clock of a matter says so: terms of office, certificates. */
export const Expiring = z.object({
  kind: z.enum(['term', 'certificate']),
  title: z.string(),
  definition: z.string(),
  count,
  /** Up to and including this day. */
  until: shapes.day,
  opens: z.string(),
})

/** A target of the year that the plan's forecast misses, or that a year now over has missed. */
export const AtRisk = z.object({
  code: z.string(),
  title: z.string(),
  unit: z.string(),
  comparator: z.enum(['>=', '<=']),
  number: z.number(),
  value: z.number().nullable(),
  forecast: z.number().nullable(),
  isOver: z.boolean(),
})

/** A chapter of the report with its lines that own figures. */
export const Chapter = z.object({
  slug: z.string(),
  title: z.string(),
  lines: z.array(z.object({ slug: z.string(), title: z.string() })),
})

const { period, group, part, code } = figures.records.input.shape

export const contract = {
  chapters: query('overview.read', '各方面的业务', z.object({}), z.array(Chapter)),
  late: query('overview.read', '超时和快到期的事项数', asked, Late),
  matters: query(
    'overview.read',
    '超时和快到期的事项',
    asked.extend({
      when: z.enum(['late', 'legal', 'soon']).default('late'),
      line: z.string().max(100).optional(),
      ...shapes.page,
    }),
    pageOf(Matter),
  ),
  risks: query(
    'overview.read',
    '有风险的目标和快到期的',
    asked.extend({ year: z.int().min(2000).max(2100) }),
    z.object({ targets: z.array(AtRisk), expiring: z.array(Expiring) }),
  ),
  export: action(
    'overview.export',
    '导出数据背后的记录',
    asked.extend({
      code,
      period,
      group,
      part,
      reason: shapes.line(200),
      format: z.enum(['xlsx', 'csv']).default('xlsx'),
    }),
    z.object({ documentId: shapes.id, name: z.string(), rows: count }),
  ),
}
