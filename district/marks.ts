import type { Day } from '../kernel/calendar/days.ts'
import { makeCreditCode, makeIdNumber } from '../kernel/people/identity.ts'

/**
 * Every number of the demonstration is well formed and belongs to nobody. The mark is the place: GB/T 2260 has provinces 41 to 46, and there never was a 49.
 */
export const MARK = '49'
/** Identity numbers are 49 and four digits that count; credit codes are registered at 490307. */
export const REGISTRAR = `${MARK}0307`
/** Mobile numbers begin with 154, which no operator has been given. */
export const PHONE_MARK = '154'

const ORGANISATION_WEIGHTS = [3, 7, 9, 10, 5, 8, 4, 2]

/** The identity number of the n-th invented person, n below 4 990 000: GB 11643-1999 in form and check character. */
export function idNumberOf(n: number, birthOn: Day, sex: 'male' | 'female'): string {
  const sequence = 2 * Math.floor(n / 10_000) + (sex === 'male' ? 1 : 0)
  return makeIdNumber({ region: MARK + pad(n % 10_000, 4), birthOn, sequence })
}

/** The mobile number of the n-th invented person: eleven digits, each n another. */
export const phoneOf = (n: number): string => PHONE_MARK + pad((n * 38_710_007 + 20_231_231) % 100_000_000, 8)

/** The unified credit code (GB 32100-2015) of the n-th body of a kind: 81 unions, 91 enterprises, 92 the self-employed. */
export function creditCodeOf(kind: '81' | '91' | '92', n: number): string {
  const stem = `MA${pad(n, 6)}`
  return makeCreditCode(`${kind}${REGISTRAR}${stem}${organisationCheck(stem)}`)
}

/** Ninth character of an organisation code, GB 11714-1997: letters count from A = 10. */
function organisationCheck(stem: string): string {
  const sum = ORGANISATION_WEIGHTS.reduce((total, weight, i) => total + weight * Number.parseInt(stem.charAt(i), 36), 0)
  const rest = 11 - (sum % 11)
  return rest === 10 ? 'X' : String(rest % 11)
}

const pad = (n: number, length: number) => String(n).padStart(length, '0')
