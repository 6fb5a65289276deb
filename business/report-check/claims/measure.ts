import { type Found, findNumbers } from './numbers.ts'
import { type Comparator, edgeAfter, type Qualifier, qualifierAfter, qualifierBefore } from './qualifiers.ts'
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

/** 余, 多 and + say more; 来 says about. */
const MORE: Readonly<Record<string, Comparator>> = { 余: '>', 多: '>', '+': '>', 来: '≈' }

/** 约为 4∶1 says 约. */
const ABOUT_IS = /^约[为占有达]$/

/** Every number of a tightened text with its unit and qualifier. */
export const measure = (text: string): Measured[] => findNumbers(text).map((number) => measured(text, number))

function measured(text: string, plain: Found): Measured {
  const number = withHalf(text, plain)
  const own = number.unit !== undefined
  const found = own ? undefined : unitOf(text, number.to)
  let to = number.to + (found?.length ?? 0)
  const more = number.more ?? /[多余]/.exec(text.slice(number.to, to))?.[0]
  const before = more ? undefined : beforeOf(text, number)
  const after = qualifierAfter(text.slice(to, to + 8)) ?? (own ? edgeAfter(text.slice(to, to + 2)) : undefined)
  if (after) to += after.word.length
  const comparator = after?.comparator ?? (more ? MORE[more] : before?.comparator) ?? '='
  return {
    from: number.from - (before?.isApart === false ? before.word.length : 0),
    to,
    number,
    unit: own ? (number.unit ?? null) : (found?.unit ?? null),
    comparator,
    qualifier: after?.word ?? more ?? before?.word.replace(ABOUT_IS, '约') ?? null,
    isBare: !own && found === undefined,
  }
}

/** The qualifier right before a number; of a share it may stand before its whole: 不到总数的三成. */
function beforeOf(text: string, number: Found): (Qualifier & { isApart: boolean }) | undefined {
  const said = text.slice(number.from, number.to)
  const near = qualifierBefore(text.slice(Math.max(0, number.from - 4), number.from), said)
  if (near) return { ...near, isApart: false }
  const whole = number.unit === undefined ? null : WHOLE.exec(text.slice(Math.max(0, number.from - 12), number.from))
  const apart = whole && qualifierBefore(whole[1] ?? '', said)
  return apart ? { ...apart, isApart: true } : undefined
}

const WHOLE = /(不足|不到|超过|将近|接近)[一-龥]{1,8}的$/

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
