import type { CaseLine } from '../../kernel/workflow/record.ts'
import { permissions } from './permissions.ts'
import { workflow } from './workflow.ts'

/** What the kernel's workflow needs to know of this line. */
export const caseLine = {
  slug: 'transfers',
  table: 'transfers',
  workflow,
  permissions,
} as const satisfies CaseLine<'transfers'>
