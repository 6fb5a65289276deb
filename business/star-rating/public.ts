/** What another line may know of stars. */
export { type Star, starOf } from './stars.ts'
