import type { Day } from '../kernel/calendar/days.ts'
import { dayAt, laterOf, numberOf } from './days.ts'
import { allEnterprises, type Enterprise } from './enterprises.ts'
import { idNumberOf, phoneOf } from './marks.ts'
import { occupationIn, PLATFORMS, personName } from './names.ts'
import { between, type Random, randomOf, seededId, shuffle } from './random.ts'
import { funnel, PERSONS, type Stage, stages } from './recipe.ts'

export type Person = {
  n: number
  id: string
  enterprise: Enterprise
  stage: Stage
  name: string
  sex: 'male' | 'female'
  birthOn: Day
  idNumber: string
  phone: string
  occupation: string
  isMember: boolean
  /** Path of the union for a member, else of the community. */
  orgPath: string
  collectedOn: Day
  verifiedOn: Day | null
  joinedOn: Day | null
  leftOn: Day | null
}

type Layout = { firstOf: Uint32Array; stageOf: Uint8Array }
let layout: Layout | undefined

/** Who works where and who is at which stage: laid out once, in a fifth of a second. */
function layoutOfPersons(): Layout {
  if (layout) return layout
  const firstOf = firstPersonOfEach()
  layout = { firstOf, stageOf: stagesOf(firstOf) }
  return layout
}

/** People are shared out by headcount, a quarter of the heads of each living firm; `firstOf[n]` is the first person of enterprise n. */
function firstPersonOfEach(): Uint32Array {
  const all = allEnterprises()
  const heads = all.map(({ life, headcount }) => (life === 'alive' ? headcount : 0))
  const sum = heads.reduce((a, b) => a + b)
  const firstOf = new Uint32Array(all.length + 1)
  let before = 0
  heads.forEach((count, n) => {
    before += count
    firstOf[n + 1] = Math.round((before / sum) * PERSONS)
  })
  return firstOf
}

/** Where there is no union nobody is a member; where it is of 2023 nobody was one before. */
function stagesOf(firstOf: Uint32Array): Uint8Array {
  const slots: Record<'without' | 'young' | 'old', number[]> = { without: [], young: [], old: [] }
  for (const enterprise of allEnterprises()) {
    const since = memberSince(enterprise)
    const kind = since === null ? 'without' : since >= '2023-01-01' ? 'young' : 'old'
    for (let p = firstOf[enterprise.n]!; p < firstOf[enterprise.n + 1]!; p++) slots[kind].push(p)
  }
  const left: Record<Stage, number> = { ...funnel }
  const stageOf = new Uint8Array(PERSONS)
  const deal = (to: number[], shares: Partial<Record<Stage, number>>, rest: Stage) => {
    const cards = Object.entries(shares).flatMap(([stage, share]) =>
      new Array<Stage>(Math.floor(to.length * share)).fill(stage as Stage),
    )
    while (cards.length < to.length) cards.push(rest)
    hand(to, cards, left, stageOf)
  }
  deal(slots.without, { verified: 0.5, collected: 0.2 }, 'waiting')
  deal(slots.young, { newcomer: 0.65, verified: 0.2, latecomer: 0.05 }, 'collected')
  hand(
    slots.old,
    stages.flatMap((stage) => new Array<Stage>(left[stage]).fill(stage)),
    left,
    stageOf,
  )
  return stageOf
}

function hand(to: number[], cards: Stage[], left: Record<Stage, number>, stageOf: Uint8Array) {
  shuffle(randomOf('stages', to.length), cards)
  to.forEach((slot, i) => {
    stageOf[slot] = stages.indexOf(cards[i]!)
    left[cards[i]!] -= 1
  })
}

/** The day from which somebody could be a member at this firm. */
function memberSince({ union, openedOn }: Enterprise): Day | null {
  return union && laterOf(union.foundedOn, openedOn)
}

/** The half-open range of numbers of the people of an enterprise. */
export function personsIn(enterprise: Enterprise): { from: number; to: number } {
  const { firstOf } = layoutOfPersons()
  return { from: firstOf[enterprise.n]!, to: firstOf[enterprise.n + 1]! }
}

