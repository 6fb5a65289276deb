import type { z } from 'zod'
import { useApi } from '../../../kit/api/index.ts'
import {
  contract,
  type Founding as FoundingShape,
  type Paper as PaperShape,
  type Row as RowShape,
} from '../contract.ts'

/** Where the screens of this line stand. */
export const home = '/console/organising'
export const hrefOf = (id: string): string => `${home}/${id}`
export const paperHref = (id: string, paperId: string): string => `${home}/${id}/papers/${paperId}`

export type Founding = z.output<typeof FoundingShape>
export type Row = z.output<typeof RowShape>
export type Paper = z.output<typeof PaperShape>

export const useFoundings = () => useApi('organising', contract)
