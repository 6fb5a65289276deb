import type { z } from 'zod'
import { useApi } from '../../../kit/api/index.ts'
import { contract, type Item as ItemShape, type Matter as MatterShape } from '../contract.ts'

/** Where the screens of this line stand. */
export const home = '/console/star-rating'
export const hrefOf = (id: string): string => `${home}/${id}`
export const starsHref = `${home}/stars`
export const tableHref = `${home}/table`

export type Rating = z.output<typeof MatterShape>
export type Item = z.output<typeof ItemShape>

export const useRatings = () => useApi('star-rating', contract)
