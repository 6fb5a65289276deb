import { useQuery } from '@tanstack/react-query'
import type { z } from 'zod'
import { contract as figuresContract } from '../../../kernel/indicators/contract.ts'
import { useApi, useDesk, useRegistries } from '../../../kit/api/index.ts'
import { contract } from '../contract.ts'

/** Where the screens of this line stand. */
export const home = '/console/overview'

export const useOverview = () => useApi('overview', contract)
export const useFigures = () => useApi('figures', figuresContract)

type Told<E extends { output: z.ZodType }> = z.output<E['output']>
export type Total = Told<typeof figuresContract.list>[number]
export type Behind = Told<typeof figuresContract.get>
export type Unrecorded = Told<typeof figuresContract.unrecorded>[number]
export type FigureRecord = Told<typeof figuresContract.records>['rows'][number]
export type Chapter = Told<typeof contract.chapters>[number]
export type Pressing = Told<typeof contract.matters>['rows'][number]
export type Late = Told<typeof contract.late>
export type Risks = Told<typeof contract.risks>

/** Name of a union by its path. */
export function useUnitName(path: string): string {
  const { unit } = useDesk()
  const { unitName } = useRegistries()
  const { data } = useQuery({ queryKey: ['unit', path], queryFn: () => unitName(path), enabled: path !== unit.path })
  return path === unit.path ? unit.name : (data ?? '所选单位')
}
