import { definePermissions } from '../../kernel/access/permissions.ts'

const above = { district_officer: 'all', street_officer: 'subtree' } as const
const officers = { ...above, community_officer: 'subtree' } as const
const withChair = { ...officers, enterprise_chair: 'subtree' } as const
/** Whoever asked. */
const asker = {
  district_officer: 'own',
  street_officer: 'own',
  community_officer: 'own',
  enterprise_chair: 'own',
} as const

/** A union asks for itself, or its community does; the union above looks it through, the next one decides and carries out. */
export const permissions = definePermissions({
  'unions.read': { district_leader: 'all', ...withChair },
  'unions.export': { district_leader: 'all', ...officers },
  'unions.edit': withChair,
  'unions.reveal': withChair,
  'unions.recordTerm': officers,
  'unions.office': withChair,
  'unions.callElection': withChair,
  'unions.takeResult': { ...officers, system: 'all' },
  'unions.request': withChair,
  'unions.addPapers': asker,
  'unions.withdraw': asker,
  'unions.review': officers,
  'unions.approve': above,
  'unions.refuse': officers,
  'unions.carryOut': above,
})
