import { useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { useNavigate } from 'react-router'
import { ApiError, sentenceOf } from '../../../../kit/api/index.ts'
import { createIntent } from '../../../../kit/api/intent.ts'
import type { Draft } from '../../../../kit/hall/index.ts'
import { type ApplyInput, useAsk } from './api.ts'
import type { JoinDraft } from './draft.ts'

const lost =
  '网络断了，还没有交上。填的都还在；连上网再按一次“交上去”，只会交一次。先别关这一页，证件号码不存在手机里。'

/** Hands the application in once, however often it is pressed, then opens the matter it became. */
export function useHandIn(draft: Draft<JoinDraft>) {
  const ask = useAsk()
  const navigate = useNavigate()
  const client = useQueryClient()
  const intent = useRef(createIntent())
  const running = useRef(false)
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>()
  const send = async (input: ApplyInput) => {
    if (running.current) return
    running.current = true
    setBusy(true)
    setError(undefined)
    try {
      const done = await ask('membership', 'apply', input, intent.current.keyFor(input))
      draft.clear()
      void client.invalidateQueries()
      navigate(`/matters/${done.kind === 'transfer' ? 'transfers' : 'membership'}/${done.id}`, { replace: true })
    } catch (failure) {
      setError(failure)
    } finally {
      running.current = false
      setBusy(false)
    }
  }
  const isLost = error instanceof ApiError && error.status === 0
  const problem = error === undefined ? undefined : isLost ? lost : sentenceOf(error)
  return { send, busy, problem, next: nextOf(error) }
}

/** Where a refusal leads: somebody who is a member already is shown the card. */
function nextOf(error: unknown): string | undefined {
  const details = error instanceof ApiError ? error.details : undefined
  return typeof details === 'object' && details !== null && 'next' in details && typeof details.next === 'string'
    ? details.next
    : undefined
}
