import type { z } from 'zod'
import { contract as people } from '../../../kernel/people/contract.ts'
import { type Api, useApi, useToday } from '../../../kit/api/index.ts'
import { contract } from '../contract.ts'

/** Where the screens of this line stand. */
export const home = '/console/federations'
export const title = '工联会'
export const federationHref = (id: string): string => `${home}/of/${id}`
export const matterHref = (id: string): string => `${home}/${id}`

type Told<E extends { output: z.ZodType }> = z.output<E['output']>
export type Row = Told<typeof contract.register>['rows'][number]
export type Federation = Told<typeof contract.federation>
export type Matter = Told<typeof contract.get>
export type Item = Told<typeof contract.checklist>['items'][number]
export type GridFirm = Told<typeof contract.gridFirms>['rows'][number]
export type Club = Told<typeof contract.clubs>['clubs'][number]
export type Activity = Told<typeof contract.clubs>['activities'][number]
export type YearRow = Told<typeof contract.yearTable>[number]
export type Judging = Told<typeof contract.judging>[number]
export type Criterion = Told<typeof contract.criteria>[number]
export type Links = Told<typeof contract.links>

export const useFederations = (): Api<typeof contract> => useApi('federations', contract)

/** People by name, initials or whole phone number, within one's own reach. */
export function usePeople() {
  const { find } = useApi('people', people)
  return async (text: string) =>
    (await find({ text, limit: 10 })).map(({ id, name, context }) => ({ id, name, context }))
}

export const useYear = (): number => Number(useToday().slice(0, 4))

export const yesNo = (value: boolean | null): string => (value === null ? '未填' : value ? '有' : '没有')
