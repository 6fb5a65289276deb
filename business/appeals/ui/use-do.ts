import { useNavigate } from 'react-router'
import type { InputOf } from '../../../kit/api/index.ts'
import { useOnce, useRefresh } from '../../../kit/api/index.ts'
import type { contract } from '../contract.ts'
import { useAsk } from './hall-api.ts'

type Verb = 'rate' | 'supplement' | 'withdraw'

/** One step by the person on the own appeal, then back to it as it is now. */
export function useDo<V extends Verb>(verb: V, href: string, whenDone?: () => void) {
  const ask = useAsk()
  const refresh = useRefresh()
  const navigate = useNavigate()
  return useOnce(
    (input: InputOf<(typeof contract)[V]>, key) => ask('appeals', verb, input, key),
    async () => {
      whenDone?.()
      await refresh()
      navigate(href, { replace: true })
    },
  )
}
