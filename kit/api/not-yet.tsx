import { StateBlock } from '../state-block/state-block.tsx'
import type { ReadState } from './read.ts'

/** In place of what is still being read, could not be read, or is not for this post. */
export function NotYet({ state, retry }: { state: ReadState; retry: () => void }) {
  const action = state === 'error' ? { title: '再试一次', onDo: retry } : undefined
  return <StateBlock kind={state === 'ready' ? 'loading' : state} action={action} />
}
