import type { z } from 'zod'
import { contract as figures } from '../../../kernel/indicators/contract.ts'
import { useApi } from '../../../kit/api/index.ts'
import { contract } from '../contract.ts'

/** Where the screens of this line stand. */
export const home = '/console/annual-report'

export const useReports = () => useApi('annual-report', contract)
export const useFigures = () => useApi('figures', figures)

export type Report = z.output<typeof contract.get.output>
export type Listed = z.output<typeof contract.list.output>['rows'][number]
export type Tokens = z.output<typeof contract.tokens.output>
export type Restated = z.output<typeof contract.restatements.output>[number]
export type Total = z.output<typeof figures.list.output>[number]
