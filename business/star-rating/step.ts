import type { OutputOf, ParsedOf } from '../../kernel/contract/contract.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { advance, type Change } from '../../kernel/workflow/advance.ts'
import type { RowOf } from '../../kernel/workflow/record.ts'
import { caseLine } from './case-line.ts'
import type { contract } from './contract.ts'
import type { RatingVerb } from './workflow.ts'

export type RatingRow = RowOf<'star_rating'>
export type Input<K extends keyof typeof contract> = ParsedOf<(typeof contract)[K]>
export type Stepped = OutputOf<typeof contract.accept>

/** Takes a step first: whoever may not, or comes too late, is refused before anything else is judged. What fails later undoes it. */
export const take = (ctx: Ctx, verb: RatingVerb, id: string, change: Change<'star_rating'> = {}): Promise<RatingRow> =>
  advance(ctx, caseLine, verb, id, change)

export const stepped = ({ id, number, state }: RatingRow): Stepped => ({ id, number, state })

export const own = (ctx: Ctx, ratingId: string) => ({ federation_id: ctx.actor.federationId, rating_id: ratingId })
