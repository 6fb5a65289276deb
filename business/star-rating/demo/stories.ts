import type { RatingState, RatingVerb } from '../workflow.ts'

/** A rating of now: how many days ago it was asked for, and how far it has come. */
export type Story = {
  until: RatingState
  since: number
  /** Of the factory whose chair and workers sign in, so that they find something to rate. */
  isShown?: true
  /** How many members have rated, beyond those it takes to count; below when it does not. */
  votes?: number
}

type Way = readonly { verb: Exclude<RatingVerb, 'apply'>; to: RatingState; after: number }[]

/** Days after it was asked for. */
export const way: Way = [
  { verb: 'accept', to: 'accepted', after: 2 },
  { verb: 'compute', to: 'computed', after: 4 },
  { verb: 'check', to: 'on_site', after: 10 },
  { verb: 'countersign', to: 'checked', after: 12 },
  { verb: 'openPoll', to: 'rated_by_members', after: 14 },
  { verb: 'propose', to: 'proposed', after: 26 },
  { verb: 'publish', to: 'published', after: 28 },
]

/** In every state that lasts: one overdue, one due soon, one poll still open, one over; one whose publicity is over. */
export const stories: readonly Story[] = [
  { until: 'rated_by_members', since: 18, isShown: true, votes: -3 },
  { until: 'applied', since: 1 },
  { until: 'applied', since: 12 },
  { until: 'returned', since: 6 },
  { until: 'accepted', since: 6 },
  { until: 'computed', since: 8 },
  { until: 'on_site', since: 11 },
  { until: 'checked', since: 13 },
  { until: 'rated_by_members', since: 27, votes: 3 },
  { until: 'proposed', since: 27, votes: 2 },
  { until: 'published', since: 30, votes: 4 },
  { until: 'published', since: 44, votes: -1 },
  { until: 'refused', since: 20 },
  { until: 'withdrawn', since: 15 },
]
