import type { z } from 'zod'
import { addressOf, oneOf } from '../../../../kit/filter-bar/address.ts'
import type { contract } from '../../contract.ts'
import { categories, channels } from '../../rules/words.ts'
import { workflow } from '../../workflow.ts'

type ListInput = z.input<typeof contract.list.input>

/** What narrows the list, as it stands in the address. */
export type Filters = Omit<ListInput, 'after' | 'limit'>

const scopes = { open: '在办', closed: '已结案', all: '全部' } as const

/** Reads the address; what it cannot be is left out. */
export function readFilters(params: URLSearchParams): Filters {
  return {
    scope: oneOf(scopes, params.get('scope')) ?? 'open',
    state: oneOf(workflow.states, params.get('state')),
    category: oneOf(categories, params.get('category')),
    channel: oneOf(channels, params.get('channel')),
    place: params.get('place') ?? undefined,
    lateOnly: params.get('late') === '1',
    groupOnly: params.get('group') === '1',
    text: params.get('text') || undefined,
  }
}

/** The same as an address; what is as usual does not stand in it. */
export const writeFilters = ({ scope, lateOnly, groupOnly, ...rest }: Filters): URLSearchParams =>
  addressOf({ scope: scope === 'open' ? undefined : scope, ...rest, late: lateOnly, group: groupOnly })

/** Does anything narrow the list besides the scope? */
export const isNarrowed = ({ scope: _, ...rest }: Filters): boolean => Object.values(rest).some(Boolean)

export const scopeWords: Readonly<Record<string, string>> = scopes
