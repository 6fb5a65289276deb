import { definePermissions } from '../access/permissions.ts'

/** Who comes to the page for imports. What may be brought in, and for which unions, is said by the permission of each kind. */
export const permissions = definePermissions({
  'imports.use': {
    district_leader: 'all',
    district_officer: 'all',
    street_officer: 'subtree',
    community_officer: 'subtree',
    enterprise_chair: 'subtree',
  },
})
