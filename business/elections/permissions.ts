import { definePermissions } from '../../kernel/access/permissions.ts'

const above = { district_officer: 'all', street_officer: 'subtree' } as const
const all = { ...above, community_officer: 'subtree', enterprise_chair: 'subtree' } as const

/** The union and its community prepare and count; the street or the district, being above, approves and confirms. */
export const permissions = definePermissions({
  'elections.read': { district_leader: 'all', ...all },
  'elections.open': all,
  'elections.amend': all,
  'elections.nominate': all,
  'elections.strike': all,
  'elections.propose': all,
  'elections.convene': all,
  'elections.publish': all,
  'elections.object': all,
  'elections.settle': all,
  'elections.reopen': all,
  'elections.submit': all,
  'elections.approve': above,
  'elections.refuse': above,
  'elections.hold': all,
  'elections.writeIn': all,
  'elections.enterBallots': all,
  'elections.dropBallots': all,
  'elections.tally': all,
  'elections.correct': all,
  'elections.check': all,
  'elections.identify': all,
  'elections.runOff': all,
  'elections.leaveOpen': all,
  'elections.report': all,
  'elections.giveBack': above,
  'elections.confirm': above,
  'elections.reject': above,
  'elections.annul': above,
  'elections.cancel': all,
  'elections.export': all,
})
