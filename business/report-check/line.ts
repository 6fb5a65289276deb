import { defineLine } from '../../kernel/line.ts'
import { contract } from './contract.ts'
import { handlers } from './handlers.ts'
import { permissions } from './permissions.ts'
import { jobs } from './retention.ts'

export const line = defineLine({
  slug: 'report-check',
  title: '数据核验',
  chapter: 'together',
  permissions,
  contract,
  handlers,
  jobs,
})
