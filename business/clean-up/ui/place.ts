import type { z } from 'zod'
import { useApi } from '../../../kit/api/index.ts'
import { contract, type Matter as MatterShape, type Opened } from '../contract.ts'

/** Where the screens of this line stand. */
export const home = '/console/clean-up'
export const title = '清册'

export type Matter = z.output<typeof MatterShape>
export type Finding = z.output<typeof Opened>

export const useCleanUp = () => useApi('clean-up', contract)
