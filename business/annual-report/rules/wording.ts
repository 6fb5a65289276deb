import { exactWords, type Wording, wordsOf } from '../../../kernel/indicators/wording.ts'
import type { Form } from './body.ts'

// For the screens, which stand on their line's rules.
export { exactWords } from '../../../kernel/indicators/wording.ts'

/** What is needed of a figure to say it. `value` is null when it cannot be told. */
export type Told = {
  unit: string
  kind: 'flow' | 'stock' | 'rate'
  value: number | null
  numerator: number | null
  denominator: number | null
  lastYear: number | null
}

/** The words of a token; null when its figure cannot be told. */
export function figureWords(told: Told, form: Form, wording: Wording | undefined): string | null {
  const value = form === 'lastYear' ? told.lastYear : told.value
  if (value === null) return null
  if (form === 'exact') return exactWords(value, told.unit)
  const plain = wordsOf(value, told.unit, wording)
  const isBased = form === 'based' && told.kind === 'rate' && told.numerator !== null && told.denominator !== null
  return isBased ? `${plain}（${told.numerator}/${told.denominator}）` : plain
}

/** The year before to the last digit. That nothing was recorded then is no count of 0. */
export const beforeWords = ({ unit, kind, lastYear }: Pick<Told, 'unit' | 'kind' | 'lastYear'>): string =>
  lastYear === null || (lastYear === 0 && kind !== 'rate') ? '没有记录' : exactWords(lastYear, unit)

export type Wanted = { unit: string; comparator: '>=' | '<='; number: number | null; said: string }

/** Whether the plan says the target in a phrase of its own, with the number and with what it is the number of. */
export const isPhrase = (said: string): boolean => /\d/.test(said)

/** A target as a plan says it: 300人以上, 街道层级示范点不少于30个, 不超过2%; null when the union has none of its own. */
export function targetWords({ unit, comparator, number, said }: Wanted): string | null {
  if (number === null) return null
  if (isPhrase(said)) return said
  if (unit === '%' && number === 100) return '达到100%'
  return comparator === '>=' ? `${exactWords(number, unit)}以上` : `不超过${exactWords(number, unit)}`
}
