import { defineLine } from '../line.ts'
import { contract } from './contract.ts'
import { permissions } from './permissions.ts'
import { queries } from './queries.ts'

export const line = defineLine({
  slug: 'search',
  title: '查找',
  chapter: 'together',
  permissions,
  contract,
  handlers: queries,
})
