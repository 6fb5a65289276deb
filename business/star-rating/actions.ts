/** The only writers of this line. */
export { apply, resubmit } from './apply.ts'
export { grant, propose, publish, revoke } from './decide.ts'
export { check, compute, plainSteps } from './judge.ts'
export { setPoints } from './points.ts'
export { openPoll, vote } from './poll.ts'
