import { definePermissions } from '../access/permissions.ts'

export const permissions = definePermissions({ 'audit.read': { audit_admin: 'all' } })
