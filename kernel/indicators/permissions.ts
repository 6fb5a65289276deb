import { definePermissions } from '../access/permissions.ts'

export const permissions = definePermissions({
  'figures.read': {
    district_leader: 'all',
    district_officer: 'all',
    street_officer: 'subtree',
    community_officer: 'subtree',
  },
})
