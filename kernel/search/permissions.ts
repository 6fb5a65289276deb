import { definePermissions } from '../access/permissions.ts'

export const permissions = definePermissions({
  'search.find': {
    district_leader: 'all',
    district_officer: 'all',
    street_officer: 'subtree',
    community_officer: 'subtree',
    enterprise_chair: 'subtree',
    informant: 'own',
    mediator: 'assigned',
    lawyer: 'assigned',
    worker: 'own',
  },
})
