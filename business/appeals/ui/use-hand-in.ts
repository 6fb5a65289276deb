import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { useNavigate } from 'react-router'
import { ApiError, newIntent, sentenceOf, useDesk } from '../../../kit/api/index.ts'
import type { Draft } from '../../../kit/hall/index.ts'
import { askOf } from './hall-api.ts'
import type { AppealDraft, ReceiveInput } from './hall-draft.ts'
import { keepSent } from './hall-sent-store.ts'
import type { HallShell } from './hall-shell.ts'
import type { HeldFiles } from './use-held-files.ts'

const lost = '网络断了，还没有交上。内容都存在这部手机上，连上网后再按一次“提交”，只会交一次。'

/** Hands the appeal in once, however often it is pressed and whatever becomes of the network: the key stays with the draft. */
export function useHandIn(draft: Draft<AppealDraft>, shell: HallShell, held: HeldFiles) {
  const own = useDesk()
  const navigate = useNavigate()
  const client = useQueryClient()
  const running = useRef(false)
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>()
  const isLost = error instanceof ApiError && error.status === 0
  const [isBack, setBack] = useReturned(isLost)

  const send = async (input: ReceiveInput) => {
    if (running.current) return
    running.current = true
    setBusy(true)
    setError(undefined)
    setBack(false)
    try {
      const desk = input.isAnonymous ? shell.anonymous() : own
      const done = await askOf(desk.send)('appeals', 'receive', input, keyFor(draft, input))
      keepSent(done)
      void held.handIn(done.receipt ? shell.anonymous(done.receipt) : desk, done.id)
      draft.clear()
      void client.invalidateQueries()
      navigate('/appeal/done', { replace: true })
    } catch (failure) {
      setError(failure)
    } finally {
      running.current = false
      setBusy(false)
    }
  }
  const problem = error === undefined || isBack ? undefined : isLost ? lost : sentenceOf(error)
  return { send, busy, problem, isBack }
}

/** The same words keep their key, also after the page was closed; other words are another appeal. */
function keyFor(draft: Draft<AppealDraft>, input: ReceiveInput): string {
  const said = JSON.stringify(input)
  const key = draft.value.sent === said && draft.value.key ? draft.value.key : newIntent()
  draft.change({ key, sent: said })
  return key
}

/** Has the network come back since it was lost? */
function useReturned(isLost: boolean) {
  const [isBack, setBack] = useState(false)
  useEffect(() => {
    if (!isLost) return
    const tell = () => setBack(true)
    globalThis.addEventListener('online', tell)
    return () => globalThis.removeEventListener('online', tell)
  }, [isLost])
  return [isBack, setBack] as const
}
