import { askOf as askWith, type Desk, type OutputOf, useAsk as useAskWith } from '../../../kit/api/index.ts'
import type { contract as organising } from '../contract.ts'

type Contracts = { organising: typeof organising }

export type Wish = OutputOf<typeof organising.wishes>[number]

export const askOf = (send: Desk['send']) => askWith<Contracts>(send)
export const useAsk = () => useAskWith<Contracts>()
