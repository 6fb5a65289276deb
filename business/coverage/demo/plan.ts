import { allEnterprises, type Enterprise } from '../../../district/enterprises.ts'
import { between, type Random, randomOf } from '../../../district/random.ts'
import { addDays, addMonths } from '../../../kernel/calendar/days.ts'

/** A count of a firm's workers after 2023. */
export type Count = {
  enterpriseId: string
  on: string
  headcount: number
  source: 'social_insurance' | 'declared' | 'visit'
}

/** The days around which everybody was counted: each within twelve months of the one before. */
const ROUNDS = ['2024-06-01', '2025-04-01', '2025-10-01'] as const
/** Counts are of the last half year, and not older than a year after the last round. */
const lastRound = (today: string) => {
  const first = addDays(today, -170)
  const until = addMonths(ROUNDS[2], 12)
  return until > first ? { first, days: Math.min(150, daysFrom(first, until)) } : { first, days: 150 }
}
const daysFrom = (from: string, to: string) => (Date.parse(to) - Date.parse(from)) / 86_400_000

/** What becomes of a firm after 2023, besides the usual few per cent more or less within its band. */
type Fate = 'steady' | 'grows' | 'shrinks' | 'dwindles' | 'breaks' | 'approaches' | 'forgotten'

const FATES: readonly { fate: Fate; suits: (firm: Enterprise) => boolean; count: number }[] = [
  { fate: 'breaks', suits: (firm) => !firm.union && firm.headcount > 70 && firm.headcount < 90, count: 1 },
  { fate: 'approaches', suits: (firm) => !firm.union && firm.headcount > 60 && firm.headcount < 95, count: 6 },
  {
    fate: 'grows',
    suits: (firm) => firm.union?.form === 'single' && firm.band === '25-99' && firm.headcount > 70,
    count: 14,
  },
  {
    fate: 'shrinks',
    suits: (firm) => firm.union?.form === 'single' && firm.band === '100+' && firm.headcount < 125,
    count: 10,
  },
  { fate: 'dwindles', suits: (firm) => firm.union?.form === 'joint' && firm.headcount < 30, count: 5 },
  { fate: 'forgotten', suits: (firm) => firm.band === '25-99' && firm.headcount < 60, count: 40 },
]

/** The living firms with 25 workers or more, each with what becomes of it. */
export function fatesOf(): { firm: Enterprise; fate: Fate }[] {
  const firms = allEnterprises().filter(({ life, band }) => life === 'alive' && band !== '<25')
  const left = new Map(FATES.map(({ fate, count }) => [fate, count]))
  const fated = new Map<string, Fate>()
  for (const { fate, suits } of FATES) {
    // Spread over the district: every so many firms one.
    const fit = firms.filter((firm) => !fated.has(firm.id) && suits(firm))
    const step = Math.max(1, Math.floor(fit.length / (left.get(fate) ?? 1)))
    const chosen = fit.filter((_, i) => i % step === 0).slice(0, left.get(fate))
    for (const firm of chosen) fated.set(firm.id, fate)
  }
  return firms.map((firm) => ({ firm, fate: fated.get(firm.id) ?? 'steady' }))
}

const steady = (random: Random, { headcount, band }: Enterprise): number => {
  const next = Math.round(headcount * (0.95 + random() * 0.12))
  return band === '100+' ? Math.max(100, next) : Math.min(99, Math.max(25, next))
}

/** Its headcount at each of the three rounds and the last time; null when nobody counted. */
function headcountsOf(random: Random, firm: Enterprise, fate: Fate): (number | null)[] {
  const usual = [steady(random, firm), steady(random, firm), steady(random, firm)]
  const [a = 0, b = 0, c = 0] = usual
  switch (fate) {
    case 'steady':
      return [a, b, c, steady(random, firm)]
    case 'grows':
      return [a, b, 96, between(random, 101, 128)]
    case 'shrinks':
      return [a, b, c, between(random, 84, 98)]
    case 'dwindles':
      return [a, b, c, between(random, 16, 23)]
    case 'breaks':
      return [a, b, 95, 104]
    case 'approaches': {
      const recent = between(random, 76, 84)
      return [a, b, recent, recent + between(random, 6, 12)]
    }
    case 'forgotten':
      return [a, b, null, null]
  }
}

/** Every count after 2023: those of the past rounds, and the last one that the registry shows. */
export function countsOf(today: string): { past: Count[]; last: Count[] } {
  const past: Count[] = []
  const last: Count[] = []
  const { first, days } = lastRound(today)
  for (const { firm, fate } of fatesOf()) {
    const random = randomOf('coverage counts', firm.n)
    const headcounts = headcountsOf(random, firm, fate)
    const source = random() < 0.8 ? 'social_insurance' : 'visit'
    ROUNDS.forEach((round, i) => {
      const headcount = headcounts[i]
      if (headcount) past.push({ enterpriseId: firm.id, on: addDays(round, between(random, 0, 27)), headcount, source })
    })
    const headcount = headcounts[3]
    if (headcount)
      last.push({
        enterpriseId: firm.id,
        on: addDays(first, between(random, 0, Math.max(0, days - 1))),
        headcount,
        source,
      })
  }
  return { past, last }
}
