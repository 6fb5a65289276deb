import { defineLine } from '../../kernel/line.ts'
import { contract } from './contract.ts'
import { deadlines } from './deadlines.ts'
import { handlers } from './handlers.ts'
import { indicators, report } from './indicators.ts'
import { permissions } from './permissions.ts'
import { workflow } from './workflow.ts'

export const line = defineLine({
  slug: 'federations',
  title: '工联会',
  chapter: 'organising',
  table: 'federation_matters',
  workflow,
  permissions,
  contract,
  handlers,
  deadlines,
  indicators,
  report,
})
