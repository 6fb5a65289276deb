import type { CertificateState, TermState } from './words.ts'

/** What of a union decides whether it is in order, as it held on a day. */
export type StandingFacts = {
  /** Last day of the term, extension included; null without a term. */
  termUntil: string | null
  chairId: string | null
  certificateUntil: string | null
}

/** In order, due within the notice of the parameter, past, or not there. Days compare as text. */
export function stateOn(until: string | null, day: string, noticeUntil: string): TermState & CertificateState {
  if (until === null) return 'none'
  if (until < day) return 'expired'
  return until <= noticeUntil ? 'soon' : 'valid'
}

/** 规范化 (D:C1.2): the term has not run out, there is a chair, and the certificate holds, all on that day. */
export const isRegular = (facts: StandingFacts, day: string): boolean =>
  facts.termUntil !== null &&
  facts.termUntil >= day &&
  facts.chairId !== null &&
  facts.certificateUntil !== null &&
  facts.certificateUntil >= day

/** How near a due day is: 3, 2, 1 as the notices of the parameters come (the nearest that holds), 0 once it has passed, null while it is far. */
export function stageOf(dueOn: string, day: string, notices: readonly [far: string, near: string, last: string]) {
  if (dueOn < day) return 0
  if (dueOn <= notices[2]) return 1
  if (dueOn <= notices[1]) return 2
  return dueOn <= notices[0] ? 3 : null
}
