import { readDraft } from '../../../../kit/hall/draft/draft-store.ts'
import type { ApplyInput } from './api.ts'

export const draftKey = 'membership'

/** What is kept on the phone while it is written. The document number is not: it stays on the screen and nowhere else. */
export const blank = {
  name: '',
  /** firm, new_form, none, or not yet chosen. */
  work: '',
  employerText: '',
  enterpriseId: '',
  enterpriseName: '',
  newFormKind: '',
  occupation: '',
  street: '',
  streetName: '',
  unionId: '',
  isSure: false,
}
export type JoinDraft = typeof blank

/** What is typed about the document, for as long as the page is open. */
export const noDocument = { idKind: 'resident' as 'resident' | 'passport', idNumber: '', birthOn: '' }
export type Document = typeof noDocument

/** What lies half written on this phone; '' when it has no name yet, undefined when nothing is there. */
export function draftTitle(): string | undefined {
  try {
    const draft = readDraft(localStorage, draftKey, blank)
    if (!draft || (!draft.name && !draft.work)) return undefined
    return draft.enterpriseName
  } catch {
    return undefined
  }
}

/** What is missing on the first screen, in a sentence. */
export function lackOfWho(draft: JoinDraft, document: Document): string | undefined {
  if (!draft.name.trim()) return '先写姓名'
  if (!document.idNumber.trim()) return '再写证件号码'
  return document.idKind === 'passport' && !document.birthOn ? '用护照的，还要写出生日期' : undefined
}

/** What is missing on the second screen. */
export function lackOfWork(draft: JoinDraft): string | undefined {
  if (!draft.work) return '先选一种'
  if (draft.work === 'firm') {
    if (!draft.enterpriseId && !draft.enterpriseName) return '写几个字找一找单位'
    return draft.enterpriseId || draft.street ? undefined : '再选在哪个街道'
  }
  if (draft.work === 'new_form' && !draft.newFormKind) return '先选做哪一行'
  return draft.enterpriseId || draft.street ? undefined : '再选常在哪个街道'
}

/** Where the person works, as the server is asked. Nothing of another choice comes along. */
export function workplaceOf(draft: JoinDraft) {
  const hasFirm = draft.work !== 'none'
  return {
    ...(hasFirm && draft.enterpriseId ? { enterpriseId: draft.enterpriseId } : {}),
    ...(hasFirm && !draft.enterpriseId && draft.enterpriseName ? { enterpriseName: draft.enterpriseName } : {}),
    ...(draft.work === 'new_form' ? { newFormKind: draft.newFormKind } : {}),
    ...(draft.work === 'none' && draft.occupation.trim() ? { occupation: draft.occupation.trim() } : {}),
    ...(draft.enterpriseId && hasFirm ? {} : { street: draft.street }),
    ...(draft.unionId && !(draft.enterpriseId && hasFirm) ? { unionId: draft.unionId } : {}),
  }
}

/** What is handed in. @param document null when the registry knows the person already */
export function inputOf(draft: JoinDraft, document: Document | null, files: string[]): ApplyInput {
  return {
    ...workplaceOf(draft),
    ...(document
      ? {
          name: draft.name.trim(),
          idKind: document.idKind,
          idNumber: document.idNumber,
          ...(document.idKind === 'passport' ? { birthOn: document.birthOn } : {}),
        }
      : {}),
    livesOnWages: true,
    files,
  }
}
