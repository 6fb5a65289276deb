import type { CaseLine, RowOf } from '../../kernel/workflow/record.ts'
import { permissions } from './permissions.ts'
import { workflow } from './workflow.ts'

/** What the kernel's workflow needs to know of this line. */
export const caseLine = {
  slug: 'organising',
  table: 'organising',
  workflow,
  permissions,
} as const satisfies CaseLine<'organising'>

export type FoundingRow = RowOf<'organising'>
