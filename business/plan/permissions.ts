import { definePermissions } from '../../kernel/access/permissions.ts'

const district = { district_officer: 'all' } as const
/** What one officer did another signs off, or the leader. */
const two = { district_leader: 'all', district_officer: 'all' } as const
const leader = { district_leader: 'all' } as const
/** Opened and closed by the watch, never by hand: an exception, not a list to be filled. */
const watch = { system: 'all' } as const

export const permissions = definePermissions({
  'plan.read': { ...two, street_officer: 'subtree' },
  'plan.draft': district,
  'plan.draftTask': district,
  'plan.issue': leader,
  'plan.split': district,
  'plan.markNode': district,
  'plan.finish': district,
  'plan.signOff': two,
  'plan.giveBack': two,
  'plan.propose': district,
  'plan.approve': leader,
  'plan.refuse': leader,
  'plan.ask': watch,
  'plan.answer': district,
  'plan.settle': watch,
  'plan.export': two,
  'plan.subscribe': { ...two, street_officer: 'subtree' },
})
