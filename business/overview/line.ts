import { defineLine } from '../../kernel/line.ts'
import { contract } from './contract.ts'
import { handlers } from './handlers.ts'
import { permissions } from './permissions.ts'

export const line = defineLine({
  slug: 'overview',
  title: '一屏总览',
  chapter: 'together',
  permissions,
  contract,
  handlers,
})
