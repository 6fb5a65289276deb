import { StateBlock } from '../state-block/state-block.tsx'
import { sentenceOf } from './api-error.ts'
import type { ReadState } from './read.ts'

interface NotYetProps {
  state: ReadState
  retry: () => void
  /** What the server said of what is not there. */
  error?: unknown
}

/** In place of what is still being read, could not be read, is not there, or is not for this post. */
export function NotYet({ state, retry, error }: NotYetProps) {
  if (state === 'missing') return <StateBlock kind="missing" title={error ? sentenceOf(error) : undefined} />
  const action = state === 'error' ? { title: '再试一次', onDo: retry } : undefined
  return <StateBlock kind={state === 'ready' ? 'loading' : state} action={action} />
}
