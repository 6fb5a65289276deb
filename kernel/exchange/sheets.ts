import { fail } from '../contract/errors.ts'
import { decodeText, readCsv } from './csv-read.ts'
import type { RawRow, TableKind } from './table.ts'
import { openBook } from './workbook.ts'
import { openXls } from './xls-read.ts'
import { readXlsx } from './xlsx-read.ts'
import { openZip } from './zip.ts'

/** A sheet that can be read from its beginning as often as asked. */
export type SheetRows = {
  name: string
  isHidden: boolean
  rows: () => AsyncIterable<RawRow> | Iterable<RawRow>
}

/** What the sheets unpack to; a workbook is opened, and each sheet looked into, before one of them is read. */
const UNPACKED = 400 * 1024 * 1024

/**
 * The sheets of a file, judged by its content and not by its name. @param takesXls old Excel files too
 * @throws Failure 400 damaged, 413 too large unpacked, 415 another kind of file or one with a password
 */
export async function openSheets(file: Buffer, takesXls: boolean): Promise<{ kind: TableKind; sheets: SheetRows[] }> {
  const kind = kindOf(file, takesXls)
  if (kind === 'xls') return { kind, sheets: await openXls(file) }
  if (kind === 'xlsx') {
    const book = await openBook(openZip(file, UNPACKED))
    const sheets = book.sheets.map((sheet) => ({
      name: sheet.name,
      isHidden: sheet.isHidden,
      rows: () => readXlsx(book, sheet),
    }))
    return { kind, sheets }
  }
  const text = decodeText(file)
  return { kind, sheets: [{ name: '', isHidden: false, rows: () => readCsv(text) }] }
}

function kindOf(file: Buffer, takesXls: boolean): TableKind {
  if (file.subarray(0, 4).equals(Buffer.from('PK\u0003\u0004'))) return 'xlsx'
  if (file.subarray(0, 4).equals(Buffer.from([0xd0, 0xcf, 0x11, 0xe0]))) return compoundKind(file, takesXls)
  const start = file.subarray(0, 2000).toString('latin1').trimStart().toLowerCase()
  if (start.startsWith('<')) fail(415, '这个文件其实是网页，请用 Excel 或 WPS 打开后另存为 .xlsx 再上传')
  const isWide = start.startsWith('\u00ff\u00fe') || start.startsWith('\u00fe\u00ff')
  if (start.startsWith('%pdf') || (!isWide && file.subarray(0, 2000).includes(0)))
    fail(415, '这不是表格，请上传 .xlsx、.xls 或 .csv 文件')
  return 'csv'
}

/** The old container holds an old workbook, or a new one locked with a password, or something else such as a Word file. */
function compoundKind(file: Buffer, takesXls: boolean): TableKind {
  const holds = (stream: string) => file.includes(Buffer.from(stream, 'utf16le'))
  if (holds('EncryptedPackage')) fail(415, '这个表格加了密码，请去掉密码后再上传')
  if (!takesXls) fail(415, '这是旧版 Excel（.xls）或加了密码的表格，请另存为没有密码的 .xlsx 再上传')
  return holds('Workbook') || holds('Book') ? 'xls' : fail(415, '这不是表格，请上传 .xlsx、.xls 或 .csv 文件')
}
