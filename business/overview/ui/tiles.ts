import { figureWords, type Tile } from '../../../kit/index.ts'
import { betterLow } from '../rules/headlines.ts'
import type { Behind } from './place.ts'
import { figureSentence, unitFor } from './say.ts'

type Chosen = ReturnType<typeof unitFor>
type Union = Behind['unions'][number]
type Mapped = Pick<Behind, 'code' | 'kind' | 'unit' | 'unions' | 'average' | 'target'>

/** The name that what lies at none of the unions listed comes under. */
const REST = '未分到下级'
export const isRest = ({ name }: Pick<Union, 'name'>): boolean => name === REST

/** One tile for each union in official order. Only a rate has a tone: against its target, else against the whole; a smaller street is not worse for being small. */
export function tilesOf(figure: Mapped): Tile[] {
  const placed = figure.unions.filter((union) => !isRest(union))
  const said = mapUnit(figure)
  return placed.map((union) => ({
    id: union.path,
    title: shortName(union.name),
    words: tileWords(union.value, said),
    ...toneOf(figure, union.value),
  }))
}

/** 平湖 for 平湖街道: all of them are streets. */
const shortName = (name: string): string => name.replace(/(?<=..)街道$/, '')

/** One unit for the whole picture, said once above it. */
export function mapUnit({ unit, unions }: Pick<Mapped, 'unit' | 'unions'>): Chosen {
  return unitFor(Math.max(0, ...unions.map(({ value }) => Math.abs(value ?? 0))), unit)
}

const tileWords = (value: number | null, { unit, scale, digits }: Chosen): string =>
  value === null ? '–' : `${figureWords(value / scale, digits)}${unit === '%' ? '%' : ''}`

function toneOf({ code, kind, average, target }: Mapped, value: number | null): Pick<Tile, 'tone' | 'note'> {
  if (kind !== 'rate' || value === null) return { tone: 'quiet' }
  if (target) {
    const isReached = target.comparator === '>=' ? value >= target.number : value <= target.number
    return isReached ? { tone: 'good' } : { tone: 'watch', note: '未达标' }
  }
  if (average === null) return { tone: 'quiet' }
  const isLow = betterLow.includes(code)
  const isAsGood = isLow ? value <= average : value >= average
  return isAsGood ? { tone: 'good' } : { tone: 'watch', note: isLow ? '偏高' : '偏低' }
}

/** What the streets are held against: 全区 95.1% of a rate, 平均 81.3 宗 of a count. */
export function averageWords({ kind, unit, average, target }: Mapped): string {
  const whole = average === null ? '' : `${kind === 'rate' ? '合计' : '平均'} ${figureSentence(average, unit)}`
  const wanted = target && kind === 'rate' ? `目标 ${figureSentence(target.number, unit)}` : ''
  return [whole, wanted].filter(Boolean).join('，')
}

/** What the words on the tiles mean; a count has none. */
export function noteWords({ code, kind, average, target }: Mapped): string {
  if (kind !== 'rate') return ''
  if (target) return '没有达到的注明未达标'
  if (average === null) return ''
  return betterLow.includes(code) ? '高于合计的注明偏高' : '低于合计的注明偏低'
}
