import { type OutputOf, useAsk as useAskWith } from '../../../kit/api/index.ts'
import type { contract } from '../contract.ts'

export type OwnPoll = OutputOf<typeof contract.polls>[number]

export const useAsk = () => useAskWith<{ 'star-rating': typeof contract }>()
