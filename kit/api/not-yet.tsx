import { StateBlock } from '../state-block/state-block.tsx'
import { ApiError } from './api-error.ts'
import type { ReadState } from './read.ts'

interface NotYetProps {
  state: ReadState
  retry: () => void
  /** What the server said of what is not there. */
  error?: unknown
}

/** In place of what is still being read, could not be read, is not there, or is not for this post. */
export function NotYet({ state, retry, error }: NotYetProps) {
  if (error instanceof ApiError && error.status === 404) return <StateBlock kind="missing" title={error.message} />
  const action = state === 'error' ? { title: '再试一次', onDo: retry } : undefined
  return <StateBlock kind={state === 'ready' ? 'loading' : state} action={action} />
}
