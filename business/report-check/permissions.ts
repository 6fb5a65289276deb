import { definePermissions } from '../../kernel/access/permissions.ts'

/** Everybody who writes reports. A check is held against the own union's records and seen by whoever asked for it, by nobody else. */
export const permissions = definePermissions({
  'report-check.use': {
    district_leader: 'own',
    district_officer: 'own',
    street_officer: 'own',
    community_officer: 'own',
  },
})
