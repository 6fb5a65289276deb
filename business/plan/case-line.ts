import type { CaseLine } from '../../kernel/workflow/record.ts'
import { permissions } from './permissions.ts'
import { workflow } from './workflow.ts'

/** What the kernel's workflow needs to know of this line: tasks begin as 草拟. */
export const caseLine = {
  slug: 'plan',
  table: 'plan_matters',
  workflow,
  permissions,
} as const satisfies CaseLine<'plan_matters'>

/** The same line for a change of what was issued. */
export const adjustments = { ...caseLine, workflow: { ...workflow, start: 'proposed' } } as const

/** The same line for what the watch found. */
export const supervisions = { ...caseLine, workflow: { ...workflow, start: 'asked' } } as const
