import { useRef, useState } from 'react'
import { sentenceOf } from './api-error.ts'
import { createIntent } from './intent.ts'

/**
 * One act by a person at the phone: done once however often it is pressed, also when the line broke in between; a refusal says its sentence.
 * `then` follows when it is done, and belongs to the act: until it is through, the button is busy.
 */
export function useOnce<I, O>(act: (input: I, key: string) => Promise<O>, then: (done: O) => unknown) {
  const intent = useRef(createIntent())
  const running = useRef(false)
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>()
  const send = async (input: I) => {
    if (running.current) return
    running.current = true
    setBusy(true)
    setError(undefined)
    try {
      const done = await act(input, intent.current.keyFor(input))
      await then(done)
    } catch (failure) {
      setError(failure)
    } finally {
      running.current = false
      setBusy(false)
    }
  }
  return { send, busy, error, problem: error === undefined ? undefined : sentenceOf(error) }
}
