import { definePermissions } from '../../kernel/access/permissions.ts'

const officers = { district_officer: 'all', street_officer: 'subtree', community_officer: 'subtree' } as const
const overseers = { district_officer: 'all', street_officer: 'subtree' } as const
const district = { district_officer: 'all' } as const
/** Awards and approvals are also the leader's, so that two people can always be found. */
const decides = { district_leader: 'all', district_officer: 'all' } as const

export const permissions = definePermissions({
  'federations.read': { district_leader: 'all', ...officers },
  'federations.keep': officers,
  'federations.check': overseers,
  'federations.link': overseers,
  'federations.mark': district,
  'federations.export': { district_leader: 'all', ...overseers },
  'federations.visit': officers,
  'federations.followUp': officers,
  'federations.propose': overseers,
  'federations.approve': decides,
  'federations.refuse': decides,
  'federations.apply': officers,
  'federations.resubmit': officers,
  'federations.accept': district,
  'federations.giveBack': district,
  'federations.appoint': district,
  'federations.conclude': district,
  'federations.publish': district,
  'federations.award': decides,
  'federations.decline': decides,
  'federations.judge': {
    district_leader: 'assigned',
    district_officer: 'assigned',
    street_officer: 'assigned',
    community_officer: 'assigned',
    mediator: 'assigned',
    lawyer: 'assigned',
  },
})
