import { numberOfChinese } from './numerals.ts'

export type Heading = {
  level: 1 | 2 | 3 | 4
  /** As it stands in the text, but for what was set before it: 一、 （一） 1. （1） */
  mark: string
  ordinal: number
  text: string
  start: number
  end: number
  line: number
}

const CHINESE = '[一二三四五六七八九十百]+'
/** The sign of a heading in plain text that was written for Markdown: ## 三、. */
const SIGN = /^\s*#{1,6}\s+/
const MARKS: readonly { level: Heading['level']; pattern: RegExp }[] = [
  { level: 1, pattern: new RegExp(`^(${CHINESE})、`) },
  { level: 2, pattern: new RegExp(`^[（(](${CHINESE})[）)]`) },
  { level: 3, pattern: /^(\d{1,2})(?:．|[.、](?!\d))/ },
  { level: 4, pattern: /^[（(](\d{1,2})[）)]/ },
]

/** The heading mark at the beginning of a line, if there is one. */
export function markOf(text: string): { level: Heading['level']; mark: string; ordinal: number } | undefined {
  const trimmed = text.replace(SIGN, '').trimStart()
  for (const { level, pattern } of MARKS) {
    const found = pattern.exec(trimmed)
    if (!found?.[1]) continue
    return { level, mark: found[0], ordinal: level <= 2 ? numberOfChinese(found[1]) : Number(found[1]) }
  }
  return undefined
}

export const isHeadingLine = (text: string): boolean => markOf(text) !== undefined
