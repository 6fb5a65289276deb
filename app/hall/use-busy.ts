import { useRef, useState } from 'react'
import { sentenceOf } from '../../kit/api/index.ts'

/** One thing at a time, and what went wrong in a sentence. */
export function useBusy() {
  const running = useRef(false)
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string>()
  const run = async (work: () => Promise<void>) => {
    if (running.current) return
    running.current = true
    setBusy(true)
    setProblem(undefined)
    try {
      await work()
    } catch (error) {
      setProblem(sentenceOf(error))
    } finally {
      running.current = false
      setBusy(false)
    }
  }
  return { busy, problem, run }
}
