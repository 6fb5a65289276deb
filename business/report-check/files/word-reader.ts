import type { XmlHandlers } from '../../../kernel/exchange/xml.ts'
import { mostCharacters } from '../rules/words.ts'
import { refuse } from './refusals.ts'

/** What is not part of the text as it prints: deleted, moved away, the second form of a drawing, notes that only draw a line. */
const SKIPPED = new Set(['del', 'moveFrom', 'Fallback', 'instrText', 'delText'])
const MARKS: Readonly<Record<string, string>> = { tab: '\t', br: '\n', cr: '\n', noBreakHyphen: '-' }

type Frame = { text: string }

/**
 * Gathers the text of one part of a .docx (WordprocessingML). A text box stands inside a paragraph: its own paragraphs come before the one that holds it,
 * so that no sentence is cut in two.
 */
export function createWordReader(): { handlers: XmlHandlers; text(): string } {
  const done: string[] = []
  const open: Frame[] = []
  const cells: { rows: string[][]; cell: string[] }[] = []
  let skipped = 0
  let runs = 0
  let isText = false
  let length = 0

  const endParagraph = () => {
    const { text } = open.pop() ?? { text: '' }
    const table = cells.at(-1)
    if (table) table.cell.push(text)
    else done.push(text)
  }
  const endCell = () => {
    const table = cells.at(-1)
    table?.rows.at(-1)?.push(table.cell.filter((one) => one.trim() !== '').join('\n'))
    if (table) table.cell = []
  }
  const endTable = () => {
    const table = cells.pop()
    const lines = (table?.rows ?? []).map((row) => row.join('\t').trimEnd())
    const outer = cells.at(-1)
    if (outer) outer.cell.push(...lines)
    else done.push(...lines)
  }
  const add = (more: string) => {
    length += more.length
    if (length > mostCharacters) refuse.long()
    const frame = open.at(-1)
    if (frame) frame.text += more
  }
  const isSkipped = (name: string, attributes: Readonly<Record<string, string>>) =>
    SKIPPED.has(name) ||
    (/^(foot|end)note$/.test(name) && attributes['w:type'] !== undefined && attributes['w:type'] !== 'normal')

  return {
    handlers: {
      open(name, attributes) {
        if (skipped > 0 || isSkipped(name, attributes)) skipped += 1
        else if (name === 'tbl') cells.push({ rows: [], cell: [] })
        else if (name === 'tr') cells.at(-1)?.rows.push([])
        else if (name === 'p') open.push({ text: '' })
        else if (name === 'r') runs += 1
        else if (name === 't') isText = true
        else if (runs > 0 && MARKS[name] !== undefined) add(MARKS[name])
      },
      text(more) {
        if (isText && skipped === 0) add(more)
      },
      close(name) {
        if (skipped > 0) skipped -= 1
        else if (name === 'tbl') endTable()
        else if (name === 'tc') endCell()
        else if (name === 'p') endParagraph()
        else if (name === 'r') runs -= 1
        else if (name === 't') isText = false
      },
    },
    text: () => done.join('\n').trimEnd(),
  }
}
