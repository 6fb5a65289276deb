import { definePermissions } from '../access/permissions.ts'

export const permissions = definePermissions({
  'parameters.read': {
    system_admin: 'all',
    district_leader: 'all',
    district_officer: 'all',
    street_officer: 'all',
    community_officer: 'all',
    mediator: 'all',
    lawyer: 'all',
    worker: 'own',
    visitor: 'own',
  },
  'parameters.set': { system_admin: 'all' },
})
