import type { Permissions } from '../../kernel/access/permissions.ts'
import { administrators, isRole, type Role } from '../../kernel/access/roles.ts'
import { lines } from './lines.tsx'
import { registryPermissions } from './registries.ts'

const all: Permissions = Object.assign({}, registryPermissions, ...lines.map((line) => line.permissions))

/** May a role hold this permission at all? Only to offer or leave out; how far it reaches the server judges. */
export const mayAs = (role: string, permission: string): boolean =>
  isRole(role) && all[permission]?.[role] !== undefined

/** 三员: they see their own pages and no business. */
export const isAdministrator = (role: string): boolean => administrators.includes(role as Role)

/** Posts that are no office: a phone code is enough for them. */
export const isLay = (role: string): boolean => role === 'informant'
