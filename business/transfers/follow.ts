import type { OutputOf } from '../../kernel/contract/contract.ts'
import { ownMatters } from '../../kernel/workflow/follow.ts'
import { caseLine } from './case-line.ts'
import type { contract } from './contract.ts'
import { workflow } from './workflow.ts'

type Followed = OutputOf<typeof contract.follow>

/** The person's own changes of membership. */
export const own = ownMatters(caseLine, 'transfers.follow', (_ctx, matters): Followed[] =>
  matters.map(({ row, shown }) => ({
    ...shown,
    kind: row.kind,
    canWithdraw: workflow.steps.withdraw.from.includes(row.state),
  })),
)
