import type { Purpose } from '../rules/words.ts'

/** How far a demonstration election has come. `count` names how the first ballot ended. */
export type Story = {
  purpose: Purpose
  until:
    | 'prepared'
    | 'proposed'
    | 'on_notice'
    | 'submitted'
    | 'approved'
    | 'held'
    | 'tallied'
    | 'counted'
    | 'reported'
    | 'confirmed'
    | 'rejected'
    | 'cancelled'
  count?: 'clear' | 'tie' | 'short'
  /** Another ballot follows the first. */
  again?: boolean
  objection?: string
  /** Working days since the last step. */
  daysAgo: number
  /** In the firm whose chair can sign in. */
  isShown?: boolean
}

/** Elections open now in every state, two answered, one void, one cancelled; among them a tie, a short count, and one that waits too long. */
export const stories: readonly Story[] = [
  { purpose: 'term', until: 'prepared', daysAgo: 1 },
  { purpose: 'by_election', until: 'proposed', daysAgo: 1 },
  { purpose: 'term', until: 'on_notice', daysAgo: 2, objection: '有职工反映候选人去年调到了外地分公司' },
  { purpose: 'term', until: 'on_notice', daysAgo: 9 },
  { purpose: 'term', until: 'submitted', daysAgo: 13 },
  { purpose: 'by_election', until: 'submitted', daysAgo: 1 },
  { purpose: 'term', until: 'approved', daysAgo: 2 },
  { purpose: 'term', until: 'held', daysAgo: 0 },
  { purpose: 'term', until: 'tallied', daysAgo: 0, isShown: true },
  { purpose: 'term', until: 'counted', count: 'tie', daysAgo: 1 },
  { purpose: 'term', until: 'counted', count: 'short', daysAgo: 3 },
  { purpose: 'term', until: 'reported', count: 'tie', again: true, daysAgo: 4 },
  { purpose: 'vote', until: 'reported', daysAgo: 2 },
  { purpose: 'term', until: 'confirmed', count: 'tie', again: true, daysAgo: 6 },
  { purpose: 'by_election', until: 'confirmed', daysAgo: 12 },
  { purpose: 'term', until: 'rejected', daysAgo: 15 },
  { purpose: 'term', until: 'cancelled', daysAgo: 8 },
]

/** Approvals of four candidates for three seats, as shares of those present in hundredths. */
export const shares: Record<'clear' | 'tie' | 'short' | 'again', readonly number[]> = {
  clear: [96, 86, 75, 41],
  tie: [96, 86, 58, 58],
  short: [96, 86, 44, 38],
  again: [52, 45],
}
