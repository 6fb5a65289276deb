import { isPlan } from './targets.ts'

/** A heading without a number: 【下月打算】, 第二部分 明年工作, 📣 03 下一步. `isPart`: numbered headings stand under it. */
export type Banner = { text: string; isPart: boolean }

const PART = /^第[一二三四五六七八九十]{1,3}(?:部分|章|篇)[：:\s]*([^，。；]{0,30})$/
const BRACKETED = /^[【〖]([^】〗]{2,20})[】〗]/
/** ❄️ ０１ 送清凉, ◆ 下一步: with a number, or a plan; any other line behind a mark is an entry of a list. */
const SET_OFF =
  /^[^\p{L}\p{N}“（《「#@\s]+\s*([0-9０-９]{1,2}(?!\d|[0-9０-９])[\s.、]*)?([^，。；：！？\d０-９]{2,24})[：！]?$/u

/** The banner a paragraph is or begins with; undefined for any other paragraph. */
export function bannerOf(paragraph: string): Banner | undefined {
  const text = paragraph.trim()
  const part = PART.exec(text)
  if (part) return { text: part[1] ?? '', isPart: true }
  const bracketed = BRACKETED.exec(text)
  if (bracketed) return { text: bracketed[1] ?? '', isPart: false }
  const [, number, words = ''] = SET_OFF.exec(text) ?? []
  const isBanner = words !== '' && (number !== undefined || isPlan({ text: words }, true, null))
  return isBanner ? { text: words, isPart: false } : undefined
}
