import type { Cast } from '../../../district/cast.ts'
import { chair, officerOf, shownFactory } from '../../../district/officers.ts'
import { addDays, addMilliseconds, instantAt } from '../../../kernel/calendar/days.ts'
import type { Kind } from '../rules/words.ts'
import type { TransferVerb } from '../workflow.ts'
import { type Member, type Union, unionOf } from './people.ts'

export type Step = { verb: TransferVerb; at: string; by: Cast | null }
export type Planned = {
  n: number
  kind: Kind
  member: Member
  from: Union
  to: Union | null
  steps: Step[]
}

type Way = { kind: Kind; verbs: readonly [verb: TransferVerb, dayLater: number][] }

const moved: Way = {
  kind: 'transfer',
  verbs: [
    ['ask', 0],
    ['release', 2],
    ['accept', 4],
  ],
}
const silent: Way = {
  kind: 'transfer',
  verbs: [
    ['ask', 0],
    ['autoRelease', 6],
    ['accept', 8],
  ],
}
const own = (kind: Kind): Way => ({ kind, verbs: [['settle', 0]] })

/** How twenty matters of earlier years went. */
const ways: readonly Way[] = [
  ...Array.from({ length: 9 }, () => moved),
  ...Array.from({ length: 4 }, () => silent),
  { kind: 'transfer', verbs: [...moved.verbs.slice(0, 1), ['object', 1], ['overrule', 3], ['accept', 5]] },
  { kind: 'transfer', verbs: [...moved.verbs.slice(0, 1), ['object', 1], ['sustain', 3]] },
  { kind: 'transfer', verbs: [...moved.verbs.slice(0, 2), ['refuse', 3], ['place', 5]] },
  { kind: 'transfer', verbs: [...moved.verbs.slice(0, 1), ['withdraw', 1]] },
  {
    kind: 'retain',
    verbs: [
      ['askOwn', 0],
      ['confirm', 2],
    ],
  },
  own('retain'),
  own('leave'),
]
const rare: Readonly<Record<number, Way>> = {
  60: own('died'),
  160: own('died'),
  260: own('died'),
  210: {
    kind: 'expel',
    verbs: [
      ['propose', 0],
      ['approve', 9],
    ],
  },
}

const DAYS_APART = 3

/** Matters of 2023 to 2025: those that ended in a move led into the union the person is in now. */
export function planPast(members: readonly Member[], unions: readonly Union[]): Planned[] {
  return members.map((member, n) => {
    const way = rare[n] ?? (ways[n % ways.length] as Way)
    const other = otherThan(member.union, unions, n * 37)
    const isThere = way.verbs.at(-1)?.[0] === 'accept'
    const day = addDays('2023-01-09', n * DAYS_APART)
    const [from, to] =
      way.kind !== 'transfer' ? [member.union, null] : isThere ? [other, member.union] : [member.union, other]
    return { n, kind: way.kind, member, from, to, steps: stepsOf(way, n, day, from, to) }
  })
}

const otherThan = (own: Union, unions: readonly Union[], n: number): Union => {
  const others = unions.filter(({ id }) => id !== own.id)
  return others[n % others.length] as Union
}

type Open = { way: Way; daysAgo: number }
const ask: Way = { kind: 'transfer', verbs: moved.verbs.slice(0, 1) }
const released: Way = { kind: 'transfer', verbs: moved.verbs.slice(0, 2) }
const then = (way: Way, ...verbs: Way['verbs']): Way => ({ ...way, verbs: [...way.verbs, ...verbs] })
const begun = (way: Way, ...daysAgo: number[]): Open[] => daysAgo.map((days) => ({ way, daysAgo: days }))

/** What is under way now: in every state, some due tomorrow, one that its deciders have let run out. */
const open: readonly Open[] = [
  ...begun(ask, 0, 1, 1, 2, 3, 4, 4),
  ...begun(then(ask, ['object', 1]), 1, 2),
  ...begun(released, 2, 2, 3, 3),
  ...begun(then(ask, ['autoRelease', 6]), 7, 7),
  ...begun(then(ask, ['autoRelease', 6], ['escalate', 11]), 11),
  ...begun(then(released, ['refuse', 3]), 3, 4),
  ...begun({ kind: 'retain', verbs: [['askOwn', 0]] }, 0, 1, 1),
  ...begun({ kind: 'expel', verbs: [['propose', 0]] }, 4, 40),
  ...begun(moved, 12, 14),
]
export const OPEN = open.length

/** Every fourth concerns the factory whose chair is in the demonstration. */
export function planOpen(members: readonly Member[], unions: readonly Union[], today: string): Planned[] {
  const shown = unionOf(shownFactory)
  return open.slice(0, members.length).map(({ way, daysAgo }, n) => {
    const member = members[n] as Member
    const isMove = way.verbs.at(-1)?.[0] === 'accept'
    const other = n % 4 === 1 ? shown : otherThan(member.union, unions, n * 53 + 7)
    const [from, to] =
      way.kind !== 'transfer' ? [member.union, null] : isMove ? [other, member.union] : [member.union, other]
    return { n: 1000 + n, kind: way.kind, member, from, to, steps: stepsOf(way, n, addDays(today, -daysAgo), from, to) }
  })
}

function stepsOf(way: Way, n: number, day: string, from: Union, to: Union | null): Step[] {
  const minute = String((n * 7) % 60).padStart(2, '0')
  const at = (later: number, hour: number) =>
    instantAt(addDays(day, later), `${String(hour).padStart(2, '0')}:${minute}`)
  const isByMember = way.kind === 'transfer' || way.verbs[0]?.[0] === 'askOwn' || way.kind === 'leave'
  const first: Step = { verb: 'request', at: at(0, 8), by: isByMember ? null : officerAt(from) }
  return [
    first,
    ...way.verbs.map(
      ([verb, later], i): Step => ({
        verb,
        at: later === 0 ? addMilliseconds(first.at, 1000) : at(later, 9 + (i % 8)),
        by: handOf(verb, isByMember, from, to),
      }),
    ),
  ]
}

const officerAt = (union: Union): Cast => (union.path === chair.orgPath ? chair : officerOf(union.path))
/** The street decides where the officer of the community has spoken for a union below. */
const upperOfficer = (union: Union): Cast => officerOf(`${union.path.split('.').slice(0, 2).join('.')}.`)

function handOf(verb: TransferVerb, isByMember: boolean, from: Union, to: Union | null): Cast | null {
  if (verb === 'release' || verb === 'object' || verb === 'confirm') return officerAt(from)
  if (verb === 'accept' || verb === 'refuse') return officerAt(to ?? from)
  if (verb === 'overrule' || verb === 'sustain' || verb === 'approve') return upperOfficer(from)
  if (verb === 'place') return upperOfficer(to ?? from)
  return isByMember ? null : officerAt(from)
}
