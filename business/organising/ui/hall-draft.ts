import { readDraft } from '../../../kit/hall/draft/draft-store.ts'

export const draftKey = 'union'

/** Every field has a value of its kind, so that a draft of an older page still fits. */
export const blank = {
  firmText: '',
  enterpriseId: '',
  /** Written by hand, because the register does not know it. */
  firmName: '',
  place: '',
  note: '',
  /** What was last handed in under this key; while nothing changes, pressing again sends the same once more and is done only once. */
  key: '',
  sent: '',
}
export type WishDraft = typeof blank

/** The employer that lies half written on this phone. */
export function draftTitle(): string | undefined {
  try {
    return readDraft(localStorage, draftKey, blank)?.firmText.trim() || undefined
  } catch {
    return undefined
  }
}

/** What is sent for a draft: nothing empty. */
export const inputOf = ({ enterpriseId, firmName, place, note }: WishDraft) => ({
  ...(enterpriseId ? { enterpriseId } : { firmName, ...(place ? { place } : {}) }),
  ...(note.trim() ? { note: note.trim() } : {}),
})

/** Why it cannot be sent yet. */
export function lackOf({ firmText, enterpriseId, firmName, place }: WishDraft): string | undefined {
  if (enterpriseId) return undefined
  if (!firmName) return firmText.trim() ? '从下面选您的单位，没有就点“直接写名字”' : '写几个字，找您的单位'
  return place ? undefined : '再选一下在哪个街道'
}
