import { defineLine } from '../../kernel/line.ts'
import { contract } from './contract.ts'
import { deadlines } from './deadlines.ts'
import { handlers } from './handlers.ts'
import { indicators, report } from './indicators.ts'
import { permissions } from './permissions.ts'
import { jobs } from './search.ts'
import { workflow } from './workflow.ts'

export const line = defineLine({
  slug: 'clean-up',
  title: '清册',
  chapter: 'organising',
  table: 'clean_up',
  workflow,
  permissions,
  contract,
  handlers,
  deadlines,
  indicators,
  report,
  jobs,
})
