import { definePermissions } from '../../kernel/access/permissions.ts'

const readers = {
  district_leader: 'all',
  district_officer: 'all',
  street_officer: 'subtree',
  community_officer: 'subtree',
} as const

/** Whoever reads the figures reads what stands around them. */
export const permissions = definePermissions({
  'overview.read': readers,
  'overview.export': readers,
})
