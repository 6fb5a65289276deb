import { definePermissions } from '../../kernel/access/permissions.ts'

const district = { district_officer: 'all' } as const
const street = { ...district, street_officer: 'subtree' } as const
const officers = { ...street, community_officer: 'subtree' } as const
const unions = { ...officers, enterprise_chair: 'subtree' } as const
const member = { worker: 'own' } as const

/** Who may do what with a rating, and how far. The chair asks and may take back; those above check; the district grants. */
export const permissions = definePermissions({
  'star-rating.read': { district_leader: 'all', ...unions },
  'star-rating.apply': unions,
  'star-rating.resubmit': unions,
  'star-rating.withdraw': unions,
  'star-rating.return': officers,
  'star-rating.accept': officers,
  'star-rating.compute': officers,
  'star-rating.check': officers,
  'star-rating.recheck': officers,
  'star-rating.countersign': officers,
  'star-rating.openPoll': officers,
  'star-rating.propose': street,
  'star-rating.publish': street,
  'star-rating.comment': officers,
  'star-rating.grant': district,
  'star-rating.refuse': street,
  'star-rating.revoke': district,
  'star-rating.vote': member,
  'star-rating.seePoints': { district_leader: 'all', ...unions },
  'star-rating.setPoints': district,
})
