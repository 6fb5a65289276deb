import { defineLine } from '../line.ts'
import { actions } from './actions.ts'
import { contract } from './contract.ts'
import { permissions } from './permissions.ts'
import { queries } from './queries.ts'

export const line = defineLine({
  slug: 'people',
  title: '人员',
  chapter: 'organising',
  table: 'persons',
  permissions,
  contract,
  handlers: { ...queries, ...actions },
})
