import { dayOf, yearOf } from '../kernel/calendar/days.ts'
import type { Tx } from '../kernel/db/database.ts'
import { takeNumbers } from '../kernel/workflow/numbers.ts'

/** Running numbers of past matters by the year each began in, after those that were given out before. @returns the number of each of `all` */
export async function numbersFor<P extends { steps: readonly { at: string }[] }>(
  tx: Tx,
  federationId: string,
  series: string,
  all: readonly P[],
): Promise<(one: P) => string> {
  const given = new Map<P, string>()
  for (const [year, of] of Map.groupBy(all, ({ steps }) => yearOf(dayOf(steps[0]?.at ?? '')))) {
    const numbers = await takeNumbers(tx, federationId, series, year, of.length)
    of.forEach((one, n) => {
      given.set(one, numbers[n] ?? '')
    })
  }
  return (one) => given.get(one) ?? ''
}
