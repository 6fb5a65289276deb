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
