import type { CaseLine } from '../../kernel/workflow/record.ts'
import { permissions } from './permissions.ts'
import { workflow } from './workflow.ts'

/** What the kernel's workflow needs to know of this line. */
export const caseLine = {
  slug: 'unions',
  table: 'union_changes',
  workflow,
  permissions,
} as const satisfies CaseLine<'union_changes'>
