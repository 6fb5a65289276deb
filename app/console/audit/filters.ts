import type { z } from 'zod'
import type { contract } from '../../../kernel/audit/contract.ts'
import { instantFromWall } from '../../../kit/time/time-words.ts'

/** What narrows the log, as it stands in the address; days are whole days in Shanghai, both included. */
export interface Filters {
  action: string | undefined
  actor: string | undefined
  outcome: 'done' | 'refused' | undefined
  from: string | undefined
  to: string | undefined
}

export const outcomes = { done: '办成', refused: '被拒' } as const

/** Reads the address; what it cannot be is left out. */
export function readFilters(params: URLSearchParams): Filters {
  const outcome = params.get('outcome')
  return {
    action: params.get('action') || undefined,
    actor: params.get('actor') || undefined,
    outcome: outcome === 'done' || outcome === 'refused' ? outcome : undefined,
    from: dayOf(params.get('from')),
    to: dayOf(params.get('to')),
  }
}

const dayOf = (text: string | null): string | undefined =>
  text !== null && /^\d{4}-\d\d-\d\d$/.test(text) && instantFromWall(`${text}T00:00`) ? text : undefined

/** The same as an address; what is not asked does not stand in it. */
export function writeFilters(filters: Filters): URLSearchParams {
  const params = new URLSearchParams()
  for (const [name, value] of Object.entries(filters)) if (value) params.set(name, value)
  return params
}

export const isNarrowed = (filters: Filters): boolean => Object.values(filters).some(Boolean)

/** What the server is asked: from the first moment of `from` up to the last of `to`. */
export function askedOf({ from, to, ...rest }: Filters): z.input<typeof contract.list.input> {
  return {
    ...rest,
    from: from && instantFromWall(`${from}T00:00`),
    to: to && instantFromWall(`${to}T24:00`),
  }
}
