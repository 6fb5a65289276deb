import { definePermissions } from '../../../kernel/access/permissions.ts'

const officers = {
  district_officer: 'all',
  street_officer: 'subtree',
  community_officer: 'subtree',
  enterprise_chair: 'subtree',
} as const

/** Merged into the permissions of 入会: bringing a roster in, and handing members over to another system. */
export const rosterPermissions = definePermissions({
  'membership.roster': officers,
  'membership.export': officers,
})
