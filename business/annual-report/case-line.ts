import type { CaseLine } from '../../kernel/workflow/record.ts'
import { permissions } from './permissions.ts'
import { workflow } from './workflow.ts'

/** What the kernel's workflow needs to know of this line. */
export const caseLine = {
  slug: 'annual-report',
  table: 'annual_report',
  workflow,
  permissions,
} as const satisfies CaseLine<'annual_report'>
