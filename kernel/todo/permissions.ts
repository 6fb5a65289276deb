import { definePermissions } from '../access/permissions.ts'
import { roles } from '../access/roles.ts'

const working = [
  'district_officer',
  'street_officer',
  'community_officer',
  'enterprise_chair',
  'informant',
  'mediator',
  'lawyer',
] as const
const everyone = Object.fromEntries(Object.keys(roles).map((role) => [role, 'own'] as const))

export const permissions = definePermissions({
  'todo.read': { ...Object.fromEntries(working.map((role) => [role, 'unit'] as const)), district_leader: 'unit' },
  'todo.mine': everyone,
})
