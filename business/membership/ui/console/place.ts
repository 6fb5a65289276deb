import type { z } from 'zod'
import { useApi } from '../../../../kit/api/index.ts'
import { contract, type Matter as MatterShape } from '../../contract.ts'

/** Where the screens of this line stand. */
export const home = '/console/membership'

export type Matter = z.output<typeof MatterShape>

export const useMembership = () => useApi('membership', contract)
