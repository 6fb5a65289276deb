import type { z } from 'zod'
import { useApi } from '../../../kit/api/index.ts'
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

/** Who stands, in the order of the paper. */
export const standing = (election: Election): Candidate[] =>
  election.candidates.filter(({ isWithdrawn }) => !isWithdrawn)

export const nameIn = (election: Election) => {
  const names = new Map(election.candidates.map(({ id, name }) => [id, name]))
  return (id: string): string => names.get(id) ?? ''
}

export const isWriteInOf = (election: Election) => (id: string) =>
  election.candidates.some((one) => one.id === id && one.isWriteIn)
