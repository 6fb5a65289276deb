import { addMilliseconds, type Instant, millisecondsBetween } from '../../../kernel/calendar/days.ts'

const STEP = 30_000
const BEGINNING = '2020-01-01T00:00:00.000Z'

/** Number of the half minute an instant lies in: a card's code changes with it. */
export const stepAt = (now: Instant): number => Math.floor(millisecondsBetween(BEGINNING, now) / STEP)

/** When the code of a step stops being shown. It is still taken for one step more, so that the slow are not turned away. */
export const stepEnds = (step: number): Instant => addMilliseconds(BEGINNING, (step + 1) * STEP)

export const isFresh = (step: number, now: Instant): boolean => step === stepAt(now) || step === stepAt(now) - 1

/** What a scanner or a person typed: the sealed token, alone or at the end of an address, or a card number with the six digits. */
export function readCode(typed: string): { token: string } | { number: string; digits: string } | null {
  const plain = typed.normalize('NFKC').trim()
  const token = /(?:^|#)(v1\.[A-Za-z0-9._-]{40,400})$/.exec(plain)?.[1]
  if (token) return { token }
  const found = /^([A-Za-z]{0,4}[0-9A-Za-z-]{4,30})[\s·:：,，]+(\d{3}\s?\d{3})$/.exec(plain)
  return found?.[1] && found[2] ? { number: found[1].toUpperCase(), digits: found[2].replace(/\s/g, '') } : null
}
