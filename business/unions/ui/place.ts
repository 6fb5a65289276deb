import type { z } from 'zod'
import { contract as people } from '../../../kernel/people/contract.ts'
import { type Api, useApi } from '../../../kit/api/index.ts'
import { contract, type Matter, type UnionRow, type Union as UnionShape } from '../contract.ts'

/** Where the screens of this line stand. */
export const home = '/console/unions'
export const hrefOf = (id: string): string => `${home}/${id}`
export const unionHref = (id: string): string => `${home}/union/${id}`

export type Union = z.output<typeof UnionShape>
export type Row = z.output<typeof UnionRow>
export type Change = z.output<typeof Matter>
export type UnionsApi = Api<typeof contract>

export const useUnions = (): UnionsApi => useApi('unions', contract)

/** People by name, initials or whole phone number, within a union or one's own reach. */
export function usePeople(under: string) {
  const { find } = useApi('people', people)
  return async (text: string) =>
    (await find({ text, under, limit: 10 })).map(({ id, name, context }) => ({ id, name, context }))
}
