import { useRef } from 'react'
import type { Call } from './api.tsx'
import { createIntent } from './intent.ts'
import { useRefresh } from './read.ts'

/** Does something once, however often it is pressed, and then reads the screen anew. */
export function useAct<I, O>(call: Call<I, O>): (input: I) => Promise<O> {
  const intent = useRef(createIntent())
  const refresh = useRefresh()
  return async (input) => {
    const done = await call(input, { key: intent.current.keyFor(input) })
    intent.current.done()
    void refresh()
    return done
  }
}
