import { useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { useNavigate } from 'react-router'
import { sentenceOf } from '../../../../kit/api/index.ts'
import { createIntent } from '../../../../kit/api/intent.ts'
import { useAsk } from './api.ts'

type Act = 'resubmit' | 'withdraw'

/** One act on one's own application: done once however often it is pressed, refused with its sentence, then back to the matter. */
export function useSend<A extends Act>(act: A, then: string) {
  const ask = useAsk()
  const client = useQueryClient()
  const navigate = useNavigate()
  const intent = useRef(createIntent())
  const running = useRef(false)
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string>()
  const send = async (input: Parameters<typeof ask<'membership', A>>[2]) => {
    if (running.current) return
    running.current = true
    setBusy(true)
    setProblem(undefined)
    try {
      await ask('membership', act, input, intent.current.keyFor(input))
      void client.invalidateQueries()
      navigate(then, { replace: true })
    } catch (error) {
      setProblem(sentenceOf(error))
    } finally {
      running.current = false
      setBusy(false)
    }
  }
  return { send, busy, problem }
}
