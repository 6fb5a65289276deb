/** All that changes a founding, by its stretch of the way. */
export { approve, approvePrep, prepare, refusePrep, report, sendBack } from './birth.ts'
export { elect, electAgain } from './election.ts'
export { receive, wish } from './leads.ts'
export { applyLegal, enter, linkDues, register, returnLegal, seal } from './legal.ts'
export { enrol, recruit, unrecruit } from './members.ts'
export { savePaper } from './paper-file.ts'
export { contact, drop, note, pause, resume } from './steps.ts'
