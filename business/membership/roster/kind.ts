import type { ImportKind } from '../../../kernel/import/kind.ts'
import { prepare } from './prepare.ts'
import { store } from './store.ts'

/** 会员花名册: a union's members come in by a spreadsheet. */
export const memberRoster: ImportKind = {
  name: 'members',
  title: '会员花名册',
  permission: 'membership.roster',
  reader: import.meta.resolve('./reader.ts'),
  options: [
    {
      key: 'phone',
      title: '登记册里已有另一个手机号时',
      values: { keep: '保留登记册里的', sheet: '以表格为准' },
      default: 'keep',
    },
  ],
  forUnions: ['district', 'street', 'community', 'enterprise'],
  prepare,
  store,
}
