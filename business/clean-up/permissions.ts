import { definePermissions } from '../../kernel/access/permissions.ts'

const officers = { district_officer: 'all', street_officer: 'subtree', community_officer: 'subtree' } as const
/** Two records of one person may stand with two unions, so making them one is for those who oversee several. */
const overseers = { district_officer: 'all', street_officer: 'subtree' } as const

export const permissions = definePermissions({
  'clean-up.read': { district_leader: 'all', ...officers },
  'clean-up.search': { district_officer: 'all' },
  'clean-up.takeUp': officers,
  'clean-up.merge': overseers,
  'clean-up.settle': officers,
  'clean-up.dismiss': officers,
  'clean-up.undo': overseers,
})
