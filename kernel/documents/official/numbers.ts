import type { OfficialBlock } from './types.ts'

type Level = OfficialBlock['level']
const digits = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九'] as const

/** A counting number in Chinese characters, as headings use it: 十, 二十一, 一百零三. @throws RangeError below 1 or above 999 */
export function chineseNumber(count: number): string {
  if (!Number.isInteger(count) || count < 1 || count > 999) throw new RangeError(`No heading is numbered ${count}`)
  const [hundreds, tens, ones] = [Math.floor(count / 100), Math.floor(count / 10) % 10, count % 10]
  const head = hundreds > 0 ? `${digits[hundreds]}百` : ''
  if (tens === 0) return head + (head && ones > 0 ? '零' : '') + digits[ones]
  return `${head}${head || tens > 1 ? digits[tens] : ''}十${digits[ones]}`
}

/** The mark of a heading (GB/T 9704-2012, 7.3.3): 一、（一） 1.（1）. */
export function headingMark(level: 1 | 2 | 3 | 4, count: number): string {
  if (level === 1) return `${chineseNumber(count)}、`
  if (level === 2) return `（${chineseNumber(count)}）`
  return level === 3 ? `${count}.` : `（${count}）`
}

/** The marks of headings in their order; body text has none. A heading starts the count of all deeper ones anew. */
export function headingMarks(levels: readonly Level[]): string[] {
  const counts = [0, 0, 0, 0]
  return levels.map((level) => {
    if (level === 0) return ''
    const count = (counts[level - 1] ?? 0) + 1
    counts[level - 1] = count
    counts.fill(0, level)
    return headingMark(level, count)
  })
}
