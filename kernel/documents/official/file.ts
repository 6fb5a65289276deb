import {
  AlignmentType,
  Document,
  DocumentGridType,
  type FileChild,
  Footer,
  type ICommentOptions,
  Packer,
  PageNumber,
  Paragraph,
  TextRun,
} from 'docx'
import { fontTable } from './faces.ts'
import { footer, line, page, points } from './measures.ts'
import { noFirstLine } from './paragraphs.ts'
import { stylesXml } from './styles.ts'
import { escapeXml } from './text.ts'
import { withFixedTimes } from './zip-times.ts'

export type Page = {
  title: string
  children: readonly FileChild[]
  comments?: readonly ICommentOptions[]
  fingerprint?: string | undefined
  /** Instant that stands as created and modified. */
  stampedAt: string
}

/** A .docx of one section on the official page. The same input gives the same bytes. */
export async function fileOf({ title, children, comments, fingerprint, stampedAt }: Page): Promise<Buffer> {
  const document = new Document({
    externalStyles: stylesXml,
    evenAndOddHeaderAndFooters: true,
    defaultTabStop: points.third * 40,
    ...(comments && { comments: { children: comments } }),
    ...(fingerprint && { customProperties: [{ name: 'fingerprint', value: fingerprint }] }),
    sections: [{ properties: section, footers: { default: numbered('right'), even: numbered('left') }, children }],
  })
  const zip = await Packer.toBuffer(document, false, [
    { path: 'docProps/core.xml', data: coreProperties(title, stampedAt) },
    { path: 'word/fontTable.xml', data: fontTable() },
  ])
  return withFixedTimes(zip)
}

const section = {
  page: {
    size: { width: page.width, height: page.height },
    margin: {
      top: page.top,
      left: page.left,
      right: page.right,
      bottom: page.bottom,
      header: 851,
      footer: footer.fromEdge,
      gutter: 0,
    },
  },
  grid: { type: DocumentGridType.LINES, linePitch: line },
}

/** “— 6 —” in 4号 half-width 宋体, one character from the outer edge of the text (7.5). */
const numbered = (side: 'left' | 'right'): Footer =>
  new Footer({
    children: [
      new Paragraph({
        style: 'Footer',
        alignment: side === 'right' ? AlignmentType.RIGHT : AlignmentType.LEFT,
        indent: { ...noFirstLine, [side]: points.fourth * 20 },
        children: [new TextRun({ children: ['— ', PageNumber.CURRENT, ' —'] })],
      }),
    ],
  })

const coreProperties = (title: string, stampedAt: string): string =>
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>' +
  '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" ' +
  'xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">' +
  `<dc:title>${escapeXml(title)}</dc:title><dc:language>zh-CN</dc:language>` +
  `<dcterms:created xsi:type="dcterms:W3CDTF">${instant(stampedAt)}</dcterms:created>` +
  `<dcterms:modified xsi:type="dcterms:W3CDTF">${instant(stampedAt)}</dcterms:modified></cp:coreProperties>`

/** Word reads no fractions of a second. */
const instant = (text: string): string => Temporal.Instant.from(text).round('second').toString()
