import { definePermissions } from '../../kernel/access/permissions.ts'

const upper = { district_officer: 'all', street_officer: 'subtree', community_officer: 'subtree' } as const
const unions = { ...upper, enterprise_chair: 'subtree' } as const
const system = { system: 'all' } as const
const member = { worker: 'own' } as const

/** Who may do what with a membership, and how far. */
export const permissions = definePermissions({
  'transfers.read': { district_leader: 'all', ...unions },
  'transfers.follow': member,
  'transfers.request': { ...unions, ...member },
  'transfers.leave': { ...unions, ...member },
  'transfers.expel': unions,
  'transfers.recordDeath': unions,
  'transfers.ask': { ...unions, ...member, ...system },
  'transfers.pass': { ...unions, ...member, ...system },
  'transfers.askOwn': { ...unions, ...member },
  'transfers.propose': unions,
  'transfers.settle': { ...unions, ...member },
  'transfers.release': unions,
  'transfers.autoRelease': system,
  'transfers.object': unions,
  'transfers.overrule': upper,
  'transfers.autoOverrule': system,
  'transfers.sustain': upper,
  'transfers.accept': unions,
  'transfers.escalate': system,
  'transfers.refuse': unions,
  'transfers.place': upper,
  'transfers.autoPlace': system,
  'transfers.confirm': unions,
  'transfers.autoConfirm': system,
  'transfers.decline': unions,
  'transfers.approve': upper,
  'transfers.disapprove': upper,
  'transfers.withdraw': { ...unions, ...member },
})
