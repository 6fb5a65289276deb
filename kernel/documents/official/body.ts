import { Paragraph, type ParagraphChild, TextRun } from 'docx'
import type { Links } from './links.ts'
import { characters, points, textBlock, widthOf } from './measures.ts'
import { headingMarks } from './numbers.ts'
import { emptyLine, noFirstLine, paragraph, titleOf } from './paragraphs.ts'
import { balancedLines } from './title.ts'
import type { OfficialDocument } from './types.ts'

/** From 发文字号 to 主送机关 (7.2.5, 7.3.1, 7.3.2). @throws Error when the lines of the title are not the title */
export function opening({
  title,
  titleLines = balancedLines(title),
  note,
  number,
  addressee,
}: OfficialDocument): Paragraph[] {
  if (titleLines.join('') !== title) throw new Error(`The lines of the title are not “${title}”`)
  return [
    ...(number ? [paragraph('Number', number), emptyLine(), emptyLine()] : []),
    titleOf('Title', titleLines),
    ...(note ? [paragraph('Note', `（${note}）`)] : []),
    emptyLine(),
    ...(addressee ? [paragraph('Addressee', `${addressee}：`)] : []),
  ]
}

/** Body text and headings with their marks (7.3.3). What follows the last paragraph may stay on its page (7.3.5.5). */
export function bodyOf({ blocks, annexes, issuer, issuedOn }: OfficialDocument, links: Links): Paragraph[] {
  const marks = headingMarks(blocks.map(({ level }) => level))
  const isFollowed = annexes.length > 0 || Boolean(issuer ?? issuedOn)
  return blocks.map(({ level, runs }, at) => {
    const mark: ParagraphChild[] = marks[at] ? [new TextRun(marks[at])] : []
    return new Paragraph({
      ...(level > 0 && { style: `Heading${level}` }),
      ...(isFollowed && at === blocks.length - 1 && { keepNext: true }),
      children: [...mark, ...runs.flatMap(links.runOf)],
    })
  })
}

/** “附件：1.…” one line below the text, names without an end mark, second lines below the first character of the name (7.3.4). */
export function annexList({ annexes, issuer, issuedOn }: OfficialDocument): Paragraph[] {
  if (annexes.length === 0) return []
  const keepNext = Boolean(issuer ?? issuedOn)
  const word = '附件：'
  const entries = annexes.map(({ title }, at) => {
    const count = annexes.length > 1 ? `${at + 1}.` : ''
    // Latin digits are half as wide as a character, a full stop a quarter.
    const hanging = count ? (count.length - 1) * points.third * 10 + points.third * 5 : 0
    const lead = characters(word.length)
    const left = characters(2) + lead + hanging
    const indent = at === 0 ? { left, hanging: lead + hanging } : { left, hanging }
    return paragraph(undefined, `${at === 0 ? word : ''}${count}${title}`, { indent, keepNext })
  })
  return [emptyLine({ keepNext: true }), ...entries]
}

/**
 * 署名 centred above 成文日期, which ends four characters from the edge; a seal is set over both (7.3.5.1). Two lines stay free above, so that the
 * top of a seal of 42 mm lies within a line of the text. A long name keeps two characters from the edge and the date stays below its middle.
 */
export function signOff({ issuer = '', issuedOn }: OfficialDocument): Paragraph[] {
  const date = issuedOn ? writtenDay(issuedOn) : ''
  const lines = [issuer, date].filter(Boolean)
  if (lines.length === 0) return []
  // Both are centred in a box one character wider at each end than the longer one, as no two programs set digits equally wide.
  const width = Math.max(widthOf(issuer), widthOf(date)) + 2
  const excess = date ? Math.max(0, (widthOf(issuer) - widthOf(date)) / 2) : 0
  const right = Math.round(characters(Math.max(2, 4 - excess) - 1))
  const indent = { left: Math.max(0, textBlock.width - right - Math.round(characters(width))), right, ...noFirstLine }
  return [
    emptyLine({ keepNext: true }),
    emptyLine({ keepNext: true }),
    ...lines.map((text, at) => paragraph('SignOff', text, { indent, keepNext: at < lines.length - 1 })),
  ]
}

/** A day (`YYYY-MM-DD`) as documents write it: Arabic digits, no leading zeros (7.3.5.4). */
export const writtenDay = (day: string): string => {
  const { year, month, day: ofMonth } = Temporal.PlainDate.from(day)
  return `${year}年${month}月${ofMonth}日`
}
