import { useEffect, useRef, useState } from 'react'

export type SearchState<Found> =
  | { kind: 'idle' }
  | { kind: 'searching' }
  | { kind: 'found'; found: Found }
  | { kind: 'failed'; retry: () => void }

/** Runs `search` when the typing rests for `delay` ms; a late answer to an earlier question is dropped. */
export function useSearch<Found>(
  text: string,
  search: (text: string) => Promise<Found>,
  delay = 250,
): SearchState<Found> {
  const [state, setState] = useState<SearchState<Found>>({ kind: 'idle' })
  const [attempt, setAttempt] = useState(0)
  const latest = useRef(search)
  latest.current = search
  const asked = text.trim()
  useEffect(() => {
    if (asked === '') return setState({ kind: 'idle' })
    let isStale = false
    const retry = () => setAttempt(attempt + 1)
    const ask = async () => {
      try {
        const found = await latest.current(asked)
        if (!isStale) setState({ kind: 'found', found })
      } catch {
        if (!isStale) setState({ kind: 'failed', retry })
      }
    }
    setState({ kind: 'searching' })
    const timer = setTimeout(ask, delay)
    return () => {
      isStale = true
      clearTimeout(timer)
    }
  }, [asked, attempt, delay])
  return state
}
