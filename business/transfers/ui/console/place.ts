import type { z } from 'zod'
import { contract as people } from '../../../../kernel/people/contract.ts'
import { useApi } from '../../../../kit/api/index.ts'
import type { Pick } from '../../../../kit/index.ts'
import { contract, type Matter as MatterShape } from '../../contract.ts'

/** Where the screens of this line stand. */
export const home = '/console/transfers'

export type Matter = z.output<typeof MatterShape>

export const useTransfers = () => useApi('transfers', contract)

/** Finds people within reach, as the person picker wants them. */
export function useFindPeople(): (text: string) => Promise<readonly Pick[]> {
  const { find } = useApi('people', people)
  return (text) => find({ text, limit: 10 })
}
