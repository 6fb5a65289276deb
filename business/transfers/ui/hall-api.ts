import { askOf as askWith, type Desk, type OutputOf, useAsk as useAskWith } from '../../../kit/api/index.ts'
import type { contract as transfers } from '../contract.ts'

type Contracts = { transfers: typeof transfers }

export type Followed = OutputOf<typeof transfers.follow>
export type Mine = OutputOf<typeof transfers.mine>
export type Destination = OutputOf<typeof transfers.destinations>[number]

export const askOf = (send: Desk['send']) => askWith<Contracts>(send)
export const useAsk = () => useAskWith<Contracts>()
