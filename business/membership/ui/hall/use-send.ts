import { useNavigate } from 'react-router'
import { type InputOf, useOnce, useRefresh } from '../../../../kit/api/index.ts'
import type { contract } from '../../contract.ts'
import { useAsk } from './api.ts'

type Act = 'resubmit' | 'withdraw'

/** One act on one's own application, then back to the matter. */
export function useSend<A extends Act>(act: A, then: string) {
  const ask = useAsk()
  const refresh = useRefresh()
  const navigate = useNavigate()
  return useOnce(
    (input: InputOf<(typeof contract)[A]>, key) => ask('membership', act, input, key),
    async () => {
      await refresh()
      navigate(then, { replace: true })
    },
  )
}
