import { z } from 'zod'
import { pageOf, query, shapes } from '../contract/contract.ts'

const year = z.int('年份请填数字').min(2000).max(2100)
const asked = z.object({ year, orgPath: z.string().max(100).optional() })
const Total = z.object({
  code: z.string(),
  line: z.string(),
  title: z.string(),
  unit: z.string(),
  kind: z.enum(['flow', 'stock', 'rate']),
  definition: z.string(),
  owner: z.string(),
  value: z.number(),
  numerator: z.number().nullable(),
  denominator: z.number().nullable(),
  lastYear: z.number(),
})
export const contract = {
  /** Those of one line, or those named; all of them is a matter of many seconds on a large federation. */
  list: query(
    'figures.read',
    '各项数据',
    asked.extend({ line: z.string().max(100).optional(), codes: z.array(z.string().max(100)).max(24).optional() }),
    z.array(Total),
  ),
  names: query(
    'figures.read',
    '有哪些数据',
    z.object({}),
    z.array(Total.pick({ code: true, line: true, title: true, unit: true, kind: true })),
  ),
  get: query(
    'figures.read',
    '一项数据',
    asked.extend({ code: z.string().max(100) }),
    Total.extend({
      months: z.array(z.object({ month: z.string(), value: z.number() })),
      unions: z.array(z.object({ path: z.string(), name: z.string(), value: z.number() })),
    }),
  ),
  records: query(
    'figures.read',
    '数据背后的记录',
    asked.extend({ code: z.string().max(100), ...shapes.page }),
    pageOf(
      z.object({
        record: shapes.id,
        number: z.string(),
        title: z.string(),
        summary: z.string(),
        place: z.string(),
        at: shapes.instant,
        value: z.number(),
        opens: z.string(),
      }),
    ),
  ),
}
