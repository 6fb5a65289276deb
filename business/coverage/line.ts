import { defineLine } from '../../kernel/line.ts'
import { contract } from './contract.ts'
import { deadlines } from './deadlines.ts'
import { jobs } from './expiry.ts'
import { handlers } from './handlers.ts'
import { indicators, report } from './indicators.ts'
import { permissions } from './permissions.ts'
import { workflow } from './workflow.ts'

export const line = defineLine({
  slug: 'coverage',
  title: '建会覆盖',
  chapter: 'organising',
  table: 'coverage',
  workflow,
  permissions,
  contract,
  handlers,
  deadlines,
  indicators,
  report,
  jobs,
})
