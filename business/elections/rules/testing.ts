import type { Tally, Votes } from './count.ts'

/** Somebody's votes when nobody abstained. */
export const votes = (id: string, approve: number, valid: number): Votes => ({
  id,
  approve,
  against: valid - approve,
  abstain: 0,
})

/** A ballot to which all came and all papers are valid, with approvals by candidate. */
export const full = (seats: number, expected: number, list: Record<string, number>): Tally => ({
  seats,
  expected,
  attended: expected,
  issued: expected,
  returned: expected,
  valid: expected,
  votes: Object.entries(list).map(([id, approve]) => votes(id, approve, expected)),
})
