import { type IParagraphOptions, Paragraph, TextRun } from 'docx'
import type { StyleName } from './styles.ts'
import { clean } from './text.ts'

type Options = Omit<IParagraphOptions, 'style' | 'text'>

/** A paragraph of a style; without one it is body text. */
export const paragraph = (style: StyleName | undefined, text: string, options: Options = {}): Paragraph =>
  new Paragraph({ ...options, ...(style && { style }), text: clean(text) })

/** A title in the lines it is broken into: one paragraph, so that it stays one title. */
export const titleOf = (style: 'Title' | 'AnnexTitle', lines: readonly string[]): Paragraph =>
  new Paragraph({
    style,
    children: lines.map((text, at) => new TextRun({ text: clean(text), ...(at > 0 && { break: 1 }) })),
  })

export const emptyLine = (options: Options = {}): Paragraph => paragraph(undefined, '', options)

/** Set neither in nor out. */
export const noFirstLine = { firstLine: 0, firstLineChars: 0 } as const
