import { useMemo } from 'react'
import type { z } from 'zod'
import type { Endpoint } from '../../../kernel/contract/contract.ts'
import { type Desk, useDesk } from '../../../kit/api/index.ts'
import type { contract } from '../contract.ts'

type Contract = Pick<typeof contract, 'polls' | 'vote'>
type Input<E> = E extends Endpoint<infer I, z.ZodType> ? z.input<I> : never
type Output<E> = E extends Endpoint<z.ZodType, infer O> ? z.output<O> : never

export type OwnPoll = Output<Contract['polls']>[number]

/** The endpoints of this line, typed by their contract without carrying the shapes to the phone: the server checks. */
const askOf =
  (send: Desk['send']) =>
  <N extends keyof Contract & string>(name: N, input: Input<Contract[N]>, key?: string) =>
    send(`/api/star-rating/${name}`, input, key ? { key } : {}) as Promise<Output<Contract[N]>>

export function useAsk(): ReturnType<typeof askOf> {
  const { send } = useDesk()
  return useMemo(() => askOf(send), [send])
}
