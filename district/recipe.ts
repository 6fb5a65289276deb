import type { Enterprises } from '../kernel/db/schema.gen.ts'

export type Band = '<25' | '25-99' | '100+'
export type Life = 'alive' | 'suspended' | 'moved' | 'revoked' | 'deregistered' | 'lost'
/** How the workers of a firm are organised: by its own union, by a joint one of the community, not at all. */
export type Organised = 'own' | 'joint' | 'none'

export type Segment = {
  count: number
  band: Band
  organised: Organised
  /** Year in which the firm's own union was founded; earlier when absent. */
  founded?: 2023
  isNewForm?: true
  life?: Exclude<Life, 'alive'>
}

/**
 * The firms of the district, run by run, so that the figures of 2023 come out exactly:
 * 884 of 884 with a hundred workers or more have a union (100 %), 4 812 of 5 108 with 25 to 99 (94.205 %); 250 unions were founded in 2023, 167 of them by
 * firms of new-form employment alone; 38 246 living firms are organised, enough for contracts that cover between 37 000 and 37 999.
 */
export const recipe: readonly Segment[] = [
  { count: 30, band: '100+', organised: 'own', founded: 2023, isNewForm: true },
  { count: 20, band: '100+', organised: 'own', founded: 2023 },
  { count: 10, band: '100+', organised: 'own', isNewForm: true },
  { count: 824, band: '100+', organised: 'own' },
  { count: 137, band: '25-99', organised: 'own', founded: 2023, isNewForm: true },
  { count: 63, band: '25-99', organised: 'own', founded: 2023 },
  { count: 45, band: '25-99', organised: 'own', isNewForm: true },
  { count: 2_867, band: '25-99', organised: 'own' },
  { count: 1_700, band: '25-99', organised: 'joint' },
  { count: 296, band: '25-99', organised: 'none' },
  { count: 250, band: '<25', organised: 'own' },
  { count: 60, band: '<25', organised: 'joint', isNewForm: true },
  { count: 32_240, band: '<25', organised: 'joint' },
  { count: 1_158, band: '<25', organised: 'none' },
  { count: 40, band: '25-99', organised: 'own', life: 'deregistered' },
  { count: 400, band: '<25', organised: 'none', life: 'deregistered' },
  { count: 300, band: '<25', organised: 'none', life: 'moved' },
  { count: 260, band: '<25', organised: 'none', life: 'suspended' },
  { count: 200, band: '<25', organised: 'none', life: 'lost' },
  { count: 100, band: '<25', organised: 'none', life: 'revoked' },
]

/**
 * What became of a person in the funnel, with how many there are. Who was collected, verified or joined in 2023 adds up to the figures of 2023:
 * collected 105 702, verified 225 428, joined 54 281.
 */
export const funnel = {
  /** Collected, verified and joined in 2023. */
  newcomer: 48_281,
  /** Collected and verified in 2023, not a member. */
  verified: 45_719,
  /** Collected in 2023, not verified. */
  collected: 11_702,
  /** A member of earlier years, verified in 2023. */
  renewed: 125_428,
  /** Collected earlier, verified and joined in 2023. */
  latecomer: 6_000,
  /** A member of earlier years, verified earlier; some have left. */
  settled: 18_000,
  /** Collected earlier and never verified. */
  waiting: 4_870,
} as const

export type Stage = keyof typeof funnel

export const stages = Object.keys(funnel) as Stage[]
export const total = (counts: readonly number[]): number => counts.reduce((a, b) => a + b, 0)
export const ENTERPRISES = total(recipe.map((segment) => segment.count))
export const PERSONS = total(Object.values(funnel))

/** Joint unions of small firms in each community. */
export const JOINT_UNIONS = 5

export type HeadcountSource = Enterprises['headcount_source']
