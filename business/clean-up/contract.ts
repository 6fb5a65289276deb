import { z } from 'zod'
import { action, pageOf, query, shapes } from '../../kernel/contract/contract.ts'
import { caseShapes, listed } from '../../kernel/workflow/contract.ts'
import { allKinds, type outcomes } from './rules/kinds.ts'
import { workflow } from './workflow.ts'

const { Row, Matter: Common, Stepped } = caseShapes(workflow)
const byId = z.object({ id: shapes.id })
const why = z.string().trim().min(4, '请写明原因，至少四个字').max(500, '最多写 500 个字，请精简')
const Kind = z.enum(allKinds)
const under = z.string().max(200).optional()

/** Subjects are those within reach; `others` counts those that are not. */
export const Finding = z.object({
  id: shapes.id,
  kind: Kind,
  title: z.string(),
  state: z.enum(['open', 'taken', 'settled', 'dismissed', 'gone']),
  foundOn: shapes.day,
  place: z.string(),
  count: z.int(),
  matterId: shapes.id.nullable(),
})
const Stint = z.object({ union: z.string(), kind: z.string(), fromOn: shapes.day, toOn: shapes.day.nullable() })
/** One of the records of a finding, masked; what is compared side by side. */
const Subject = z.object({
  id: shapes.id,
  subject: z.enum(['person', 'union', 'firm']),
  name: z.string(),
  href: z.string(),
  facts: z.array(z.object({ term: z.string(), value: z.string() })),
  stints: z.array(Stint),
})
export const Opened = Finding.extend({ subjects: z.array(Subject), others: z.int(), advice: z.string() })
export const Matter = Common.extend({ finding: Opened, outcome: z.string().nullable(), mergeId: shapes.id.nullable() })

const Count = z.object({
  kind: Kind,
  title: z.string(),
  advice: z.string(),
  open: z.int(),
  searchedAt: shapes.instant.nullable(),
})

export const contract = {
  counts: query('clean-up.read', '各类问题有多少', z.object({ under }), z.array(Count)),
  findings: query(
    'clean-up.read',
    '一类问题的清单',
    z.object({ kind: Kind, under, state: z.enum(['open', 'dismissed']).default('open'), ...shapes.page }),
    pageOf(Finding),
  ),
  finding: query('clean-up.read', '一条问题', byId, Opened),
  list: query('clean-up.read', '核实中的问题', listed, pageOf(Row)),
  get: query('clean-up.read', '一件核实', byId, Matter),
  merges: query(
    'clean-up.read',
    '合并过的人员',
    z.object({ ...shapes.page }),
    pageOf(
      z.object({ id: shapes.id, number: z.string(), at: shapes.instant, place: z.string(), canUndo: z.boolean() }),
    ),
  ),
  search: action('clean-up.search', '现在查一遍', z.object({}), z.object({ parts: z.int() })),
  takeUp: action('clean-up.takeUp', '接手核实', z.object({ findingId: shapes.id }), Stepped),
  merge: action('clean-up.merge', '合并', byId.extend({ keepId: shapes.id, goneId: shapes.id, note: why }), Stepped),
  settle: action(
    'clean-up.settle',
    '登记处理结果',
    byId.extend({
      outcome: z.enum(['corrected', 'transferred', 'closed', 'renewed'] satisfies (keyof typeof outcomes)[]),
      note: why,
    }),
    Stepped,
  ),
  dismiss: action('clean-up.dismiss', '不是问题', byId.extend({ note: why }), Stepped),
  dismissMany: action(
    'clean-up.dismiss',
    '批量标为不是问题',
    z.object({ ids: z.array(shapes.id).min(1, '请先勾选').max(100, '一次最多 100 条'), note: why }),
    z.object({ dismissed: z.int() }),
  ),
  undo: action('clean-up.undo', '撤销合并', byId.extend({ note: why }), Stepped),
}
