/** The main figures of the house, in the order of the report; what a house does not record is passed over. */
export const headlines: readonly string[] = [
  'appeals.handled',
  'appeals.recovered',
  'appeals.onTimeRate',
  'organising.unionsFounded',
  'organising.newMembers',
  'organising.verified',
  'organising.coverage100',
  'organising.coverage25',
  'unions.regularRate',
  'federations.demonstrationPoints',
]

/** What stands in for a main figure that has nothing to say of the span: the running year has no appeal closed yet, but some received. */
export const standIns: readonly string[] = [
  'appeals.received',
  'federations.visits',
  'membership.approved',
  'elections.confirmed',
  'organising.collected',
  'transfers.done',
]

/** A figure is told before one that is nothing or cannot be told; what the plan wants is told even when it is nothing. */
const says = ({ value, target }: Told): boolean => value !== null && (value !== 0 || target !== null)

interface Told {
  code: string
  value: number | null
  target: object | null
}

/** The figures that lead: the main ones that say something, else stand-ins, in the order given; none where nothing is recorded. */
export function leading<T extends Told>(totals: readonly T[]): T[] {
  const saying = new Set(totals.filter(says).map(({ code }) => code))
  const chosen = new Set([...headlines, ...standIns].filter((code) => saying.has(code)).slice(0, headlines.length))
  return totals.filter(({ code }) => chosen.has(code))
}

/** Figures of which any at all is something to look after. */
export const watched: readonly string[] = [
  'unions.termsExpired',
  'unions.withoutChair',
  'membership.pooled',
  'coverage.uncovered100',
  'clean-up.open',
]

/** Rates of which less is better; of all others more is. */
export const betterLow: readonly string[] = ['transfers.silenceRate']

/** What the picture of the streets shows until somebody asks for something else. */
export const firstMapped = 'appeals.onTimeRate'
