import type { z } from 'zod'
import { contract, type Import, type Preview } from '../../../kernel/import/contract.ts'
import { useApi, useRead } from '../../../kit/api/index.ts'

export type Imported = z.output<typeof Import>
export type Previewed = z.output<typeof Preview>
export type Listed = z.output<typeof contract.list.output>['rows'][number]
export type KindOffered = z.output<typeof contract.kinds.output>[number]
export type RowTold = z.output<typeof contract.rows.output>['rows'][number]

export const useImports = () => useApi('imports', contract)

/** Something is going on by itself, so that the page looks again. */
export const isRunning = ({ state, isReading, copies }: Imported): boolean =>
  isReading || state === 'checking' || state === 'storing' || state === 'undoing' || copies.some(isBeingWritten)

export const isBeingWritten = ({ documentId, failure }: Imported['copies'][number]): boolean =>
  documentId === null && failure === null

/** One import, looked at again each second while it runs. */
export function useImport(id: string) {
  const { get } = useImports()
  const read = useRead(get, { id })
  const runs = read.data !== undefined && isRunning(read.data)
  useRead(get, { id }, { enabled: runs, every: runs ? 1000 : undefined })
  return read
}
