import { defineLine } from '../../kernel/line.ts'
import { contract } from './contract.ts'
import { deadlines } from './deadlines.ts'
import { handlers } from './handlers.ts'
import { indicators } from './indicators.ts'
import { permissions } from './permissions.ts'
import { readOne, readTargets } from './read.ts'
import { watch } from './watch.ts'
import { workflow } from './workflow.ts'

export const line = defineLine({
  slug: 'plan',
  title: '年度任务',
  chapter: 'together',
  table: 'plan_matters',
  workflow,
  permissions,
  contract,
  handlers,
  deadlines,
  indicators,
  jobs: [
    { name: 'plan.read', title: '年度目标进度和预测', cron: '10 5 * * *', run: readTargets },
    { name: 'plan.readOne', title: '一项年度目标的进度和预测', run: readOne },
    { name: 'plan.watch', title: '年度任务督办', cron: '15 8 * * *', run: watch },
  ],
})
