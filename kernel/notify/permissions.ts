import { definePermissions } from '../access/permissions.ts'
import { roles } from '../access/roles.ts'

const everyone = Object.fromEntries(Object.keys(roles).map((role) => [role, 'own'] as const))
export const permissions = definePermissions({ 'notices.own': everyone })
