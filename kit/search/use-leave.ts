import { type RefObject, useEffect, useRef } from 'react'

/** Closes what floats when the person goes elsewhere by pointer, by keyboard, or with Escape (which then does nothing else). */
export function useLeave<Place extends HTMLElement>(isOpen: boolean, leave: () => void): RefObject<Place | null> {
  const place = useRef<Place>(null)
  const latest = useRef(leave)
  latest.current = leave
  useEffect(() => {
    if (!isOpen) return
    const away = (event: Event) => {
      if (event.target instanceof Node && !place.current?.contains(event.target)) latest.current()
    }
    const leaveByKey = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return
      event.stopPropagation()
      latest.current()
    }
    document.addEventListener('pointerdown', away)
    document.addEventListener('focusin', away)
    document.addEventListener('keydown', leaveByKey, { capture: true })
    return () => {
      document.removeEventListener('pointerdown', away)
      document.removeEventListener('focusin', away)
      document.removeEventListener('keydown', leaveByKey, { capture: true })
    }
  }, [isOpen])
  return place
}
