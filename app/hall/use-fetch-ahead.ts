import { useEffect } from 'react'
import { lines } from './lines.tsx'

const REST = 1500

/** Once home stands, what one writes in comes over too: the network may be gone by the time it is needed. */
export function useFetchAhead(): void {
  useEffect(() => {
    const timer = setTimeout(() => {
      // Without a network there is nothing to be had; opening the page then says so.
      for (const { fetchAhead } of lines) fetchAhead().catch(() => undefined)
    }, REST)
    return () => clearTimeout(timer)
  }, [])
}
