/** A figure without grouping, at most `digits` decimals: 18603, 94.2. */
export function figureWords(value: number, digits = 1): string {
  return value.toLocaleString('zh-CN', { maximumFractionDigits: digits, useGrouping: false })
}

export interface Change {
  direction: 'up' | 'down' | 'same'
  words: string
}

/** Of a base less than a fifth of what there is now, a share says nothing. */
const LEAST_BASE = 0.2

/** Against an earlier value: 比上年同期多 37（4.3%）. Rates differ in points. */
export function changeWords(value: number, last: number, lastName: string, isRate = false): Change {
  const gap = value - last
  const size = figureWords(Math.abs(gap))
  if (Number(size) === 0) return { direction: 'same', words: `与${lastName}持平` }
  const direction = gap > 0 ? 'up' : 'down'
  const compared = gap > 0 ? '多' : '少'
  if (isRate) return { direction, words: `比${lastName}${gap > 0 ? '高' : '低'} ${size} 个百分点` }
  const hasBase = last !== 0 && Math.abs(last) >= Math.abs(value) * LEAST_BASE
  const share = figureWords((Math.abs(gap) / Math.abs(last)) * 100)
  return { direction, words: `比${lastName}${compared} ${size}${hasBase && share !== '0' ? `（${share}%）` : ''}` }
}
