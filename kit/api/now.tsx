import { createContext, type ReactNode, useContext, useEffect, useState } from 'react'
import { wallTime } from '../time/time-words.ts'

const NowContext = createContext<string | undefined>(undefined)

/** Hands the present instant to everything inside; asks `clock` anew each minute, so that clocks on the screen move. */
export function NowRoot({ clock, children }: { clock: () => string; children: ReactNode }) {
  const [now, setNow] = useState(clock)
  useEffect(() => {
    const timer = setInterval(() => setNow(clock()), 60_000)
    return () => clearInterval(timer)
  }, [clock])
  return <NowContext value={now}>{children}</NowContext>
}

/** The present instant in ISO, as the shell tells it. */
export function useNow(): string {
  const now = useContext(NowContext)
  if (!now) throw new Error('nobody tells the time here')
  return now
}

/** The day in Shanghai, 'YYYY-MM-DD'. */
export const useToday = (): string => wallTime(useNow()).day
