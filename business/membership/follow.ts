import type { OutputOf } from '../../kernel/contract/contract.ts'
import { ownMatters } from '../../kernel/workflow/follow.ts'
import { caseLine } from './case-line.ts'
import type { contract } from './contract.ts'
import { workflow } from './workflow.ts'

type Followed = OutputOf<typeof contract.follow>

/** The worker's own applications. */
export const own = ownMatters(caseLine, 'membership.follow', (_ctx, matters): Followed[] =>
  matters.map(({ row, shown }) => ({
    ...shown,
    askedFor: row.asked_for,
    transferId: row.transfer_id,
    canWithdraw: workflow.steps.withdraw.from.includes(row.state),
    canResubmit: workflow.steps.resubmit.from.includes(row.state),
  })),
)
