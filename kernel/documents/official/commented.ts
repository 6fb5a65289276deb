import {
  CommentRangeEnd,
  CommentRangeStart,
  CommentReference,
  type ICommentOptions,
  Paragraph,
  type ParagraphChild,
  TabStopType,
  TextRun,
} from 'docx'
import { fileOf } from './file.ts'
import { textBlock } from './measures.ts'
import { noFirstLine, paragraph } from './paragraphs.ts'
import { clean } from './text.ts'
import type { CommentedDocument, TextComment } from './types.ts'

const NOBODY = '数据核验'
/** More columns than this are too narrow to be told apart. */
const MOST_COLUMNS = 12

type Numbered = TextComment & { id: number }

/**
 * A text as it is, with Word comments on ranges of it; ranges may overlap and nest. Half a character in UTF-16 takes the whole one with it.
 * @returns the .docx; the same input gives the same bytes
 * @throws RangeError when a range lies outside its paragraph or ends before it begins
 */
export async function writeCommented({ title, paragraphs, stampedAt }: CommentedDocument): Promise<Buffer> {
  let count = 0
  const numbered = paragraphs.map(({ text, comments }) => ({
    text,
    comments: comments.map((comment) => ({ ...comment, id: count++ })),
  }))
  const children = numbered.map(
    (one) =>
      new Paragraph({
        children: piecesOf(one),
        ...((/^\s/.test(one.text) || one.text.includes('\t')) && { indent: noFirstLine }),
        ...(one.text.includes('\t') && { tabStops: columnsOf(one.text) }),
      }),
  )
  const date = new Date(stampedAt)
  const comments = numbered.flatMap((one) => one.comments.map((comment) => remark(comment, date)))
  return await fileOf({ title, children, comments, stampedAt })
}

/** Cells parted by tabs stand below each other in rows of as many cells. */
function columnsOf(row: string): { type: 'left'; position: number }[] {
  const count = Math.min(row.split('\t').length, MOST_COLUMNS)
  return Array.from({ length: count - 1 }, (_, at) => ({
    type: TabStopType.LEFT,
    position: Math.round((textBlock.width * (at + 1)) / count),
  }))
}

const remark = ({ id, text, author = NOBODY }: Numbered, date: Date): ICommentOptions => ({
  id,
  author: clean(author),
  initials: clean([...author].slice(0, 2).join('')),
  date,
  children: text.split('\n').map((line) => paragraph('CommentText', line)),
})

/** The text cut wherever a comment begins or ends, with the marks of the comments between the pieces. */
function piecesOf({ text, comments }: { text: string; comments: readonly Numbered[] }): ParagraphChild[] {
  const whole = comments.map((comment) => ({ ...comment, ...wholeRange(text, comment) }))
  const cuts = [...new Set([0, text.length, ...whole.flatMap(({ from, to }) => [from, to])])].sort((a, b) => a - b)
  return cuts.flatMap((cut, at) => {
    const ending = whole.filter(({ from, to }) => to === cut && from < cut)
    const points = whole.filter(({ from, to }) => from === cut && to === cut)
    const starting = whole.filter(({ from, to }) => from === cut && to > cut)
    const end = ({ id }: Numbered) => [new CommentRangeEnd(id), new TextRun({ children: [new CommentReference(id)] })]
    const start = ({ id }: Numbered) => new CommentRangeStart(id)
    return [
      ...ending.flatMap(end),
      ...points.flatMap((one) => [start(one), ...end(one)]),
      ...starting.map(start),
      ...runsOf(text.slice(cut, cuts[at + 1] ?? cut)),
    ]
  })
}

/** @throws RangeError */
function wholeRange(text: string, { from, to }: TextComment): { from: number; to: number } {
  if (!(from >= 0 && from <= to && to <= text.length)) {
    throw new RangeError(`A comment on ${from} to ${to} of a paragraph of ${text.length}`)
  }
  const isInside = (at: number) => /[\uDC00-\uDFFF]/.test(text[at] ?? '') && /[\uD800-\uDBFF]/.test(text[at - 1] ?? '')
  return { from: isInside(from) ? from - 1 : from, to: isInside(to) ? to + 1 : to }
}

/** One run for each line; tabs are kept by docx as they stand. */
const runsOf = (text: string): TextRun[] =>
  text === ''
    ? []
    : clean(text)
        .split(/\r\n|\r|\n/)
        .map((line, at) => new TextRun({ text: line, ...(at > 0 && { break: 1 }) }))
