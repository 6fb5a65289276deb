import { PAGE_MARK } from '../claims/join.ts'
import { type Defect, defectAt, type Given, notTooMany } from './given.ts'

/** "— 6 —" in the body: a page's number that came along when text was copied (D:A6.3). Pages of a PDF have theirs by right. */
export function pageMarks(given: Given): Defect[] {
  if (given.source === 'pdf') return []
  return given.lines
    .filter(({ text }) => PAGE_MARK.test(text))
    .map(({ text, start }) => {
      const from = start + text.length - text.trimStart().length
      return defectAt(
        given,
        'page-mark',
        [from, from + text.trim().length],
        '页码混进了正文，请删掉这一行，再把上下两行接起来。',
      )
    })
}

/** A line that begins with one space: what is left of an indent, or of a page's top (D:A6.2). */
export function straySpaces(given: Given): Defect[] {
  if (given.source !== 'text') return []
  const defects = given.lines
    .filter(({ text }) => /^[ 　\u00a0](?![\s　])/.test(text) && !PAGE_MARK.test(text))
    .map(({ text, start }) =>
      defectAt(
        given,
        'stray-space',
        [start, start + Math.min(text.length, 8)],
        '行首多了一个空格，请删掉；段落用首行缩进两个字。',
      ),
    )
  return notTooMany(defects)
}

const LONGEST_HEAD = 40

/** Paragraphs of the body in hard-wrapped text, where an indent can only be letters. */
function wrapped(given: Given) {
  const { input, read } = given
  const isBroken = ({ at }: { at: readonly number[] }) =>
    at.some((place, index) => index > 0 && /[\n\r\f]/.test(input.slice((at[index - 1] ?? 0) + 1, place)))
  const heads = new Set(read.headings.map(({ start }) => start))
  return read.paragraphs.filter((one) => isBroken(one) && one.text.length > LONGEST_HEAD && !heads.has(one.at[0] ?? -1))
}

const FEWEST = 3

/** Hard-wrapped paragraphs that begin without their two letters of indent (D:A6.2); told once. */
export function lostIndents(given: Given): Defect[] {
  if (given.source !== 'text') return []
  const paragraphs = wrapped(given)
  const bare = paragraphs.filter(({ line }) => !/^(?:　　|\s{2,})/.test(given.lines[line - 1]?.text ?? ''))
  const first = bare[0]?.at[0]
  if (first === undefined || bare.length < Math.max(FEWEST, paragraphs.length / 2)) return []
  const words = `有 ${bare.length} 段没有首行缩进，请按每段首行缩进两个字重排（GB/T 9704）。`
  return [defectAt(given, 'lost-indent', [first, first + 12], words)]
}

/** Line ends inside sentences, as text out of a PDF has them (D:A6.4); told once. */
export function hardBreaks(given: Given): Defect[] {
  if (given.source !== 'text') return []
  const paragraphs = wrapped(given)
  const [first] = paragraphs
  if (!first || paragraphs.length < FEWEST) return []
  const line = given.lines[first.line - 1]
  const end = (line?.start ?? 0) + (line?.text.trimEnd().length ?? 0)
  const words = `有 ${paragraphs.length} 段在句子中间断了行，像是从 PDF 里复制的。请接成整段，不要在行末按回车。`
  return [defectAt(given, 'hard-break', [Math.max(line?.start ?? 0, end - 6), end], words)]
}
