import { definePermissions, type Reach } from '../../kernel/access/permissions.ts'

const officers = { district_officer: 'all', street_officer: 'subtree', community_officer: 'subtree' } as const
const handlers = { ...officers, mediator: 'assigned', lawyer: 'assigned' } as const
const owner = { worker: 'own', visitor: 'own' } as const
const everyone = { ...officers, enterprise_chair: 'own', informant: 'own', ...owner } as const satisfies Record<
  string,
  Reach
>

/** Who may do what with an appeal, and how far. */
export const permissions = definePermissions({
  'appeals.read': { district_leader: 'all', ...handlers },
  'appeals.follow': everyone,
  'appeals.receive': everyone,
  'appeals.reveal': handlers,
  'appeals.export': { district_officer: 'all', street_officer: 'subtree' },
  'appeals.accept': officers,
  'appeals.decline': officers,
  'appeals.classify': officers,
  'appeals.reclassify': handlers,
  'appeals.assign': officers,
  'appeals.sign': handlers,
  'appeals.return': handlers,
  'appeals.contact': handlers,
  'appeals.progress': handlers,
  'appeals.refer': handlers,
  'appeals.noteReply': handlers,
  'appeals.suspend': handlers,
  'appeals.resume': handlers,
  'appeals.extend': { district_officer: 'all', street_officer: 'subtree' },
  'appeals.escalate': { street_officer: 'subtree', community_officer: 'subtree' },
  'appeals.handOver': { district_officer: 'all', street_officer: 'subtree' },
  'appeals.merge': { district_officer: 'all', street_officer: 'subtree' },
  'appeals.answer': handlers,
  'appeals.followUp': officers,
  'appeals.rework': officers,
  'appeals.close': officers,
  'appeals.rate': owner,
  'appeals.settle': owner,
  'appeals.supplement': owner,
  'appeals.withdraw': owner,
})
