import { useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { useNavigate } from 'react-router'
import { sentenceOf } from '../../../kit/api/index.ts'
import { createIntent } from '../../../kit/api/intent.ts'
import { useAsk } from './hall-api.ts'

type Act = 'request' | 'retain' | 'resume' | 'leave' | 'withdraw'

/** One act by the person: done once however often it is pressed, refused with its sentence, then on to the matter. */
export function useSend<A extends Act>(act: A) {
  const ask = useAsk()
  const client = useQueryClient()
  const navigate = useNavigate()
  const intent = useRef(createIntent())
  const running = useRef(false)
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string>()
  const send = async (input: Parameters<typeof ask<A>>[1]) => {
    if (running.current) return
    running.current = true
    setBusy(true)
    setProblem(undefined)
    try {
      const { id } = (await ask(act, input, intent.current.keyFor(input))) as { id: string }
      navigate(`/matters/transfers/${id}`, { replace: true })
      void client.invalidateQueries()
    } catch (error) {
      setProblem(sentenceOf(error))
    } finally {
      running.current = false
      setBusy(false)
    }
  }
  return { send, busy, problem }
}
