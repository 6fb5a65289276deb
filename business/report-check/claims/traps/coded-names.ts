import type { Measured } from '../measure.ts'

const PAIRS: readonly (readonly [open: string, close: string])[] = [
  ['“', '”'],
  ['‘', '’'],
  ['「', '」'],
  ['『', '』'],
  ['"', '"'],
]
const LONGEST_NAME = 12

/** A place where people are served; only such places are told as a sum of levels. */
const PLACES = /^(?:[一-龥]{0,10})(?:服务|法律|调解|咨询|驿)?(?:站|点|中心|阵地|网点|基地|工作室|窗口|驿站)/

/**
 * Whether a number is part of a name: “211”预警, “三横两纵”, “1+3”指引, 《2023年…》. A sum of places is none: “1+11+59”服务站 is 71 of them.
 */
export function isCodedName(text: string, one: Measured): boolean {
  const { from, to, isSum } = one.number
  if (isInBrackets(text, from, '《', '》')) return true
  if (isSum) return !isSumOfPlaces(text, to)
  if (/[A-Za-z\d]\+$/.test(text.slice(0, from)) || /^\+[A-Za-z\d]/.test(text.slice(to))) return true
  if (/#$/.test(text.slice(0, from))) return true
  if (/^>\d/.test(text.slice(to)) || /\d[>=]$/.test(text.slice(0, from))) return true
  const quoted = quotedAround(text, from)
  return quoted !== undefined && isName(quoted, one, text)
}

/** Speech in quotation marks is told; a name in them is called. */
function isName(quoted: string, one: Measured, text: string): boolean {
  if (quoted.length > LONGEST_NAME || /[，。；]/.test(quoted)) return false
  const own = text.slice(one.from, one.to)
  const isOnlyCount = quoted === own && !one.isBare && !one.number.isChinese
  return !isOnlyCount && !(one.number.isLarge && !one.isBare)
}

export function isSumOfPlaces(text: string, to: number): boolean {
  const after = text.slice(to).replace(/^[”’」"]/, '')
  return PLACES.test(after) && !/^[一-龥]{0,10}(?:体系|机制|模式|文件|行动|指引|工程|办法)/.test(after.slice(0, 8))
}

function quotedAround(text: string, place: number): string | undefined {
  for (const [open, close] of PAIRS) {
    const from = text.lastIndexOf(open, place)
    if (from < 0) continue
    if (open !== close && text.slice(from, place).includes(close)) continue
    if (open === close && count(text.slice(0, place), open) % 2 === 0) continue
    const to = text.indexOf(close, place)
    if (to > 0) return text.slice(from + 1, to)
  }
  return undefined
}

const count = (text: string, mark: string) => text.split(mark).length - 1

function isInBrackets(text: string, place: number, open: string, close: string): boolean {
  const from = text.lastIndexOf(open, place)
  return from >= 0 && !text.slice(from, place).includes(close) && text.indexOf(close, place) > 0
}
