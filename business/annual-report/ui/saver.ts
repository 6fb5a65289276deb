import { ApiError, sentenceOf } from '../../../kit/api/index.ts'
import type { Block } from '../rules/body.ts'

export type Saving =
  | { state: 'saved'; at: string }
  | { state: 'dirty' | 'saving' }
  /** `isRetried`: it will be sent again by itself. */
  | { state: 'failed'; why: string; isRetried: boolean }
  | { state: 'stale'; why: string; revision: number }

export type Text = { title: string; body: Block[] }
export type Send = (revision: number, text: Text) => Promise<{ revision: number; editedAt: string }>

const REST = 1500
const RETRY = 8000

export interface Saver {
  /** Takes what was typed; it is sent when the typing rests. */
  change(text: Text): void
  /** Sends what waits, now. */
  flush(): Promise<void>
  /** Saves over the other's version, after having been told of it. */
  overwrite(theirs: number): Promise<void>
  /** Whether something typed is not known to be saved: it waits, is on its way, was refused, or waits for the writer's choice. */
  hasUnsaved(): boolean
  revision(): number
}

/**
 * Keeps a draft by itself, and tries again after the line broke. Somebody else's saving stops it until the writer decides; what was typed waits.
 * @param onState told at every change
 */
export function createSaver(send: Send, start: number, onState: (saving: Saving) => void): Saver {
  const draft: Draft = { revision: start, waiting: undefined, isSending: false, isStale: false }
  let timer: ReturnType<typeof setTimeout> | undefined
  let last: Promise<void> = Promise.resolve()
  const flush = () => {
    clearTimeout(timer)
    last = last.then(async () => {
      if (await wantsRetry(draft, send, onState)) wait(RETRY)
    })
    return last
  }
  const wait = (milliseconds: number) => {
    clearTimeout(timer)
    timer = setTimeout(() => void flush(), milliseconds)
  }
  return {
    change(text) {
      draft.waiting = text
      if (draft.isStale) return
      onState({ state: 'dirty' })
      wait(REST)
    },
    flush,
    overwrite(theirs) {
      draft.isStale = false
      draft.revision = theirs
      return flush()
    },
    hasUnsaved: () => draft.waiting !== undefined || draft.isSending,
    revision: () => draft.revision,
  }
}

type Draft = { revision: number; waiting: Text | undefined; isSending: boolean; isStale: boolean }

/** Sends what waits; whether that failed in a way that passes. */
async function wantsRetry(draft: Draft, send: Send, onState: (saving: Saving) => void): Promise<boolean> {
  const text = draft.waiting
  if (!text || draft.isStale) return false
  draft.waiting = undefined
  draft.isSending = true
  onState({ state: 'saving' })
  try {
    const done = await send(draft.revision, text)
    draft.revision = done.revision
    onState(draft.waiting ? { state: 'dirty' } : { state: 'saved', at: done.editedAt })
    return false
  } catch (error) {
    draft.waiting ??= text
    const stale = staleOf(error)
    draft.isStale = stale !== undefined
    const isRetried = !stale && isPassing(error)
    onState(stale ?? { state: 'failed', why: sentenceOf(error), isRetried })
    return isRetried
  } finally {
    draft.isSending = false
  }
}

/** A refusal that names the revision that stands. */
function staleOf(error: unknown): Saving | undefined {
  if (!(error instanceof ApiError) || error.status !== 409) return undefined
  const { revision } = (error.details ?? {}) as { revision?: number }
  return revision === undefined ? undefined : { state: 'stale', why: error.message, revision }
}

const isPassing = (error: unknown): boolean => !(error instanceof ApiError) || error.status === 0 || error.status >= 500
