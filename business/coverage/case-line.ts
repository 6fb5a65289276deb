import type { CaseLine } from '../../kernel/workflow/record.ts'
import { permissions } from './permissions.ts'
import { workflow } from './workflow.ts'

/** What the kernel's workflow needs to know of this line. */
export const caseLine = {
  slug: 'coverage',
  table: 'coverage',
  workflow,
  permissions,
} as const satisfies CaseLine<'coverage'>
