import type { Ctx } from '../ctx.ts'
import { figuresOf } from '../indicators/fold.ts'

/** What a year is to bring: figure >= or <= number, in the figure's own unit. */
export type Target = {
  figure: string
  title: string
  unit: string
  year: number
  comparator: '>=' | '<='
  number: number
  source: string
}

/** Code of the dated parameter that holds the targets of a figure, one version a year. */
export const targetCode = (figure: string): string => `target.${figure}`

/**
 * Targets of figures that the house has, oldest first, in one statement. @param which narrows them to some figures or one year
 */
export async function listTargets(
  ctx: Ctx,
  which: { figures?: readonly string[]; year?: number } = {},
): Promise<Target[]> {
  const known = new Map(figuresOf(ctx.house.lines).map((one) => [targetCode(one.code), one]))
  const codes = which.figures ? which.figures.map(targetCode) : [...known.keys()]
  if (codes.length === 0) return []
  const rows = await ctx.tx
    .selectFrom('parameters')
    .select(['code', 'valid_from', 'value', 'source'])
    .where('federation_id', '=', ctx.actor.federationId)
    .where('code', 'in', codes)
    .$if(which.year !== undefined, (q) => q.where('valid_from', '=', `${which.year}-01-01`))
    .orderBy('code')
    .orderBy('valid_from')
    .execute()
  return rows.flatMap(({ code, valid_from, value, source }) => {
    const figure = known.get(code)
    const held = value as Pick<Target, 'number' | 'comparator'>
    return figure
      ? [
          {
            figure: figure.code,
            title: figure.figure.title,
            unit: figure.figure.unit,
            year: Number(valid_from.slice(0, 4)),
            ...held,
            source,
          },
        ]
      : []
  })
}

/** Whether a value reaches its target. */
export const isReached = ({ comparator, number }: Pick<Target, 'comparator' | 'number'>, value: number): boolean =>
  comparator === '>=' ? value >= number : value <= number
