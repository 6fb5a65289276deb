import { definePermissions } from '../../kernel/access/permissions.ts'

/** A union writes its own report and no other; it reads those below. */
const writes = { district_leader: 'unit', district_officer: 'unit', street_officer: 'unit' } as const

export const permissions = definePermissions({
  'annual-report.read': {
    district_leader: 'all',
    district_officer: 'all',
    street_officer: 'subtree',
    community_officer: 'subtree',
  },
  'annual-report.open': writes,
  'annual-report.save': writes,
  'annual-report.discard': writes,
  'annual-report.publish': { district_leader: 'unit', street_officer: 'unit' },
})
