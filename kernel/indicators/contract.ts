import { z } from 'zod'
import { periodShape } from '../calendar/period.ts'
import { pageOf, query, shapes } from '../contract/contract.ts'
import { groupCodes } from './groups.ts'

export {
  isPeriod,
  isWholeYear,
  monthsOf,
  type Period,
  periodDays,
  periodShape,
  periodWords,
  previousYear,
  statisticsYear,
  yearOf,
} from '../calendar/period.ts'
export { type Group, groupCodes, groupTitles } from './groups.ts'

/** A group of workers. */
const group = z.enum(groupCodes, '没有这个群体，请从列表里选')
/** Of which span, which union (default: the actor's own) with all below it, and which group of workers (default: all). */
const asked = z.object({ period: periodShape, orgPath: z.string().max(100).optional(), group: group.optional() })

const Parts = z.object({ numerator: z.number().nullable(), denominator: z.number().nullable() })
/** `value` is null when it cannot be told: of a group nothing records it for, or as a share of nothing. Never 0 instead. */
const Value = Parts.extend({ value: z.number().nullable() })

const Plate = z.object({
  code: z.string(),
  line: z.string(),
  title: z.string(),
  unit: z.string(),
  kind: z.enum(['flow', 'stock', 'rate']),
  definition: z.string(),
  owner: z.string(),
  /** Whether its records name their person, so that it can be asked for a group of workers. */
  byGroup: z.boolean(),
})

const Total = Plate.extend(Value.shape).extend({
  /** Last day that is in: of a period still running, today. */
  asOf: shapes.day,
  /** The same span one year before (上年同期); of a period still running, up to this day of last year. Null like `value`. */
  lastYear: z.number().nullable(),
  /** What the year's plan wants. Only for whole calendar years and all workers; a count only for the whole district, a rate for every union. */
  target: z.object({ number: z.number(), comparator: z.enum(['>=', '<=']), reached: z.boolean() }).nullable(),
})

/** A month of the period up to today. A flow counts the month, a stock is as of its end, a rate is that of its two parts. */
const Month = Value.extend({ month: z.string(), lastYear: z.number().nullable() })
/** `path` is that of the union asked for itself where `name` is 未分到下级: what lies at no union listed. */
const Union = Value.extend({ path: z.string(), name: z.string() })

export const contract = {
  /** Totals of all figures, of one line, or of those named, in the order of the lines. */
  list: query(
    'figures.read',
    '各项数据',
    asked.extend({ line: z.string().max(100).optional(), codes: z.array(z.string().max(100)).max(100).optional() }),
    z.array(Total),
  ),
  names: query('figures.read', '有哪些数据', z.object({}), z.array(Plate)),
  get: query(
    'figures.read',
    '一项数据',
    asked.extend({ code: z.string().max(100) }),
    Total.extend({
      months: z.array(Month),
      /** Streets or communities directly below in official order, never by value; they and what is not placed below sum to the total. */
      unions: z.array(Union),
      /** Mean over the unions listed (what is not placed below left out); of a rate, the rate of the whole. Null when none is listed. */
      average: z.number().nullable(),
    }),
  ),
  /** The records that were counted, newest first; folded (counted, summed, or told apart by `subject`) they are the figure. */
  records: query(
    'figures.read',
    '数据背后的记录',
    asked.extend({
      code: z.string().max(100),
      /** Of a rate: which of its two parts. */
      part: z.enum(['numerator', 'denominator']).default('numerator'),
      ...shapes.page,
    }),
    pageOf(
      z.object({
        record: shapes.id,
        number: z.string(),
        title: z.string(),
        summary: z.string(),
        place: z.string(),
        at: shapes.instant,
        value: z.number(),
        /** What tells persons or unions apart where a figure counts distinct ones. */
        subject: z.string().nullable(),
        opens: z.string(),
      }),
    ),
  ),
  /** Figures the federation publishes and no line of this house records yet. They have no number here, and none is typed in. */
  unrecorded: query(
    'figures.read',
    '还没有业务登记的数据',
    z.object({}),
    z.array(
      z.object({
        code: z.string(),
        title: z.string(),
        unit: z.string(),
        kind: z.enum(['flow', 'stock', 'rate', 'rank']),
        line: z.string(),
        lineTitle: z.string(),
      }),
    ),
  ),
  /** The groups of workers, who belongs to each and on what ground; one that nothing records says so. */
  groups: query(
    'figures.read',
    '职工群体',
    z.object({}),
    z.array(
      z.object({
        group,
        title: z.string(),
        definition: z.string(),
        isRecorded: z.boolean(),
      }),
    ),
  ),
}
