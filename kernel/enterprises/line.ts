import { defineLine } from '../line.ts'
import { actions } from './actions.ts'
import { contract } from './contract.ts'
import { permissions } from './permissions.ts'
import { queries } from './queries.ts'

export const line = defineLine({
  slug: 'enterprises',
  title: '企业',
  chapter: 'organising',
  table: 'enterprises',
  permissions,
  contract,
  handlers: { ...queries, ...actions },
})
