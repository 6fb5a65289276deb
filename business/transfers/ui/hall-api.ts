import { useMemo } from 'react'
import type { z } from 'zod'
import type { Endpoint } from '../../../kernel/contract/contract.ts'
import { type Desk, useDesk } from '../../../kit/api/index.ts'
import type { contract } from '../contract.ts'

type Contract = typeof contract
type Input<E> = E extends Endpoint<infer I, z.ZodType> ? z.input<I> : never
type Output<E> = E extends Endpoint<z.ZodType, infer O> ? z.output<O> : never

export type Followed = Output<Contract['follow']>
export type Mine = Output<Contract['mine']>
export type Destination = Output<Contract['destinations']>[number]

/** The endpoints of this line, typed by their contract without carrying the shapes to the phone: the server checks. */
export const askOf =
  (send: Desk['send']) =>
  <N extends keyof Contract & string>(name: N, input: Input<Contract[N]>, key?: string) =>
    send(`/api/transfers/${name}`, input, key ? { key } : {}) as Promise<Output<Contract[N]>>

export function useAsk(): ReturnType<typeof askOf> {
  const { send } = useDesk()
  return useMemo(() => askOf(send), [send])
}
