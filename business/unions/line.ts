import { defineLine } from '../../kernel/line.ts'
import { contract } from './contract.ts'
import { deadlines } from './deadlines.ts'
import { handlers } from './handlers.ts'
import { indicators, report } from './indicators.ts'
import { permissions } from './permissions.ts'
import { watch } from './watch.ts'
import { workflow } from './workflow.ts'

export const line = defineLine({
  slug: 'unions',
  title: '工会台账',
  chapter: 'organising',
  table: 'union_changes',
  workflow,
  permissions,
  contract,
  handlers,
  deadlines,
  indicators,
  report,
  jobs: [{ name: 'unions.watch', title: '任期、证书和主席空缺提醒', cron: '20 8 * * *', run: watch }],
})
