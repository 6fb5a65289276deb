import type { z } from 'zod'
import { contract as people } from '../../../kernel/people/contract.ts'
import { useApi, useDesk, useNow } from '../../../kit/api/index.ts'
import { contract, type Matter, type Round as RoundShape } from '../contract.ts'

/** Where the screens of this line stand. */
export const home = '/console/elections'
export const hrefOf = (id: string): string => `${home}/${id}`
export const ballotHref = (id: string): string => `${home}/${id}/ballot`
export const resultHref = (id: string): string => `${home}/${id}/result`

export type Election = z.output<typeof Matter>
export type Candidate = Election['candidates'][number]
export type Round = z.output<typeof RoundShape>

export const useElections = () => useApi('elections', contract)

/** Members by name within the union, or within one's own reach where it is still being founded. */
export function useMembers(election: Election) {
  const { find } = useApi('people', people)
  const { may, unit } = useDesk()
  const under = election.orgId ? election.orgPath : unit.path
  return {
    may: may('people.find'),
    search: async (text: string, isWide = false) =>
      (await find({ text, under: isWide ? unit.path : under, limit: 10 })).map(({ id, name, context }) => ({
        id,
        name,
        context,
      })),
  }
}

/** The day in Shanghai. */
export const useToday = (): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(new Date(useNow()))

export const optionsOf = (words: Readonly<Record<string, string>>) =>
  Object.entries(words).map(([value, title]) => ({ value, title }))

/** Who stands, in the order of the paper. */
export const standing = (election: Election): Candidate[] =>
  election.candidates.filter(({ isWithdrawn }) => !isWithdrawn)

export const nameIn = (election: Election) => {
  const names = new Map(election.candidates.map(({ id, name }) => [id, name]))
  return (id: string): string => names.get(id) ?? ''
}

export const isWriteInOf = (election: Election) => (id: string) =>
  election.candidates.some((one) => one.id === id && one.isWriteIn)
