/** A stretch of text without its white space, and where each of its characters stood in the input. */
export type Placed = { text: string; at: readonly number[] }

const FULL_WIDTH = /[！-～]/
const KEPT_FULL = new Set([...'，。；：？！（）'])
const SAME: Readonly<Record<string, string>> = {
  '﹪': '%',
  〇: '零',
  '～': '~',
  '—': '-',
  '–': '-',
  '―': '-',
  '‐': '-',
}

/** One character as its plain form, length kept: full-width digits and letters become half-width, punctuation of Chinese text stays. */
export const plainOf = (character: string): string => {
  const same = SAME[character]
  if (same) return same
  return FULL_WIDTH.test(character) && !KEPT_FULL.has(character)
    ? String.fromCharCode(character.charCodeAt(0) - 0xfee0)
    : character
}

const isSpace = (character: string) => /\s/.test(character)
const isWord = (character: string | undefined) => character !== undefined && /[0-9A-Za-z%.]/.test(character)

/**
 * Plain characters without white space; a space stays where it parts two numbers or Latin words, and a tab where it parts two columns of a table.
 * @param text a stretch of the input
 * @param at the offset of each of its characters in the input
 */
export function tighten({ text, at }: Placed): Placed {
  const kept: string[] = []
  const places: number[] = []
  let gap = -1
  let isColumn = false
  for (let i = 0; i < text.length; i++) {
    const character = markBetweenDigits(text, i) ?? markOfText(text, i) ?? plainOf(text[i] as string)
    if (isSpace(character)) {
      isColumn = character === '\t' || (isColumn && gap >= 0) || gap === i - 1
      gap = i
      continue
    }
    if (gap >= 0 && isWord(kept.at(-1)) && isWord(character)) {
      kept.push(isColumn ? '\t' : ' ')
      places.push(at[gap] as number)
    }
    gap = -1
    isColumn = false
    kept.push(character)
    places.push(at[i] as number)
  }
  return { text: kept.join(''), at: places }
}

const DIGIT = '[0-9０-９]'
const THOUSANDS_BEFORE = new RegExp(`(?<!${DIGIT}|[.．])${DIGIT}{1,3}(?:，${DIGIT}{3})*$`)
const THOUSANDS_AFTER = new RegExp(`^，${DIGIT}{3}(?!${DIGIT})`)
/** 分别为12，315，407: there the commas part the numbers of a row. */
const ROW_BEFORE = new RegExp(`(?:分别|依次|各)[为是有]?${DIGIT}{1,3}$`)
const ROW_BEGUN = new RegExp(`(?:分别|依次|各)[为是有]?${DIGIT}{1,3}(?:，${DIGIT}{3})+$`)
const ROW_AFTER = new RegExp(`^，${DIGIT}{3}，${DIGIT}`)

/** 1，268 and １：５．９: between digits a full-width comma may part thousands, and a full-width colon says a ratio. */
function markBetweenDigits(text: string, place: number): string | undefined {
  if (text[place] === '，') {
    const before = text.slice(Math.max(0, place - 24), place)
    const after = text.slice(place, place + 8)
    const isRow = ROW_BEGUN.test(before) || (ROW_BEFORE.test(before) && ROW_AFTER.test(after))
    return THOUSANDS_BEFORE.test(before) && THOUSANDS_AFTER.test(after) && !isRow ? ',' : undefined
  }
  return text[place] === '：' && /[\d０-９]/.test(text[place - 1] ?? '') && /[\d０-９]/.test(text[place + 1] ?? '')
    ? ':'
    : undefined
}

const CHINESE_MARKS: Readonly<Record<string, string>> = {
  ',': '，',
  ';': '；',
  ':': '：',
  '(': '（',
  ')': '）',
  '.': '。',
}

/** Half-width marks in Chinese text stand for full-width ones; between digits a comma, a colon and a point belong to the number. */
function markOfText(text: string, place: number): string | undefined {
  const mark = CHINESE_MARKS[text[place] as string]
  if (mark === undefined) return undefined
  const before =
    text
      .slice(Math.max(0, place - 8), place)
      .trimEnd()
      .at(-1) ?? ''
  const after = text.slice(place + 1, place + 9).trimStart()[0] ?? ''
  if (/[\d０-９]/.test(before) && /[\d０-９]/.test(after)) return undefined
  return mark !== '。' || (/[一-龥”）)%]/.test(before) && !/[A-Za-z\d]/.test(after)) ? mark : undefined
}

const LONGEST_SENTENCE = 800

/** The sentences of a tightened text; one that does not end is cut at a comma, so that none is longer than a page. */
export function sentencesOf({ text, at }: Placed): Placed[] {
  const found: Placed[] = []
  for (let from = 0; from < text.length; ) {
    const stop = text.slice(from, from + LONGEST_SENTENCE).search(/[。！？]/)
    const to = stop >= 0 ? from + stop + 1 : cutAt(text, from)
    found.push({ text: text.slice(from, to), at: at.slice(from, to) })
    from = to
  }
  return found
}

function cutAt(text: string, from: number): number {
  if (text.length - from <= LONGEST_SENTENCE) return text.length
  const last = Math.max(...['；', '，', '、'].map((mark) => text.lastIndexOf(mark, from + LONGEST_SENTENCE - 1)))
  return last >= from ? last + 1 : from + LONGEST_SENTENCE
}

/** Width in full-width characters: Latin letters, digits and half-width marks take half of one. */
export const widthOf = (text: string): number => {
  let width = 0
  for (const character of text) width += (character.codePointAt(0) ?? 0) < 0x2000 ? 0.5 : 1
  return width
}
