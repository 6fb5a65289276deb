import { z } from 'zod'
import { shapes } from '../../kernel/contract/contract.ts'
import { statesOf } from '../../kernel/workflow/define.ts'
import { aspects, causes, conditions, matterKinds, methods, sources, taskLines } from './rules/words.ts'
import { workflow } from './workflow.ts'

const keys = <T extends Record<string, unknown>>(words: T, advice = '请选一项') =>
  z.enum(Object.keys(words) as [keyof T & string], advice)

export const Kind = keys(matterKinds)
export const Aspect = keys(aspects)
export const Cause = keys(causes)
export const Comparator = z.enum(['>=', '<='])
export const year = z.int('请填年份').min(2020, '年份太早了，请核对').max(2100, '年份太晚了，请核对')
export const quarter = z.int('请选择季度').min(1, '请选择季度').max(4, '请选择季度')
export const number = z
  .number('请填数字')
  .min(0, '不能是负数')
  .max(1e12, '太大了，请核对')
  .refine((value) => Number(value.toFixed(2)) === value, '最多写两位小数')
export const why = z.string().trim().min(4, '请写明原因，至少四个字').max(500, '最多写 500 个字，请精简')
export const byId = z.object({ id: shapes.id })
export const department = shapes.line(30)
/** Where the proof stands in the console: one of our own addresses. */
export const link = z
  .string()
  .trim()
  .max(300)
  .regex(/^(\/console\/[\w\-./?=&%:]*)?$/, '请填本系统里的地址，以 /console/ 开头；没有就空着')
  .default('')

export const Reading = z.object({
  value: z.number(),
  forecast: z.number().nullable(),
  method: keys(methods),
  error: z.number().nullable(),
  errorPoints: z.int(),
  average: z.number().nullable(),
  readAt: shapes.instant,
})

export const Target = z.object({
  id: shapes.id,
  figure: z.string(),
  title: z.string(),
  unit: z.string(),
  year: z.int(),
  comparator: Comparator,
  number: z.number().nullable(),
  districtNumber: z.number(),
  said: z.string(),
  source: z.string(),
  department: z.string(),
  issuedOn: shapes.day.nullable(),
  isRecorded: z.boolean(),
  value: z.number().nullable(),
  percent: z.number().nullable(),
  risk: z.enum(['reached', 'on_way', 'at_risk', 'missed', 'unknown']),
  reading: Reading.nullable(),
})

export const Node = z.object({
  id: shapes.id,
  title: z.string(),
  dueOn: shapes.day,
  expectedOn: shapes.day.nullable(),
  doneOn: shapes.day.nullable(),
  note: z.string(),
})

export const Task = z.object({
  id: shapes.id,
  number: z.string(),
  title: z.string(),
  year: z.int(),
  line: z.string(),
  lineTitle: z.string(),
  chapter: z.string(),
  chapterTitle: z.string(),
  source: z.string(),
  department: z.string(),
  partners: z.string(),
  responsible: z.string().nullable(),
  responsibleId: shapes.id.nullable(),
  quarterFrom: z.int(),
  quarterTo: z.int(),
  state: statesOf(workflow),
  condition: keys(conditions),
  isAdjusted: z.boolean(),
  isAsked: z.boolean(),
  nodes: z.array(Node),
})

/** What is written down of a task. */
export const taskWords = {
  title: shapes.line(80),
  line: keys(taskLines, '请选择属于哪项业务'),
  source: z.enum(sources, '请选择来源'),
  department,
  partners: shapes.text(200).default(''),
  responsibleId: shapes.id.optional(),
  quarterFrom: quarter,
  quarterTo: quarter,
  nodes: z.array(z.object({ title: shapes.line(60), dueOn: shapes.day })).max(20, '最多 20 个节点'),
}
type Quarters = { quarterFrom: number; quarterTo: number }

/** A task with its quarters the right way round. */
export const task = <T extends z.ZodType<Quarters>>(shape: T): T =>
  shape.refine(({ quarterFrom, quarterTo }) => quarterFrom <= quarterTo, {
    message: '完成季度不能早于开始季度',
    path: ['quarterTo'],
  })

/** What is written down of a target. */
export const TargetWords = z.object({
  figure: z
    .string()
    .trim()
    .max(100)
    .regex(/^[a-z][a-z-]*\.[a-zA-Z0-9]+$/, '请选择一项数据，或写成 legal-aid.streetBrands 这样的代号'),
  title: shapes.text(60).default(''),
  unit: shapes.text(10).default(''),
  comparator: Comparator,
  number,
  said: shapes.text(100).default(''),
  source: shapes.line(200),
  department: shapes.text(30).default(''),
})

const wishWords = {
  targetId: shapes.id.optional(),
  taskId: shapes.id.optional(),
  aspect: Aspect,
  number: number.optional(),
  quarterFrom: quarter.optional(),
  quarterTo: quarter.optional(),
  department: department.optional(),
  reason: why,
}
const missing = {
  number: { number: '请填调整后的目标数' },
  quarters: { quarterFrom: '请选择从哪个季度', quarterTo: '请选择到哪个季度' },
  department: { department: '请填调整后的牵头部室' },
} as const satisfies Record<z.output<typeof Aspect>, Partial<Record<keyof typeof wishWords, string>>>

/** What is asked to be changed: each aspect has boxes of its own, and an empty one is named together with all others at fault. */
export const Wish = z.object(wishWords).check(
  z.superRefine(
    (wish, ctx) => {
      for (const [name, message] of Object.entries(missing[wish.aspect] ?? {})) {
        if (wish[name as keyof typeof wish] === undefined) ctx.addIssue({ code: 'custom', path: [name], message })
      }
    },
    { when: ({ value }) => Aspect.safeParse((value as { aspect?: unknown } | null)?.aspect).success },
  ),
)

/** A change of what was issued, as proposed. */
export const Adjustment = z.object({
  id: shapes.id,
  number: z.string(),
  state: statesOf(workflow),
  aspect: Aspect,
  was: z.string(),
  becomes: z.string(),
  reason: z.string(),
  at: shapes.instant,
})

/** What the watch asked about, and the answer. */
export const Supervision = z.object({
  id: shapes.id,
  number: z.string(),
  state: statesOf(workflow),
  cause: Cause,
  title: z.string(),
  answer: z.string(),
  expectedOn: shapes.day.nullable(),
  at: shapes.instant,
})
