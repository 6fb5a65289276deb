import { riders, shownStation } from '../../../district/officers.ts'
import type { Person } from '../../../district/persons.ts'
import { between, pick, type Random, randomOf, shuffle, weighted } from '../../../district/random.ts'
import { samplePersons } from '../../../district/sampling.ts'
import type { Category, Channel, Difficulty } from '../rules/words.ts'
import { answers, reviews, stories } from './stories.ts'

/** The federation's report for 2023: 894 appeals handled, 38 510 000 yuan won. */
export const HANDLED = 894
export const RECOVERED_FEN = 3_851_000_000
/** Received in 2023 and ended otherwise. */
const ENDED = { declined: 41, merged: 36, withdrawn: 23 } as const

export type Ending = 'closed' | 'declined' | 'merged' | 'withdrawn' | 'open'

export type Planned = {
  n: number
  ending: Ending
  person: Person
  isAnonymous: boolean
  channel: Channel
  category: Category
  difficulty: Difficulty
  headcount: number
  story: string
  claimFen: number | null
  outcome: keyof typeof answers
  answer: string
  recoveredFen: number
  satisfaction: 'satisfied' | 'basically' | 'dissatisfied' | 'unreachable'
  review: string
  /** When in the year it came in, between 0 and 1. */
  at: number
  /** Share of its limit that the answer took; above 1 it was late. */
  pace: number
}

const categoryFor = weighted<Category>([
  ['wages', 46],
  ['dismissal', 20],
  ['social_insurance', 10],
  ['overtime', 8],
  ['injury', 7],
  ['dispatch', 3],
  ['women', 2],
  ['other', 4],
])
const channelFor = weighted<Channel>([
  ['12345', 26],
  ['window', 19],
  ['hall', 17],
  ['federation', 10],
  ['12351', 8],
  ['shenigong', 6],
  ['station', 5],
  ['informant', 4],
  ['visit', 2],
  ['wechat', 1],
  ['court', 1],
  ['superior', 1],
])
const difficultyFor = weighted<Difficulty>([
  ['general', 68],
  ['difficult', 25],
  ['complex', 7],
])
const satisfactionFor = weighted<Planned['satisfaction']>([
  ['satisfied', 78],
  ['basically', 15],
  ['dissatisfied', 3],
  ['unreachable', 4],
])
const crowdFor = weighted<'one' | 'few' | 'group'>([
  ['one', 82],
  ['few', 13],
  ['group', 5],
])
/** Wages are asked for before the New Year and in summer, more than in autumn. */
const monthFor = weighted([11, 6, 8, 7, 7, 8, 9, 9, 7, 7, 9, 12].map((weight, month) => [month, weight] as const))

/** The year 2023, the same every time. */
export function planYear(): Planned[] {
  const endings = [
    ...Array<Ending>(HANDLED).fill('closed'),
    ...(Object.entries(ENDED) as [Ending, number][]).flatMap(([ending, count]) => Array<Ending>(count).fill(ending)),
  ]
  shuffle(randomOf('appeals endings'), endings)
  const planned = planOf('appeals', endings)
  shareOut(planned.filter((p) => p.ending === 'closed'))
  return planned
}

/** Matters that are open today, so that the desk has work. */
export const planOpen = (): Planned[] => planOf('appeals today', Array<Ending>(96).fill('open')).map(asRider)

/** Two of them are the rider's whose account the demonstration shows: one in hand, one answered. */
function asRider(planned: Planned): Planned {
  if (planned.n !== 5 && planned.n !== 20) return planned
  const { personId: id, name, phone } = riders[0]
  const person = { ...planned.person, id, name, phone, enterprise: shownStation }
  return {
    ...planned,
    person,
    channel: 'hall',
    isAnonymous: false,
    category: 'wages',
    headcount: 1,
    difficulty: 'general',
    story: '站点拖欠我两个月配送费，站长说平台没结款。',
  }
}

function planOf(seed: string, endings: readonly Ending[]): Planned[] {
  const people = samplePersons(randomOf(seed), endings.length, (person) => person.enterprise.life === 'alive')
  return endings.map((ending, n) => planOne(randomOf(seed, n), n, ending, people[n] as Person))
}

function planOne(random: Random, n: number, ending: Ending, person: Person): Planned {
  const category = categoryFor(random)
  const crowd = crowdFor(random)
  const most = Math.max(2, person.enterprise.headcount)
  const headcount =
    crowd === 'one' ? 1 : Math.min(most, crowd === 'few' ? between(random, 2, 9) : between(random, 10, 60))
  const outcome = outcomeOf(random, category)
  const claims = category !== 'other' && random() < 0.8
  return {
    n,
    ending,
    person,
    category,
    headcount,
    outcome,
    isAnonymous: random() < 0.08,
    channel: channelFor(random),
    difficulty: headcount >= 10 ? 'complex' : difficultyFor(random),
    story: pick(random, stories[category])
      .replace('{n}', String(between(random, 2, 6)))
      .replace('{p}', String(headcount > 1 ? headcount : 3)),
    claimFen: claims ? between(random, 20, 900) * 10_000 * Math.max(1, Math.round(headcount * 0.7)) : null,
    answer: pick(random, answers[outcome]),
    recoveredFen: 0,
    satisfaction: satisfactionFor(random),
    review: pick(random, reviews),
    at: 0.003 + ((monthFor(random) + random()) / 12) * 0.99,
    pace: random() < 0.949 ? 0.25 + random() * 0.7 : 1.05 + random() * 0.4,
  }
}

function outcomeOf(random: Random, category: Category): Planned['outcome'] {
  const pays = {
    wages: 0.82,
    dismissal: 0.7,
    overtime: 0.6,
    injury: 0.65,
    social_insurance: 0.35,
    women: 0.5,
    dispatch: 0.5,
    other: 0,
  }[category]
  if (random() < pays) return random() < 0.55 ? 'settled' : 'paid'
  return random() < 0.75 ? 'advised' : 'referred'
}

/** Shares the year's money out over the matters in which money was won, in whole yuan, by what was claimed; the last takes what is left. */
function shareOut(closed: Planned[]): void {
  const won = closed.filter((p) => p.outcome === 'settled' || p.outcome === 'paid')
  const weights = won.map((p) => (p.claimFen ?? 300_000 * p.headcount) * (0.4 + randomOf('appeals money', p.n)() * 0.6))
  const sum = weights.reduce((a, b) => a + b, 0)
  let left = RECOVERED_FEN
  won.forEach((p, i) => {
    const share =
      i === won.length - 1
        ? left
        : Math.max(100, Math.floor(((weights[i] as number) / sum) * (RECOVERED_FEN / 100)) * 100)
    p.recoveredFen = share
    p.claimFen = Math.max(p.claimFen ?? 0, share)
    left -= share
  })
}
