import { useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { useNavigate } from 'react-router'
import { sentenceOf } from '../../../kit/api/index.ts'
import { createIntent } from '../../../kit/api/intent.ts'
import { type Ask, useAsk } from './hall-api.ts'

type Verb = 'rate' | 'supplement' | 'withdraw'

/** One step by the person: done once however often it is pressed, refused with its sentence, then back to the matter as it is now. */
export function useDo<V extends Verb>(verb: V, href: string) {
  const ask = useAsk()
  const client = useQueryClient()
  const navigate = useNavigate()
  const intent = useRef(createIntent())
  const running = useRef(false)
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string>()
  const send = async (input: Parameters<typeof ask<'appeals', V>>[2], whenDone?: () => void) => {
    if (running.current) return
    running.current = true
    setBusy(true)
    setProblem(undefined)
    try {
      await doIt(ask, verb, input, intent.current.keyFor(input))
      whenDone?.()
      await client.invalidateQueries()
      navigate(href, { replace: true })
    } catch (error) {
      setProblem(sentenceOf(error))
    } finally {
      running.current = false
      setBusy(false)
    }
  }
  return { send, busy, problem }
}

const doIt = <V extends Verb>(ask: Ask, verb: V, input: Parameters<typeof ask<'appeals', V>>[2], key: string) =>
  ask('appeals', verb, input, key)
