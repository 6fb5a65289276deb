import { useMemo } from 'react'
import type { z } from 'zod'
import type { Endpoint } from '../../../../kernel/contract/contract.ts'
import type { contract as enterprises } from '../../../../kernel/enterprises/contract.ts'
import type { contract as orgs } from '../../../../kernel/org/contract.ts'
import { type Desk, useDesk } from '../../../../kit/api/index.ts'
import type { contract as membership } from '../../contract.ts'

interface Contracts {
  membership: typeof membership
  enterprises: typeof enterprises
  orgs: typeof orgs
}

type Input<E> = E extends Endpoint<infer I, z.ZodType> ? z.input<I> : never
type Output<E> = E extends Endpoint<z.ZodType, infer O> ? z.output<O> : never

export type Followed = Output<Contracts['membership']['follow']>
export type Start = Output<Contracts['membership']['start']>
export type Card = NonNullable<Output<Contracts['membership']['card']>>
export type Checked = Output<Contracts['membership']['checkCard']>
export type ApplyInput = Input<Contracts['membership']['apply']>

/** The endpoints a worker's screen needs, typed by their contracts without carrying the shapes to the phone: the server checks. */
export const askOf =
  (send: Desk['send']) =>
  <L extends keyof Contracts, N extends keyof Contracts[L] & string>(
    line: L,
    name: N,
    input: Input<Contracts[L][N]>,
    key?: string,
  ) =>
    send(`/api/${line}/${name}`, input, key ? { key } : {}) as Promise<Output<Contracts[L][N]>>

export function useAsk(): ReturnType<typeof askOf> {
  const { send } = useDesk()
  return useMemo(() => askOf(send), [send])
}
