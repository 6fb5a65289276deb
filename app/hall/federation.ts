import { useQuery } from '@tanstack/react-query'
import type { z } from 'zod'
import type { contract as orgs } from '../../kernel/org/contract.ts'
import { useDesk } from '../../kit/api/index.ts'
import { recall, remember } from './phone-memory.ts'

const KEY = 'nf.federation'

/** The union that runs this hall: the top of its tree. The name of last time stands there until it is read. */
export function useFederationName(): string {
  const { send } = useDesk()
  const { data } = useQuery({
    queryKey: ['federation'],
    queryFn: () => readName(send),
    staleTime: Number.POSITIVE_INFINITY,
  })
  return data ?? recall('localStorage', KEY) ?? ''
}

async function readName(send: ReturnType<typeof useDesk>['send']): Promise<string> {
  const { rows } = (await send('/api/orgs/tree', { limit: 1 })) as z.output<typeof orgs.tree.output>
  const name = rows[0]?.name ?? ''
  remember('localStorage', KEY, name)
  return name
}
