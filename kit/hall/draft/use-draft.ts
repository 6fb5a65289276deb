import { useCallback, useRef, useState } from 'react'
import { clearDraft, type DraftStorage, readDraft, writeDraft } from './draft-store.ts'

export type DraftSaved = 'none' | 'saved' | 'failed'

export interface Draft<Value> {
  value: Value
  /** Changes some fields and keeps the whole at once, offline too. */
  change: (part: Partial<Value>) => void
  /** After it was sent. */
  clear: () => void
  saved: DraftSaved
  /** The person was here before: say so. */
  wasRestored: boolean
}

const nowhere: DraftStorage = {
  getItem: () => null,
  setItem: () => {
    throw new Error('no storage')
  },
  removeItem: () => undefined,
}

/** Some browsers throw at the mere mention of storage. */
function storage(): DraftStorage {
  try {
    return globalThis.localStorage ?? nowhere
  } catch {
    return nowhere
  }
}

/** What is being written on this phone, kept at every key. `initial` gives every field a value of its kind. */
export function useDraft<Value extends object>(key: string, initial: Value): Draft<Value> {
  const blank = useRef(initial)
  const [restored] = useState(() => readDraft(storage(), key, initial))
  const [value, setValue] = useState(restored ?? initial)
  const [saved, setSaved] = useState<DraftSaved>(restored ? 'saved' : 'none')
  const latest = useRef(value)
  const change = useCallback(
    (part: Partial<Value>) => {
      latest.current = { ...latest.current, ...part }
      setValue(latest.current)
      setSaved(writeDraft(storage(), key, latest.current) ? 'saved' : 'failed')
    },
    [key],
  )
  const clear = useCallback(() => {
    clearDraft(storage(), key)
    latest.current = blank.current
    setValue(blank.current)
    setSaved('none')
  }, [key])
  return { value, change, clear, saved, wasRestored: restored !== undefined }
}
