import { defineLine } from '../../kernel/line.ts'
import { contract } from './contract.ts'
import { handlers } from './handlers.ts'
import { indicators } from './indicators.ts'
import { permissions } from './permissions.ts'
import { workflow } from './workflow.ts'

export const line = defineLine({
  slug: 'annual-report',
  title: '年度报告',
  chapter: 'together',
  table: 'annual_report',
  workflow,
  permissions,
  contract,
  handlers,
  indicators,
})
