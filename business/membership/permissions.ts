import { definePermissions, type Reach } from '../../kernel/access/permissions.ts'
import type { Role } from '../../kernel/access/roles.ts'
import { rosterPermissions } from './roster/permissions.ts'

const officers = { district_officer: 'all', street_officer: 'subtree', community_officer: 'subtree' } as const
/** A union's committee decides on its own; the unions above it decide where it has nobody. */
const deciders = { ...officers, enterprise_chair: 'subtree' } as const
const applicant = { worker: 'own' } as const
const readers = { district_leader: 'all', ...deciders } as const
const everybody = {
  ...readers,
  informant: 'all',
  mediator: 'all',
  lawyer: 'all',
  worker: 'all',
} as const satisfies Partial<Record<Role, Reach>>

/** Roles that may decide on an application. */
export const decidingRoles = Object.keys(deciders) as (keyof typeof deciders)[]

/** Who may do what with an application, the register and the cards, and how far. */
export const permissions = definePermissions({
  ...rosterPermissions,
  'membership.read': readers,
  'membership.apply': applicant,
  'membership.follow': applicant,
  'membership.card': applicant,
  'membership.checkCard': everybody,
  'membership.receive': deciders,
  'membership.reveal': deciders,
  'membership.approve': deciders,
  'membership.pool': officers,
  'membership.move': deciders,
  'membership.askSupplement': deciders,
  'membership.resubmit': { ...deciders, ...applicant },
  'membership.flag': { ...deciders, ...applicant },
  'membership.flagAgain': applicant,
  'membership.redirect': officers,
  'membership.decline': deciders,
  'membership.withdraw': applicant,
  'membership.escalate': { system: 'all' },
  'membership.conclude': { district_officer: 'all' },
  'membership.place': officers,
  'membership.joinElsewhere': { system: 'all' },
  'membership.leavePool': { system: 'all' },
  'membership.verify': deciders,
})
