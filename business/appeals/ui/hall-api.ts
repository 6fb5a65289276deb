import { askOf as askWith, type Desk, type OutputOf, useAsk as useAskWith } from '../../../kit/api/index.ts'
import type { contract as appeals } from '../contract.ts'

type Contracts = { appeals: typeof appeals }

export type Followed = OutputOf<typeof appeals.follow>

export const askOf = (send: Desk['send']) => askWith<Contracts>(send)
export const useAsk = () => useAskWith<Contracts>()
