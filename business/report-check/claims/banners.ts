import { isPlan, isPlanning, isTelling } from './targets.ts'

/**
 * A heading without a number: 【下月打算】, 第二部分 明年工作, 📣 03 下一步, 明年怎么干：. `isPart`: numbered headings stand under it; `isPlain`: no mark sets it
 * off, only that it is short.
 */
export type Banner = { text: string; isPart: boolean; isPlain?: boolean }

/** ▍第10页　2024年目标: slides in a row. */
const PAGE = /(?<=^\W?)第\d{1,3}[页张]\s*/
const PART =
  /^(?:第[一二三四五六七八九十]{1,3}(?:部分|章|篇)|(?:PART|Part|Chapter)\s*\d{1,2})[：:\s]*([^，。；]{0,30})$/
const BRACKETED = /^[【〖]([^】〗]{2,20})[】〗]/
/** ❄️ ０１ 送清凉, ◆ 下一步: with a number, or a plan; any other line behind a mark is an entry of a list. */
const SET_OFF =
  /^[^\p{L}\p{N}“（《「#@\s]+\s*([0-9０-９]{1,2}(?![\d０-９])[\s.、]*)?((?:20\d\d年)?[^，。；：！？\d０-９]{2,24})[：！]?$/u

const PLAIN = /^(?:附件?\d{0,2}[：:]\s*)?([^，。；：:！？!?、\t|│]{2,24})([：:]?)$/

/** The banner below a paragraph: its own, else the one it stands under. A plain line ends only what a plain line began, unless it begins a plan. */
export function bannerUnder(paragraph: string, banner: Banner | undefined, year: number | null): Banner | undefined {
  const own = bannerOf(paragraph)
  if (own) return own
  const [, text, colon] = PLAIN.exec(paragraph.trim()) ?? []
  if (text === undefined) return banner
  const isPlanned = !isTelling(text) && AHEAD.test(text) && isPlan({ text }, false, year)
  if (!isPlanned) return banner?.isPlain && (colon || isTelling(text)) ? undefined : banner
  return colon || STARTS.test(text) ? { text, isPart: isPlanning(text), isPlain: true } : banner
}
/** 具体安排如下： leads in what was done as well. */
const AHEAD =
  /怎么干|打算|下一?步|明年|下半年|今后|展望|努力方向|(?:工作|主要|重点)(?:计划|思路|安排|部署|要点|设想|考虑|目标|任务)|目标任务|重点工作/
/** Without a mark or a colon it begins with its time: 2026年工作要点, 下一步打算. */
const STARTS = /^(?:20\d\d年|明年|下一?步|下半年|下[月周季]度?|今后)[^\d]{2,16}$/

/** The banner a paragraph is or begins with; undefined for any other paragraph. */
function bannerOf(paragraph: string): Banner | undefined {
  const text = paragraph.trim().replace(PAGE, '')
  const part = PART.exec(text)
  if (part) return { text: part[1] ?? '', isPart: true }
  const bracketed = BRACKETED.exec(text)
  if (bracketed) return { text: bracketed[1] ?? '', isPart: false }
  const [, number, words = ''] = SET_OFF.exec(text) ?? []
  const isBanner = words !== '' && (number !== undefined || isPlan({ text: words }, true, null))
  return isBanner ? { text: words, isPart: false } : undefined
}
