import { defineLine } from '../../kernel/line.ts'
import { contract } from './contract.ts'
import { deadlines } from './deadlines.ts'
import { handlers } from './handlers.ts'
import { indicators, report } from './indicators.ts'
import { listedFor } from './members.ts'
import { permissions } from './permissions.ts'
import { workflow } from './workflow.ts'

export const line = defineLine({
  slug: 'organising',
  title: '建会',
  chapter: 'organising',
  table: 'organising',
  workflow,
  permissions,
  contract,
  handlers,
  deadlines,
  indicators,
  report,
  electorate: listedFor,
})
