import { z } from 'zod'

type Issue = z.core.$ZodRawIssue

/** What a shape says when it has no sentence of its own: plain words, never a code or a list of codes. */
export function plainWords(issue: Issue): string {
  const isMissing = issue.input === undefined || issue.input === null
  if (issue.code === 'invalid_value') return '请选一项'
  if (issue.code === 'invalid_type') return isMissing ? '这一项要填' : '这一项填得不对，请核对'
  if (issue.code === 'too_small') return issue.origin === 'string' ? '这一项不能空着' : `不能小于 ${issue.minimum}`
  if (issue.code === 'too_big')
    return issue.origin === 'string' ? `最多写 ${issue.maximum} 个字，请精简` : `不能大于 ${issue.maximum}`
  return '这一项填得不对，请核对'
}

/** To be called once by each page, before any form is checked. */
export const speakPlainly = (): void => {
  z.config({ customError: plainWords })
}
