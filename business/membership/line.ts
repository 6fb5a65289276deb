import { defineLine } from '../../kernel/line.ts'
import { contract } from './contract.ts'
import { deadlines } from './deadlines.ts'
import { handlers } from './handlers.ts'
import { indicators, report } from './indicators.ts'
import { permissions } from './permissions.ts'
import { memberRoster } from './roster/kind.ts'
import { jobs } from './watch.ts'
import { workflow } from './workflow.ts'

export const line = defineLine({
  slug: 'membership',
  title: '入会',
  chapter: 'organising',
  table: 'membership',
  workflow,
  permissions,
  contract,
  handlers,
  deadlines,
  indicators,
  report,
  jobs,
  imports: [memberRoster],
})
