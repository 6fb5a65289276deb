import { definePermissions, type Reach } from '../access/permissions.ts'

const officers = {
  district_officer: 'all',
  street_officer: 'subtree',
  community_officer: 'subtree',
} as const satisfies Record<string, Reach>

/** Unions know their own people; everybody knows himself. The three administrators reach nobody (三员分立), leaders reveal nobody. */
export const permissions = definePermissions({
  'people.find': { district_leader: 'all', ...officers, enterprise_chair: 'subtree' },
  'people.read': { district_leader: 'all', ...officers, enterprise_chair: 'subtree', worker: 'own' },
  'people.reveal': { ...officers, enterprise_chair: 'subtree', worker: 'own' },
  'people.edit': { ...officers, enterprise_chair: 'subtree' },
  'people.releasePhone': officers,
})
