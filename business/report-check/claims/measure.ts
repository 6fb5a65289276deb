import { type Found, findNumbers } from './numbers.ts'
import { type Comparator, qualifierAfter, qualifierBefore } from './qualifiers.ts'
import { unitAt } from './units.ts'

/** A number with what belongs to it. `from` and `to` take in qualifier and unit; `number` is the number itself. */
export type Measured = {
  from: number
  to: number
  number: Found
  unit: string | null
  comparator: Comparator
  qualifier: string | null
  /** No measure word stands with it; the context may tell. */
  isBare: boolean
}

/** 余 and 多 say more; 来 says about. */
const MORE: Readonly<Record<string, Comparator>> = { 余: '>', 多: '>', 来: '≈' }

/** Every number of a tightened text with its unit and qualifier. */
export const measure = (text: string): Measured[] => findNumbers(text).map((number) => measured(text, number))

function measured(text: string, plain: Found): Measured {
  const number = withHalf(text, plain)
  const own = number.unit !== undefined
  const found = own ? undefined : unitOf(text, number.to)
  let to = number.to + (found?.length ?? 0)
  const before = number.more
    ? undefined
    : qualifierBefore(text.slice(Math.max(0, number.from - 4), number.from), text.slice(number.from, number.to))
  const after = qualifierAfter(text.slice(to, to + 8))
  if (after) to += after.word.length
  const comparator = after?.comparator ?? (number.more ? MORE[number.more] : before?.comparator) ?? '='
  return {
    from: number.from - (before?.word.length ?? 0),
    to,
    number,
    unit: own ? (number.unit ?? null) : (found?.unit ?? null),
    comparator,
    qualifier: after?.word ?? number.more ?? before?.word ?? null,
    isBare: !own && found === undefined,
  }
}

/** 六十一个半小时 is 61.5 hours. */
function withHalf(text: string, number: Found): Found {
  const isHalf = /^个半(?:小时|月|工作日)/.test(text.slice(number.to, number.to + 5))
  return isHalf ? { ...number, value: number.value + 0.5 } : number
}

/** A measure word right behind a number, or behind the bracket or quotation mark that closes on it. */
function unitOf(text: string, place: number): { unit: string; length: number } | undefined {
  const skipped = text[place] === ' ' ? 1 : 0
  const found = unitAt(text, place + skipped)
  return found && { unit: found.unit, length: found.length + skipped }
}
