import { sql } from 'kysely'
import { addDays, addMonths } from '../../kernel/calendar/days.ts'
import type { OutputOf, ParsedOf } from '../../kernel/contract/contract.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { askedOf } from './asked.ts'
import type { contract } from './contract.ts'
import { someDays, spansOf } from './rows.ts'
import { type RatedBand, rateOf } from './rules/words.ts'

const MONTHS = 12

/** The last days of the eleven months before the day, and the day itself. */
export function monthEnds(on: string): string[] {
  const first = `${on.slice(0, 8)}01`
  const ends = Array.from({ length: MONTHS - 1 }, (_, i) => addDays(addMonths(first, i + 2 - MONTHS), -1))
  return [...ends, on]
}

type Point = { day: string; band: RatedBand; base: number; covered: number }

/** Both rates as of the end of each of the last twelve months. One statement: each firm's spans of days are asked twelve times. */
export async function getTrend(
  ctx: Ctx,
  input: ParsedOf<typeof contract.trend>,
): Promise<OutputOf<typeof contract.trend>> {
  const { under, on } = askedOf(ctx, input)
  const days = monthEnds(on)
  const { rows } = await sql<Point>`
    select d.day, s.band, count(*) filter (where s.base @> d.day) as base,
      count(*) filter (where s.base @> d.day and s.cover @> d.day) as covered
    from ${spansOf(ctx.actor.federationId, { under })} s, (${someDays(days)}) d group by 1, 2`.execute(ctx.tx)
  const share = (day: string, band: RatedBand) => {
    const { base, covered } = rows.find((row) => row.day === day && row.band === band) ?? { base: 0, covered: 0 }
    return { base, covered, rate: rateOf(covered, base) }
  }
  return days.map((day) => ({ on: day, large: share(day, '100+'), middle: share(day, '25-99') }))
}
