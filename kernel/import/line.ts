import { defineLine } from '../line.ts'
import { actions } from './actions.ts'
import { contract } from './contract.ts'
import { deadlines } from './deadlines.ts'
import { permissions } from './permissions.ts'
import { queries } from './queries.ts'

/** Spreadsheets of every line, brought in by one way. */
export const line = defineLine({
  slug: 'imports',
  title: '导入',
  chapter: 'together',
  permissions,
  contract,
  deadlines,
  handlers: { ...queries, ...actions },
})
