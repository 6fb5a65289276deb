import type { z } from 'zod'
import { addressOf, oneOf } from '../../../kit/filter-bar/address.ts'
import type { contract } from '../contract.ts'
import { certificateStates, forms, termStates } from '../rules/words.ts'

type ListInput = z.input<(typeof contract)['unions']['input']>

/** What narrows the register, as it stands in the address. */
export type Filters = Omit<ListInput, 'after' | 'limit'>

const chairs = { with: '', without: '' }
const answers = { yes: '', no: '' }

/** Reads the address; what it cannot be is left out. */
export const readFilters = (params: URLSearchParams): Filters => ({
  under: params.get('under') ?? undefined,
  form: oneOf(forms, params.get('form')),
  term: oneOf(termStates, params.get('term')),
  certificate: oneOf(certificateStates, params.get('certificate')),
  chair: oneOf(chairs, params.get('chair')),
  regular: oneOf(answers, params.get('regular')),
  isDue: params.get('due') === '1',
  text: params.get('text') || undefined,
})

/** The same as an address. */
export const writeFilters = ({ isDue, ...rest }: Filters): URLSearchParams => addressOf({ ...rest, due: isDue })

/** Does anything narrow the list besides the place? */
export const isNarrowed = ({ under: _, ...rest }: Filters): boolean => Object.values(rest).some(Boolean)
