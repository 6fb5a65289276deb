import { defineLine } from '../line.ts'
import { actions } from './actions.ts'
import { contract } from './contract.ts'
import { permissions } from './permissions.ts'
import { queries } from './queries.ts'

export const line = defineLine({
  slug: 'orgs',
  title: '工会组织',
  chapter: 'organising',
  table: 'orgs',
  permissions,
  contract,
  handlers: { ...queries, ...actions },
})
