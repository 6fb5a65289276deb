import { useNavigate } from 'react-router'
import { type InputOf, useOnce, useRefresh } from '../../../kit/api/index.ts'
import type { contract } from '../contract.ts'
import { useAsk } from './hall-api.ts'

type Act = 'request' | 'retain' | 'resume' | 'leave' | 'withdraw'

/** One act by the person, then on to the matter. */
export function useSend<A extends Act>(act: A) {
  const ask = useAsk()
  const refresh = useRefresh()
  const navigate = useNavigate()
  return useOnce(
    (input: InputOf<(typeof contract)[A]>, key) => ask('transfers', act, input, key),
    ({ id }) => {
      navigate(`/matters/transfers/${id}`, { replace: true })
      void refresh()
    },
  )
}
