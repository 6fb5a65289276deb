import type { z } from 'zod'
import { contract as orgs } from '../../../../kernel/org/contract.ts'
import { useApi, useDesk } from '../../../../kit/api/index.ts'
import type { Pick } from '../../../../kit/index.ts'
import { contract, type Matter as MatterShape } from '../../contract.ts'

/** Where the screens of this line stand. */
export const home = '/console/membership'

export type Matter = z.output<typeof MatterShape>

export const useMembership = () => useApi('membership', contract)

/** Unions of the own subtree that may take somebody in, by name. */
export function useFindUnions(): (text: string) => Promise<readonly (Pick & { path: string })[]> {
  const { find } = useApi('orgs', orgs)
  const { unit } = useDesk()
  return async (text) =>
    (await find({ text, under: unit.path, limit: 10 }))
      .filter(({ kind, path }) => kind !== 'district' && !path.endsWith('.pool.'))
      .map(({ id, name, context, path }) => ({ id, name, context, path }))
}
