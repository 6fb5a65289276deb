import { definePermissions, type Reach } from '../access/permissions.ts'

const officers = {
  district_officer: 'all',
  street_officer: 'subtree',
  community_officer: 'subtree',
} as const satisfies Record<string, Reach>

/** Everybody may find an employer's name; the register is for the unions of the place. */
export const permissions = definePermissions({
  'enterprises.find': {
    district_leader: 'all',
    ...officers,
    enterprise_chair: 'all',
    informant: 'all',
    mediator: 'all',
    lawyer: 'all',
    worker: 'all',
    visitor: 'all',
  },
  'enterprises.read': { district_leader: 'all', ...officers, enterprise_chair: 'unit' },
  'enterprises.edit': officers,
})
