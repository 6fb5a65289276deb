import { uuidv7 } from 'uuidv7'
import type { Ctx } from '../ctx.ts'
import { figuresOf } from '../indicators/fold.ts'

/** What a year is to bring: figure >= or <= number, in the figure's own unit. */
export type Target = {
  id: string
  figure: string
  title: string
  unit: string
  year: number
  comparator: '>=' | '<='
  number: number
  /** How the paper words it where that differs; else ''. */
  said: string
  source: string
  department: string
  /** Null while the plan is a draft. */
  issuedOn: string | null
  /** Whether some line records the figure. What nobody records has no value, and none is typed. */
  isRecorded: boolean
}

type Which = {
  figures?: readonly string[]
  year?: number
  /** Also drafts, and figures that no line records yet. */
  withAll?: boolean
}

/**
 * Issued targets of figures that the house has, by year in the plan's own order, in one statement.
 * @param which narrows them to some figures or one year, or widens them to the whole plan
 */
export async function listTargets(ctx: Ctx, which: Which = {}): Promise<Target[]> {
  const known = new Map(figuresOf(ctx.house.lines).map((one) => [one.code, one.figure]))
  if (which.figures?.length === 0) return []
  const rows = await ctx.tx
    .selectFrom('targets')
    .select(['id', 'figure', 'title', 'unit', 'year', 'comparator', 'number', 'said', 'source', 'department'])
    .select('issued_on as issuedOn')
    .where('federation_id', '=', ctx.actor.federationId)
    .$if(which.figures !== undefined, (q) => q.where('figure', 'in', which.figures ?? []))
    .$if(which.year !== undefined, (q) => q.where('year', '=', which.year ?? 0))
    .$if(!which.withAll, (q) => q.where('issued_on', 'is not', null))
    .orderBy('year')
    .orderBy('sort')
    .orderBy('figure')
    .execute()
  return rows.flatMap((row) => {
    const figure = known.get(row.figure)
    if (!figure && !which.withAll) return []
    return [
      {
        ...row,
        title: row.title || figure?.title || row.figure,
        unit: figure?.unit ?? row.unit,
        isRecorded: figure !== undefined,
      },
    ]
  })
}

export type NewTarget = Pick<Target, 'figure' | 'year' | 'comparator' | 'number' | 'source'> &
  Partial<Pick<Target, 'title' | 'unit' | 'said' | 'department' | 'issuedOn'>> & { sort?: number }

/**
 * Writes down the target of a figure for a year; one that stands there already is replaced. Who may, and when, is for the plan to say.
 * @returns its id
 */
export async function saveTarget(ctx: Ctx, { issuedOn, ...target }: NewTarget): Promise<string> {
  const { title = '', unit = '', said = '', department = '' } = target
  const edited = { edited_by: ctx.actor.personId, edited_at: ctx.now }
  const words = { ...target, title, unit, said, department, ...edited }
  const { id } = await ctx.tx
    .insertInto('targets')
    .values({ ...words, federation_id: ctx.actor.federationId, id: uuidv7(), issued_on: issuedOn ?? null })
    .onConflict((c) => c.columns(['federation_id', 'year', 'figure']).doUpdateSet(words))
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** Whether a value reaches its target. */
export const isReached = ({ comparator, number }: Pick<Target, 'comparator' | 'number'>, value: number): boolean =>
  comparator === '>=' ? value >= number : value <= number
