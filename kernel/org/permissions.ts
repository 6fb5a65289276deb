import { definePermissions, type Reach } from '../access/permissions.ts'

const manage = { district_officer: 'all', street_officer: 'subtree' } as const satisfies Record<string, Reach>

/** The tree itself is public within the federation; a street changes what stands below it, the district everything. */
export const permissions = definePermissions({
  'orgs.read': {
    district_leader: 'all',
    ...manage,
    community_officer: 'all',
    enterprise_chair: 'all',
    informant: 'all',
    mediator: 'all',
    lawyer: 'all',
    system_admin: 'all',
    security_admin: 'all',
    audit_admin: 'all',
    worker: 'all',
    visitor: 'all',
  },
  'orgs.manage': manage,
})
