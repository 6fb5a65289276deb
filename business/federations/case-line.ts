import type { CaseLine } from '../../kernel/workflow/record.ts'
import { permissions } from './permissions.ts'
import { workflow } from './workflow.ts'

/** What the kernel's workflow needs to know of this line: projects begin as 已申报. */
export const caseLine = {
  slug: 'federations',
  table: 'federation_matters',
  workflow,
  permissions,
} as const satisfies CaseLine<'federation_matters'>

/** The same line for what is to be approved: a change of grade, a demonstration point. */
export const proposals = { ...caseLine, workflow: { ...workflow, start: 'proposed' } } as const

/** The same line for what a visit found. */
export const followUps = { ...caseLine, workflow: { ...workflow, start: 'following' } } as const
