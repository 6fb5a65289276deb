import type { z } from 'zod'
import { useApi } from '../../../kit/api/index.ts'
import { contract } from '../contract.ts'

/** Where the screens of this line stand. */
export const home = '/console/report-check'

export const useReportCheck = () => useApi('report-check', contract)

export type Check = z.output<typeof contract.get.output>
export type Card = z.output<typeof contract.list.output>['rows'][number]

/** The figure's own page: definition, trend, streets, records. */
export const figureHref = (code: string, year: number | null): string =>
  `/console/overview?${new URLSearchParams({ code, ...(year === null ? {} : { period: String(year) }) })}`
