import { chineseNumber } from '../../../kernel/documents/official/numbers.ts'
import type { Level, Numbered, Numbering } from './word-numbering.ts'

/** Styles are based on styles; no chain that means anything is longer. */
const LONGEST_CHAIN = 10

/**
 * Counts the paragraphs of a Word document and tells the automatic number that stands before each: 一、（一） 1.
 * @returns a function that is asked for every numbered paragraph, in their order; empty for bullets and where there is no number
 */
export function createNumbers(numbering: Numbering): (own: Numbered, style: string | undefined) => string {
  const counts = new Map<string, number[]>()
  const begun = new Set<string>()
  return (own, style) => {
    const { list: id, level = 0 } = numberedBy(numbering, own, style)
    const list = id === undefined ? undefined : numbering.lists.get(id)
    const levels = list && numbering.kinds.get(list.kind)
    const told = levels?.get(level)
    if (id === undefined || !list || !levels || !told) return ''
    const count = counts.get(list.kind) ?? []
    counts.set(list.kind, count)
    if (!begun.has(id)) for (const [at, start] of list.starts) count[at] = start - 1
    begun.add(id)
    count[level] = (count[level] ?? told.start - 1) + 1
    count.length = level + 1
    return labelOf(told, levels, count)
  }
}

/** The paragraph's own word counts, then its style's, then that of the styles it is based on. */
function numberedBy({ kinds, lists, styles }: Numbering, own: Numbered, style: string | undefined): Numbered {
  let { list, level } = own
  let name = style
  for (let step = 0; name !== undefined && list === undefined && step < LONGEST_CHAIN; step++) {
    const found = styles.get(name)
    list = found?.list
    level ??= found?.level
    name = list === undefined ? found?.basedOn : name
  }
  if (list === undefined || level !== undefined) return { ...(list !== undefined && { list }), level: level ?? 0 }
  const levels = [...(kinds.get(lists.get(list)?.kind ?? '') ?? [])]
  return { list, level: levels.find(([, one]) => one.style !== undefined && one.style === name)?.[0] ?? 0 }
}

const SILENT: ReadonlySet<string> = new Set(['bullet', 'none'])

function labelOf(own: Level, levels: ReadonlyMap<number, Level>, counts: readonly number[]): string {
  if (SILENT.has(own.format) || own.text === '') return ''
  const label = own.text.replace(/%([1-9])/g, (_, digit: string) => {
    const level = levels.get(Number(digit) - 1)
    return level ? written(counts[Number(digit) - 1] ?? level.start, level.format) : ''
  })
  return own.isGap && /[\w.]$/.test(label) ? `${label} ` : label
}

const CHINESE = /^(?:chinese|taiwanese|japanese|korean)(?:Counting|Legal)|^ideographDigital$|^ideographTraditional$/i
const letterOf = (count: number): string => String.fromCharCode(96 + ((count - 1) % 26) + 1)

/** A count as its level writes it. What Word knows beyond these is rare in reports, and told in digits. */
function written(count: number, format: string): string {
  if (!Number.isInteger(count) || count < 0) return ''
  if (CHINESE.test(format) && count >= 1 && count <= 999) return chineseNumber(count)
  if (format === 'decimalEnclosedCircle' && count >= 1 && count <= 20) return String.fromCodePoint(0x245f + count)
  if (format === 'decimalFullWidth')
    return String(count).replace(/\d/g, (digit) => String.fromCodePoint(0xff10 + Number(digit)))
  if (format === 'lowerLetter' && count >= 1) return letterOf(count)
  if (format === 'upperLetter' && count >= 1) return letterOf(count).toUpperCase()
  return String(count)
}
