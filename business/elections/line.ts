import { defineLine } from '../../kernel/line.ts'
import { contract } from './contract.ts'
import { deadlines } from './deadlines.ts'
import { handlers } from './handlers.ts'
import { indicators, report } from './indicators.ts'
import { permissions } from './permissions.ts'
import { workflow } from './workflow.ts'

export const line = defineLine({
  slug: 'elections',
  title: '选举',
  chapter: 'organising',
  table: 'elections',
  workflow,
  permissions,
  contract,
  handlers,
  deadlines,
  indicators,
  report,
})
