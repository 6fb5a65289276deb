import type { z } from 'zod'
import { addressOf, oneOf } from '../../../kit/filter-bar/address.ts'
import type { contract } from '../contract.ts'
import { forms } from '../rules/words.ts'
import { workflow } from '../workflow.ts'

type ListInput = z.output<typeof contract.list.input>

/** What narrows the list, as it stands in the address. */
export type Filters = Pick<ListInput, 'scope'> & Partial<Pick<ListInput, 'state' | 'form' | 'text'>>

export const scopes = { open: '在办', closed: '已办结', all: '全部' } as const

/** Reads the address; what it cannot be is left out. */
export function readFilters(params: URLSearchParams): Filters {
  return {
    scope: oneOf(scopes, params.get('scope')) ?? 'open',
    state: oneOf(workflow.states, params.get('state')),
    form: oneOf(forms, params.get('form')),
    text: params.get('text') || undefined,
  }
}

/** The same as an address; what is as usual does not stand in it. */
export const writeFilters = ({ scope, ...rest }: Filters): URLSearchParams =>
  addressOf({ scope: scope === 'open' ? undefined : scope, ...rest })

export const isNarrowed = ({ scope: _, ...rest }: Filters): boolean => Object.values(rest).some(Boolean)
