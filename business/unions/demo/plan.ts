import { randomOf } from '../../../district/random.ts'
import { addDays, addYears, type Day, daysBetween } from '../../../kernel/calendar/days.ts'

/** A base union of the district, as the plan needs to know it. */
export type PlannedUnion = {
  id: string
  path: string
  number: number
  foundedOn: Day
  creditCode: string | null
  /** Of its employer, where it has but one. */
  address: string | null
  /** Of one employer alone. */
  isOwn: boolean
}
export type PlannedTerm = { ordinal: number; fromOn: Day; years: 3 | 5; expiresOn: Day; endedOn: Day | null }
export type Plan = { terms: PlannedTerm[]; hasCertificate: boolean; chairLeftOn: Day | null }

const OVERDUE_WITHIN = 400
const EARLY_WITHIN = 90

/**
 * One union's terms from its founding to today, three or five years each, the next one elected as the last ran out. Of those whose last election was due
 * within the last year one in four has not held it yet; of those due soon one in two has held it early. About 6 % have expired and 3 % are due.
 */
export function planOf(union: PlannedUnion, today: Day): Plan {
  const random = randomOf('union terms', union.number)
  const years = union.number % 4 === 0 ? 3 : 5
  const [late, early, certified, vacant] = [random(), random(), random(), random()] as const
  const starts = [union.foundedOn]
  for (let next = addYears(union.foundedOn, years); next <= today; next = addYears(next, years)) starts.push(next)
  const last = starts.at(-1) ?? union.foundedOn
  if (starts.length > 1 && daysBetween(last, today) <= OVERDUE_WITHIN && late < 0.27) starts.pop()
  else if (daysBetween(today, addYears(last, years)) <= EARLY_WITHIN && early < 0.5)
    starts.push(addDays(today, -5 - (union.number % 40)))
  return {
    terms: starts.map((fromOn, i) => ({
      ordinal: i + 1,
      fromOn,
      years,
      expiresOn: addDays(addYears(fromOn, years), -1),
      endedOn: starts[i + 1] ?? null,
    })),
    hasCertificate: certified < 0.72,
    chairLeftOn: vacant < 0.02 ? addDays(today, -20 - (union.number % 150)) : null,
  }
}
