import { changeWords, figureWords } from '../../../kit/index.ts'
import type { Total } from './place.ts'

export interface Said {
  value: number
  unit: string
  digits: number
}

/** One unit for several values, chosen by the largest: 元 become 万元 or 亿元. */
export function unitFor(size: number, unit: string): { unit: string; scale: number; digits: number } {
  const large = Math.abs(size)
  if (unit === '元' && large >= 100_000_000) return { unit: '亿元', scale: 100_000_000, digits: 2 }
  if (unit === '元' && large >= 10_000) return { unit: '万元', scale: 10_000, digits: 2 }
  return { unit, scale: 1, digits: unit === '元' ? 2 : 1 }
}

/** A figure in the unit people say it in; a rate keeps one decimal, negative sums keep their sign. */
export function sayFigure(value: number, unit: string): Said {
  const chosen = unitFor(value, unit)
  return { value: value / chosen.scale, unit: chosen.unit, digits: chosen.digits }
}

/** 894 宗, 3851 万元, 95.1%; what cannot be told is –. */
export function figureSentence(value: number | null, unit: string): string {
  if (value === null) return '–'
  const said = sayFigure(value, unit)
  return `${figureWords(said.value, said.digits)}${said.unit === '%' ? '%' : ` ${said.unit}`}`
}

type Compared = Pick<Total, 'value' | 'lastYear' | 'unit'>
const arrows = { up: '↑', down: '↓', same: '→' } as const

/** Against the same span one year before: ↑ 比上年同期多 37（4.3%）. Nothing where one of the two cannot be told, or nothing was recorded then. */
export function comparedWords({ value, lastYear, unit }: Compared): string {
  if (value === null || lastYear === null || (lastYear === 0 && (value === 0 || unit !== '%'))) return ''
  const { unit: said, scale } = unitFor(Math.max(Math.abs(value), Math.abs(lastYear)), unit)
  const { direction, words } = changeWords(value / scale, lastYear / scale, '上年同期', unit === '%')
  const named = unit === '元' && direction !== 'same' ? words.replace(/(\d+(?:\.\d+)?)(?=（|$)/, `$1 ${said}`) : words
  return `${arrows[direction]} ${named}`
}

/** Said once, where a figure is opened: there is nothing to hold it against. */
export const noLastYear = ({ value, lastYear, unit }: Compared): boolean =>
  value !== null && value !== 0 && lastYear === 0 && unit !== '%'

/** What the plan wants, and how far it is: 目标 250 家，还差 40 家. */
export function targetWords({ target, value, unit }: Pick<Total, 'target' | 'value' | 'unit'>): string {
  if (!target || value === null) return ''
  const { number, comparator, reached } = target
  const wanted = `目标${comparator === '<=' ? '不超过 ' : ' '}${figureSentence(number, unit)}`
  if (reached) return `${wanted}，已达到`
  const gap = Math.abs(number - value)
  const size = unit === '%' ? `${figureWords(gap)} 个百分点` : figureSentence(gap, unit)
  return `${wanted}，${comparator === '<=' ? '多' : '还差'} ${size}`
}

/** What a rate rests on: 4812 / 5108. */
export const partsWords = ({ numerator, denominator }: Pick<Total, 'numerator' | 'denominator'>): string =>
  numerator === null || denominator === null ? '' : `${figureWords(numerator)} / ${figureWords(denominator)}`

/** Why there is no number. Of a group nothing is told rather than nothing found, but for a share of nothing. */
export function missingWords({ kind, denominator }: Pick<Total, 'kind' | 'denominator'>, hasGroup: boolean): string {
  if (kind === 'rate' && denominator !== null) return '还没有可比的记录'
  return hasGroup ? '分不出群体' : '还没有记录'
}
