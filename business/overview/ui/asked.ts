import { useSearchParams } from 'react-router'
import { type Group, groupCodes, type Period } from '../../../kernel/indicators/contract.ts'
import { useDesk, useToday } from '../../../kit/api/index.ts'
import { readPeriod } from '../rules/periods.ts'
import { home } from './place.ts'

/** What the page is about, as it stands in the address. */
export interface Asked {
  period: Period
  place: string
  group: Group | undefined
}

const PATH = /^([0-9A-Za-z]+\.)+$/

export function readAsked(params: URLSearchParams, own: string, today: string): Asked {
  const place = params.get('place') ?? ''
  return {
    period: readPeriod(params.get('period') ?? params.get('year'), today),
    place: PATH.test(place) && place.startsWith(own) ? place : own,
    group: groupCodes.find((group) => group === params.get('group')),
  }
}

/** The address with some of it changed; what becomes empty is left out. */
export function changed(old: URLSearchParams, change: Record<string, string | undefined>): URLSearchParams {
  const next = new URLSearchParams(old)
  if ('period' in change) next.delete('year')
  for (const [name, value] of Object.entries(change)) {
    if (value) next.set(name, value)
    else next.delete(name)
  }
  return next
}

export type Put = (change: Record<string, string | undefined>) => void

/** What the address asks for, and how to ask for something else. */
export function useAsked() {
  const { unit } = useDesk()
  const today = useToday()
  const [params, setParams] = useSearchParams()
  const asked = readAsked(params, unit.path, today)
  const put: Put = (change) => setParams((old) => changed(old, change))
  return { asked, params, put, today }
}

/** Where the matters behind the counts of what is late are listed. */
export function lateHref(which: { when?: string; line?: string; place?: string }): string {
  const query = new URLSearchParams(Object.entries(which).filter(([, value]) => value))
  return `${home}/late?${query}`
}
