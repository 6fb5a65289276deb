import { type Role, roles } from '../access/roles.ts'

/** A post as the post switcher shows it. */
export type HeldPost = { id: string; role: Role; title: string; orgPath: string; orgName: string }

const LAY: readonly Role[] = ['informant', 'worker', 'visitor', 'system']

/** Roles that do office work and are held to the rules for officers: idle time, password age, second factor (GB/T 22239-2019 level 3). */
export const officeRoles: readonly Role[] = (Object.keys(roles) as Role[]).filter((role) => !LAY.includes(role))

export const isOffice = (role: Role): boolean => officeRoles.includes(role)