function enterpriseOfPerson(n: number): Enterprise {
  const { firstOf } = layoutOfPersons()
  let low = 0
  let high = firstOf.length - 2
  while (low < high) {
    const middle = (low + high) >> 1
    if (n < firstOf[middle + 1]!) high = middle
    else low = middle + 1
  }
  return allEnterprises()[low]!
}

/** Identifier of the n-th person, without making the person. */
export const personId = (n: number): string => seededId('person', n)

/** The n-th person of the district, n from 0 to 259 999: the same every time. @throws RangeError outside */
export function personAt(n: number): Person {
  if (!(n >= 0 && n < PERSONS)) throw new RangeError(`no person ${n}`)
  const enterprise = enterpriseOfPerson(n)
  const stage = stages[layoutOfPersons().stageOf[n]!]!
  const random = randomOf('person', n)
  const sex = random() < 0.56 ? 'male' : 'female'
  const dates = datesOf(random, stage, memberSince(enterprise))
  const birthOn = birthBefore(random, dates.collectedOn)
  const isMember = dates.joinedOn !== null && dates.leftOn === null
  return {
    n,
    id: personId(n),
    enterprise,
    stage,
    name: personName(random, sex),
    sex,
    birthOn,
    idNumber: idNumberOf(n, birthOn, sex),
    phone: phoneOf(n),
    occupation: occupationOf(random, enterprise),
    isMember,
    orgPath: isMember ? enterprise.union!.path : enterprise.community.path,
    ...dates,
  }
}

function occupationOf(random: Random, { isNewForm, name, industry }: Enterprise): string {
  const platform = isNewForm && random() < 0.9 ? PLATFORMS.find(({ brand }) => name.startsWith(brand)) : undefined
  return platform?.occupation ?? occupationIn(random, industry)
}

const JANUARY = numberOf('2023-01-01')
const DECEMBER = numberOf('2023-12-31')
const EARLIEST = numberOf('2012-01-01')

type Dates = Pick<Person, 'collectedOn' | 'verifiedOn' | 'joinedOn' | 'leftOn'>

/** Collected before verified before joined, except that members of earlier years verify later. */
function datesOf(random: Random, stage: Stage, since: Day | null): Dates {
  const day = (from: number, to: number) => between(random, from, to)
  const write = (
    collected: number,
    verified: number | null,
    joined: number | null,
    left: number | null = null,
  ): Dates => ({
    collectedOn: dayAt(collected),
    verifiedOn: verified === null ? null : dayAt(verified),
    joinedOn: joined === null ? null : dayAt(joined),
    leftOn: left === null ? null : dayAt(left),
  })
  const first = since === null ? EARLIEST : numberOf(since)
  const inYear = day(Math.max(first, JANUARY), DECEMBER)
  const before = day(Math.max(Math.min(first, JANUARY - 1), EARLIEST), JANUARY - 1)
  switch (stage) {
    case 'newcomer': {
      const verified = day(JANUARY, inYear)
      return write(day(JANUARY, verified), verified, inYear)
    }
    case 'latecomer':
      return write(day(JANUARY - 700, JANUARY - 1), day(JANUARY, inYear), inYear)
    case 'verified': {
      const verified = day(JANUARY, DECEMBER)
      return write(day(JANUARY, verified), verified, null)
    }
    case 'collected':
      return write(day(JANUARY, DECEMBER), null, null)
    case 'renewed':
      return write(Math.max(EARLIEST, before - day(0, 60)), day(JANUARY, DECEMBER), before)
    case 'settled': {
      const left = random() < 0.05 ? day(before, DECEMBER) : null
      return write(Math.max(EARLIEST, before - day(0, 60)), day(before, JANUARY - 1), before, left)
    }
    case 'waiting':
      return write(day(JANUARY - 700, JANUARY - 1), null, null)
  }
}

/** Between 18 and 55 when first collected, and not yet 60 at the end of 2023. */
function birthBefore(random: Random, collectedOn: Day): Day {
  const collected = numberOf(collectedOn)
  const youngest = collected - 18 * 366
  const oldest = Math.max(collected - 55 * 365, numberOf('1964-01-01'))
  return dayAt(oldest + Math.floor((youngest - oldest) * random() ** 0.7))
}
