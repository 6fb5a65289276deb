import { definePermissions } from '../../kernel/access/permissions.ts'

const officers = { district_officer: 'all', street_officer: 'subtree', community_officer: 'subtree' } as const
const above = { district_officer: 'all', street_officer: 'subtree' } as const

/** Proposed by the union of the place, decided by the one above; `expire` is taken by nobody but the clock. */
export const permissions = definePermissions({
  'coverage.read': { district_leader: 'all', ...officers },
  'coverage.export': { district_leader: 'all', ...above },
  'coverage.propose': officers,
  'coverage.approve': above,
  'coverage.refuse': above,
  'coverage.lift': above,
  'coverage.expire': { system: 'all' },
})
