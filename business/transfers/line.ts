import { defineLine } from '../../kernel/line.ts'
import { contract } from './contract.ts'
import { deadlines } from './deadlines.ts'
import { handlers } from './handlers.ts'
import { indicators, report } from './indicators.ts'
import { permissions } from './permissions.ts'
import { jobs } from './silence.ts'
import { workflow } from './workflow.ts'

export const line = defineLine({
  slug: 'transfers',
  title: '会籍变动',
  chapter: 'organising',
  table: 'transfers',
  workflow,
  permissions,
  contract,
  handlers,
  deadlines,
  indicators,
  report,
  jobs,
})
