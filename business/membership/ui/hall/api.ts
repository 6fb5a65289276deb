import {
  askOf as askWith,
  type Desk,
  type InputOf,
  type OutputOf,
  useAsk as useAskWith,
} from '../../../../kit/api/index.ts'
import type { contract as membership } from '../../contract.ts'

type Contracts = { membership: typeof membership }

export type Followed = OutputOf<typeof membership.follow>
export type Start = OutputOf<typeof membership.start>
export type Card = NonNullable<OutputOf<typeof membership.card>>
export type Checked = OutputOf<typeof membership.checkCard>
export type ApplyInput = InputOf<typeof membership.apply>

export const askOf = (send: Desk['send']) => askWith<Contracts>(send)
export const useAsk = () => useAskWith<Contracts>()
