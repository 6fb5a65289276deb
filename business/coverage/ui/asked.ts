import { useSearchParams } from 'react-router'
import { addressOf, oneOf } from '../../../kit/filter-bar/address.ts'
import type { FirmStanding, RatedBand } from '../rules/words.ts'
import { ratedBands, standings } from '../rules/words.ts'
import { home } from './place.ts'

/** What a page is about, as it stands in the address. */
export interface Asked {
  place?: string | undefined
  on?: string | undefined
}

/** Which list of firms. */
export interface Listed extends Asked {
  standing: FirmStanding
  band?: RatedBand | undefined
  form?: 'single' | 'joint' | undefined
}

const DAY = /^\d{4}-\d{2}-\d{2}$/
const PATH = /^([0-9A-Za-z]+\.)+$/
export function readAsked(params: URLSearchParams): Asked {
  const [place, on] = [params.get('place') ?? '', params.get('on') ?? '']
  return { place: PATH.test(place) ? place : undefined, on: DAY.test(on) ? on : undefined }
}

export function readListed(params: URLSearchParams): Listed {
  const form = params.get('form')
  return {
    ...readAsked(params),
    standing: oneOf(standings, params.get('standing')) ?? 'uncovered',
    band: oneOf(ratedBands, params.get('band')),
    form: form === 'single' || form === 'joint' ? form : undefined,
  }
}

const withQuery = (path: string, asked: Listed | Asked): string => {
  const query = addressOf({ ...asked }).toString()
  return query ? `${path}?${query}` : path
}

export const ratesHref = (asked: Asked): string => withQuery(home, asked)
export const listHref = (listed: Listed): string => withQuery(`${home}/firms`, listed)

/** What the address asks for, and how to ask for something else. */
export function useAddress<A extends Asked>(
  read: (params: URLSearchParams) => A,
): readonly [A, (change: Partial<A>) => void] {
  const [params, setParams] = useSearchParams()
  const asked = read(params)
  return [asked, (change) => setParams(addressOf({ ...asked, ...change }), { replace: true })]
}
