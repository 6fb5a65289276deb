import { useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { newIntent, sentenceOf } from '../../../kit/api/index.ts'
import { createIntent } from '../../../kit/api/intent.ts'
import type { Answer } from '../rules/poll.ts'
import { useAsk } from './hall-api.ts'

/** Chance in the shape of an id. `crypto.randomUUID` is missing on plain http inside an office. */
function newVeil(): string {
  const all = newIntent()
  const hex = `${all.slice(0, 12)}4${all.slice(13, 16)}8${all.slice(17)}`
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}

/** One ballot: cast once however often it is pressed. The veil keeps what is remembered of the sending from telling the answers. */
export function useBallot(id: string) {
  const ask = useAsk()
  const client = useQueryClient()
  const veil = useRef(newVeil())
  const intent = useRef(createIntent())
  const running = useRef(false)
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string>()
  const cast = async (given: readonly (Answer | undefined)[]) => {
    const answers = given.filter((answer) => answer !== undefined)
    if (running.current) return
    running.current = true
    setBusy(true)
    setProblem(undefined)
    try {
      const ballot = { id, answers, veil: veil.current }
      await ask('vote', ballot, intent.current.keyFor(ballot))
      await client.invalidateQueries({ queryKey: ['star-rating'] })
    } catch (error) {
      setProblem(sentenceOf(error))
    } finally {
      running.current = false
      setBusy(false)
    }
  }
  return { cast, busy, problem }
}
