import { useNavigate } from 'react-router'
import { ApiError, useOnce, useRefresh } from '../../../../kit/api/index.ts'
import type { Draft } from '../../../../kit/hall/index.ts'
import { type ApplyInput, useAsk } from './api.ts'
import type { JoinDraft } from './draft.ts'

const lost =
  '网络断了，还没有交上。填的都还在；连上网再按一次“交上去”，只会交一次。先别关这一页，证件号码不存在手机里。'

/** Hands the application in, then opens the matter it became. */
export function useHandIn(draft: Draft<JoinDraft>) {
  const ask = useAsk()
  const navigate = useNavigate()
  const refresh = useRefresh()
  const { error, problem, ...sending } = useOnce(
    (input: ApplyInput, key) => ask('membership', 'apply', input, key),
    ({ kind, id }) => {
      draft.clear()
      void refresh()
      navigate(`/matters/${kind === 'transfer' ? 'transfers' : 'membership'}/${id}`, { replace: true })
    },
  )
  const isLost = error instanceof ApiError && error.status === 0
  return { ...sending, problem: isLost ? lost : problem, next: nextOf(error) }
}

/** Where a refusal leads: somebody who is a member already is shown the card. */
function nextOf(error: unknown): string | undefined {
  const details = error instanceof ApiError ? error.details : undefined
  return typeof details === 'object' && details !== null && 'next' in details && typeof details.next === 'string'
    ? details.next
    : undefined
}
