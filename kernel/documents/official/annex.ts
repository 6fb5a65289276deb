import {
  BorderStyle,
  Paragraph,
  Tab,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TabStopType,
  TextRun,
  VerticalAlignTable,
  WidthType,
} from 'docx'
import type { Links } from './links.ts'
import { characters, textBlock } from './measures.ts'
import { emptyLine, paragraph, titleOf } from './paragraphs.ts'
import { clean } from './text.ts'
import { balancedLines } from './title.ts'
import type { AnnexEntry, OfficialAnnex } from './types.ts'

const PADDING = 108
const LABEL = characters(6)
const columns = [LABEL, textBlock.width - LABEL]
const border = { style: BorderStyle.SINGLE, size: 4, color: '000000' }
const borders = { top: border, bottom: border, left: border, right: border }

/** The pages of the annexes: “附件1” and the title at the third line of a new page (7.3.4), then a table of the entries. */
export function annexPages(annexes: readonly OfficialAnnex[], links: Links): (Paragraph | Table)[] {
  return annexes.flatMap(({ title, entries }, at) => [
    paragraph('AnnexMark', annexes.length > 1 ? `附件${at + 1}` : '附件', { pageBreakBefore: true }),
    emptyLine({ keepNext: true }),
    titleOf('AnnexTitle', balancedLines(title)),
    emptyLine(),
    ...(entries.length > 0 ? [tableOf(entries, links)] : []),
  ])
}

const tableOf = (entries: readonly AnnexEntry[], links: Links): Table =>
  new Table({
    width: { size: textBlock.width, type: WidthType.DXA },
    columnWidths: columns,
    layout: TableLayoutType.FIXED,
    borders: { ...borders, insideHorizontal: border, insideVertical: border },
    rows: entries.flatMap((entry, at) => rowsOf(entry, at + 1, links)),
  })

/** The number's full-width point keeps it apart from a name that begins with a digit. The name of the figure across the table with the way back to it at the right, then a row for each thing said about it. */
function rowsOf({ key, heading, rows }: AnnexEntry, number: number, links: Links): TableRow[] {
  const back = links.backOf(key, '回到正文')
  const head = new Paragraph({
    style: 'AnnexHead',
    tabStops: [{ type: TabStopType.RIGHT, position: textBlock.width - 2 * PADDING }],
    children: [
      ...links.entryOf(key, [new TextRun(clean(`${number}．${heading}`))]),
      ...(back.length > 0 ? [new TextRun({ children: [new Tab()] }), ...back] : []),
    ],
  })
  return [
    new TableRow({ cantSplit: true, children: [new TableCell({ columnSpan: 2, children: [head] })] }),
    ...rows.map(
      ([label, text], at) =>
        new TableRow({
          cantSplit: true,
          children: [
            cell(LABEL, paragraph('AnnexCell', label, { keepNext: at < rows.length - 1 })),
            cell(textBlock.width - LABEL, paragraph('AnnexCell', text, { keepNext: at < rows.length - 1 })),
          ],
        }),
    ),
  ]
}

const cell = (width: number, content: Paragraph): TableCell =>
  new TableCell({
    width: { size: width, type: WidthType.DXA },
    verticalAlign: VerticalAlignTable.CENTER,
    children: [content],
  })
