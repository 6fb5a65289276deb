import type { z } from 'zod'
import { type Api, useApi } from '../../../../kit/api/index.ts'
import { type Appeal as AppealShape, contract, type Row as RowShape } from '../../contract.ts'

export type Appeal = z.output<typeof AppealShape>
export type Row = z.output<typeof RowShape>
export type AppealsApi = Api<typeof contract>

export const useAppeals = (): AppealsApi => useApi('appeals', contract)
