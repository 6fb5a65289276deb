import { fail } from '../contract/errors.ts'
import { isDateFormat } from './cell.ts'
import { readWholeXml } from './xml.ts'
import type { Part } from './zip.ts'

/** What the cells of a sheet refer to. `dateStyles[n]`: does style n show a day? */
export type Book = { sheet: Part; strings: string[]; dateStyles: boolean[]; startsIn1904: boolean }

/**
 * The first visible sheet of a workbook, its texts and its styles (ECMA-376). Parts are found by their relations, wherever they lie.
 * @throws Failure 400, 415 when it is no workbook
 */
export async function openBook(parts: Map<string, Part>): Promise<Book> {
  const workbook = parts.get('xl/workbook.xml') ?? fail(415, '这不是 Excel 表格，请上传 .xlsx 或 .csv 文件')
  const sheets: { relation: string; isHidden: boolean }[] = []
  let startsIn1904 = false
  await readWholeXml(workbook.read(), {
    open(name, attributes) {
      if (name === 'workbookPr') startsIn1904 = attributes.date1904 === '1' || attributes.date1904 === 'true'
      const relation = Object.entries(attributes).find(([key]) => key.endsWith(':id'))?.[1]
      if (name === 'sheet' && relation)
        sheets.push({ relation, isHidden: (attributes.state ?? 'visible') !== 'visible' })
    },
  })
  const targets = await relationsOf(parts)
  const chosen = sheets.find((sheet) => !sheet.isHidden) ?? sheets[0]
  const sheet = parts.get(targets.get(chosen?.relation ?? '')?.path ?? '') ?? fail(400, '这个文件里没有工作表，请核对')
  const byKind = (kind: string) => parts.get([...targets.values()].find((target) => target.kind === kind)?.path ?? '')
  return {
    sheet,
    strings: await stringsOf(byKind('sharedStrings')),
    dateStyles: await dateStylesOf(byKind('styles')),
    startsIn1904,
  }
}

async function relationsOf(parts: Map<string, Part>): Promise<Map<string, { path: string; kind: string }>> {
  const targets = new Map<string, { path: string; kind: string }>()
  const part = parts.get('xl/_rels/workbook.xml.rels')
  if (!part) return targets
  await readWholeXml(part.read(), {
    open(_, { Id, Target, Type }) {
      if (!Id || !Target) return
      const path = Target.startsWith('/') ? Target.slice(1) : `xl/${Target}`
      targets.set(Id, { path, kind: Type?.split('/').at(-1) ?? '' })
    },
  })
  return targets
}

/** Texts that cells share; phonetic hints (`rPh`) are no part of them. */
async function stringsOf(part: Part | undefined): Promise<string[]> {
  const strings: string[] = []
  if (!part) return strings
  let text = ''
  let isText = false
  let isHint = false
  await readWholeXml(part.read(), {
    open(name) {
      if (name === 'si') text = ''
      if (name === 'rPh') isHint = true
      isText = name === 't' && !isHint
    },
    text(more) {
      if (isText) text += more
    },
    close(name) {
      if (name === 't') isText = false
      if (name === 'rPh') isHint = false
      if (name === 'si') strings.push(text)
    },
  })
  return strings
}

async function dateStylesOf(part: Part | undefined): Promise<boolean[]> {
  const styles: boolean[] = []
  if (!part) return styles
  const codes = new Map<number, string>()
  let isCellStyle = false
  await readWholeXml(part.read(), {
    open(name, attributes) {
      if (name === 'numFmt') codes.set(Number(attributes.numFmtId), attributes.formatCode ?? '')
      if (name === 'cellXfs') isCellStyle = true
      if (name === 'xf' && isCellStyle)
        styles.push(isDateFormat(Number(attributes.numFmtId), codes.get(Number(attributes.numFmtId))))
    },
    close(name) {
      if (name === 'cellXfs') isCellStyle = false
    },
  })
  return styles
}
