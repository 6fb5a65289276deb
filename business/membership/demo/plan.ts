import type { Cast } from '../../../district/cast.ts'
import { chair, districtOfficers, officerOf } from '../../../district/officers.ts'
import { addDays, addMilliseconds, instantAt } from '../../../kernel/calendar/days.ts'
import { type MembershipState, type MembershipVerb, workflow } from '../workflow.ts'
import type { Applicant } from './people.ts'

export type Step = { verb: MembershipVerb; at: string; by: Cast | 'worker' | 'system' }
export type Planned = { n: number; applicant: Applicant; kind: Kind; newFormKind: string; steps: Step[] }
/** Whom is asked: the union of the firm or its place, or the street's pool; a child is the district's. */
export type Kind = 'union' | 'pool' | 'child'

type Way = { kind: Kind; daysAgo: number; verbs: readonly [verb: MembershipVerb, dayLater: number][] }
const way = (kind: Kind, daysAgo: number, ...verbs: Way['verbs']): Way => ({ kind, daysAgo, verbs })
const each = (kind: Kind, days: readonly number[], ...verbs: Way['verbs']) =>
  days.map((daysAgo) => way(kind, daysAgo, ...verbs))

/** What is under way or was decided just now: in every state, some due today or tomorrow, one that the district itself has let run out. */
const present: readonly Way[] = [
  ...each('union', [0, 0, 0, 1, 1, 1, 2, 2, 3, 3]),
  ...each('pool', [0, 1, 1, 2]),
  ...each('union', [7], ['escalate', 5]),
  ...each('union', [16], ['escalate', 5], ['escalate', 9]),
  ...each('union', [3, 5, 8], ['askSupplement', 1]),
  ...each('union', [6], ['askSupplement', 1], ['resubmit', 4]),
  way('child', 0),
  ...each('union', [4, 5, 6, 7, 9, 10, 12], ['approve', 2]),
  ...each('union', [8, 13, 17], ['decline', 2]),
  ...each('union', [6, 11], ['withdraw', 1]),
  ...each('union', [9], ['move', 2]),
  ...each('pool', [45], ['pool', 2], ['place', 21]),
]
const pooled: readonly Way[] = Array.from({ length: 30 }, (_, n) =>
  way('pool', n < 28 ? 3 + n : n * 2 - 10, ['pool', 2]),
)
const months: readonly Way[] = Array.from({ length: 72 }, (_, n) =>
  way('union', 20 + n * 4, n % 9 === 4 ? ['decline', 2] : ['approve', 1 + (n % 5 === 0 ? 4 : n % 3)]),
)
export const APPLICATIONS = present.length
export const POOLED = pooled.length
const all = [...present, ...pooled, ...months]
export const PEOPLE = all.length

const trades = ['food_rider', 'courier', 'ride_driver', 'truck_driver', 'domestic_worker']

/** Every fifth of the open ones is asked of the factory whose chair is in the demonstration, when it has somebody there. */
export function planAll(
  applicants: readonly Applicant[],
  young: readonly [Applicant, Applicant],
  today: string,
): Planned[] {
  return all.slice(0, applicants.length).map((one, n) => {
    const applicant = one.kind === 'child' ? young[0] : n === 5 ? young[1] : (applicants[n] as Applicant)
    const trade = one.kind === 'pool' || n % 4 === 0 ? (trades[n % trades.length] ?? '') : ''
    return { n, applicant, kind: one.kind, newFormKind: trade, steps: stepsOf(one, n, applicant, today) }
  })
}

export const streetOf = (path: string): string => `${path.split('.').slice(0, 2).join('.')}.`

/** The officer of the union that decides, and of those above it after each escalation. */
function decider(kind: Kind, { union, placePath }: Applicant, escalations: number): Cast {
  const district = districtOfficers[1] ?? chair
  if (kind === 'child') return districtOfficers[0] ?? chair
  const street = officerOf(streetOf(placePath))
  if (kind === 'pool') return street
  const first = union?.path === chair.orgPath ? chair : officerOf(placePath)
  return [first, street, district][escalations] ?? district
}

function stepsOf({ kind, daysAgo, verbs }: Way, n: number, applicant: Applicant, today: string): Step[] {
  const day = addDays(today, -daysAgo)
  const minute = String((n * 13) % 60).padStart(2, '0')
  const first: Step = { verb: kind === 'child' ? 'flag' : 'apply', at: instantAt(day, `08:${minute}`), by: 'worker' }
  let escalations = 0
  const later = verbs.map(([verb, days], i): Step => {
    if (verb === 'escalate') escalations += 1
    const at = addMilliseconds(instantAt(addDays(day, days), '09:00'), (i * 61 + n * 7) * 60_000)
    const isOwn = verb === 'withdraw' || verb === 'resubmit'
    return { verb, at, by: verb === 'escalate' ? 'system' : isOwn ? 'worker' : decider(kind, applicant, escalations) }
  })
  return [first, ...later]
}

export const stateAfter = (steps: readonly Step[]): MembershipState =>
  steps.reduce<MembershipState>((state, { verb }) => workflow.steps[verb].to ?? state, workflow.start)

/** Path of the union that has it after these steps. */
export function unitAfter({ kind, applicant, steps }: Planned): string {
  const escalations = steps.filter(({ verb }) => verb === 'escalate').length
  const last = decider(kind, applicant, escalations)
  return last.role === 'district_officer' ? `${last.orgPath.split('.')[0]}.` : last.orgPath
}
