import { useRef } from 'react'
import { newIntent, useOnce, useRefresh } from '../../../kit/api/index.ts'
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
  const refresh = useRefresh()
  const veil = useRef(newVeil())
  const { send, busy, problem } = useOnce(
    (ballot: { id: string; answers: Answer[]; veil: string }, key) => ask('star-rating', 'vote', ballot, key),
    refresh,
  )
  const cast = (given: readonly (Answer | undefined)[]) =>
    send({ id, answers: given.filter((answer) => answer !== undefined), veil: veil.current })
  return { cast, busy, problem }
}
