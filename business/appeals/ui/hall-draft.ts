import { readDraft } from '../../../kit/hall/draft/draft-store.ts'
import type { Category } from '../rules/words.ts'
import { abouts } from './hall-about.ts'

export const draftKey = 'appeal'

/** Every field has a value of its kind, so that a draft of an older page still fits. */
export const blank = {
  about: '',
  story: '',
  employerText: '',
  enterpriseId: '',
  enterpriseName: '',
  hasNoEmployer: false,
  place: '',
  placeName: '',
  /** 'named', 'anonymous', or not yet chosen. */
  contact: '',
  name: '',
  phone: '',
  headcount: '',
  /** What was last handed in under this key; while nothing changes, pressing again sends the same once more and is done only once. */
  key: '',
  sent: '',
}

export type AppealDraft = typeof blank

/** The first words of what lies half written on this phone. */
export function draftTitle(): string | undefined {
  try {
    const story = readDraft(localStorage, draftKey, blank)?.story.trim()
    return story ? (story.length > 18 ? `${story.slice(0, 18)}…` : story) : undefined
  } catch {
    return undefined
  }
}

export interface ReceiveInput {
  story: string
  enterpriseId?: string
  enterpriseName?: string
  place?: string
  headcount?: number
  category?: Category
  isAnonymous: boolean
  contactName?: string
  contactPhone?: string
}

/** What is sent for a draft: nothing that was typed for the other way of contact, nothing empty. */
export function inputOf(draft: AppealDraft): ReceiveInput {
  const about = abouts[draft.about]
  const isAnonymous = draft.contact === 'anonymous'
  const headcount = headcountOf(draft.headcount)
  return {
    story: about ? `【${about.heading}】${draft.story.trim()}` : draft.story.trim(),
    ...employerOf(draft),
    ...(headcount ? { headcount } : {}),
    ...(about?.category ? { category: about.category } : {}),
    isAnonymous,
    ...(!isAnonymous && draft.name.trim() ? { contactName: draft.name.trim() } : {}),
    ...(!isAnonymous && draft.phone.trim() ? { contactPhone: draft.phone.trim() } : {}),
  }
}

function employerOf(draft: AppealDraft): Pick<ReceiveInput, 'enterpriseId' | 'enterpriseName' | 'place'> {
  if (draft.enterpriseId) return { enterpriseId: draft.enterpriseId }
  return {
    ...(!draft.hasNoEmployer && draft.enterpriseName ? { enterpriseName: draft.enterpriseName } : {}),
    ...(draft.place ? { place: draft.place } : {}),
  }
}

/** Typed number of people; undefined when it is none. */
export function headcountOf(typed: string): number | undefined {
  const plain = typed.normalize('NFKC').replace(/[\s,人]/g, '')
  return /^[1-9]\d{0,4}$/.test(plain) ? Number(plain) : undefined
}

/** A mainland mobile number, as typed with spaces, dashes or +86. */
export const isPhone = (typed: string): boolean =>
  /^1[3-9]\d{9}$/.test(
    typed
      .normalize('NFKC')
      .replace(/[\s-]/g, '')
      .replace(/^\+?86(?=1)/, ''),
  )
