/** What another line may use of the register of unions. */
export { type Profile, saveProfile } from './profile.ts'
export { type Standing, standingOf } from './standing.ts'
