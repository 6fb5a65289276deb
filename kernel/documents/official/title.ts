import { points, textBlock, widthOf } from './measures.ts'

const MOST = Math.floor(textBlock.width / 20 / points.second)
const words = new Intl.Segmenter('zh', { granularity: 'word' })
// A line begins with none of these: they belong to what stands before them.
const bound = /^[的地得了、，。：；！？”’）》〉】〕]/u

/**
 * A title broken into lines of nearly the same length, between words and never before 的 or a closing mark (GB/T 9704-2012, 7.3.1). One line where it fits.
 * @returns the lines; joined they are the title
 */
export function balancedLines(title: string): string[] {
  const total = widthOf(title)
  const count = Math.ceil(total / MOST)
  if (count <= 1) return [title]
  const lines = ['']
  let done = 0
  for (const piece of piecesOf(title)) {
    const width = widthOf(piece)
    const line = lines.at(-1) ?? ''
    // The break that comes nearest to equal lines: half of the word may reach over.
    const isFull = line !== '' && (done + width / 2 > (total / count) * lines.length || widthOf(line) + width > MOST)
    if (isFull) lines.push(piece)
    else lines[lines.length - 1] = line + piece
    done += width
  }
  return lines
}

/** Words with what may not be parted from them, none wider than a line. */
function piecesOf(title: string): string[] {
  const pieces: string[] = []
  for (const { segment } of words.segment(title)) {
    const last = pieces.at(-1)
    const isBound =
      last !== undefined && (bound.test(segment) || /[“‘（《〈【〔]$/u.test(last) || isUnknown(last, segment))
    if (isBound && widthOf(last + segment) <= MOST) pieces[pieces.length - 1] = last + segment
    else pieces.push(...cut(segment))
  }
  return pieces
}

/** Characters one by one are a word the dictionary does not have, like 维权. */
const isUnknown = (last: string, segment: string): boolean =>
  /^\p{Script=Han}{1,3}$/u.test(last) &&
  /^\p{Script=Han}$/u.test(segment) &&
  !/[和与及]/.test(last + segment) &&
  isLoose(last)

const isLoose = (text: string): boolean => [...words.segment(text)].every(({ segment }) => [...segment].length === 1)

const cut = (word: string): string[] => (widthOf(word) <= MOST ? [word] : [...word])
