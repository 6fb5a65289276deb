import { useMemo } from 'react'
import type { z } from 'zod'
import { type Desk, type Endpoint, useDesk } from './api.tsx'

/** Contracts of lines by their slug; a type, never a value: the phone carries no shapes, the server checks. */
type Contracts = Readonly<Record<string, Readonly<Record<string, Endpoint>>>>

export type InputOf<E extends Endpoint> = z.input<E['input']>
export type OutputOf<E extends Endpoint> = z.output<E['output']>

/** Asks an endpoint of a line: `ask('transfers', 'follow', { id })`. `key` names one intent: sent again, it is done only once. */
export type Ask<C extends Contracts> = <L extends keyof C & string, N extends keyof C[L] & string>(
  line: L,
  name: N,
  input: InputOf<C[L][N]>,
  key?: string,
) => Promise<OutputOf<C[L][N]>>

/** The endpoints of the lines `C` over this way of sending. */
export const askOf =
  <C extends Contracts>(send: Desk['send']): Ask<C> =>
  (line, name, input, key) =>
    send(`/api/${line}/${name}`, input, key ? { key } : {}) as Promise<never>

/** The endpoints of the lines `C`, asked by whoever is at this desk. */
export function useAsk<C extends Contracts>(): Ask<C> {
  const { send } = useDesk()
  return useMemo(() => askOf<C>(send), [send])
}
