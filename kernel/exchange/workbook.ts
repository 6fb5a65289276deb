import { fail } from '../contract/errors.ts'
import { digitsShown, isDateFormat } from './cell.ts'
import { readWholeXml } from './xml.ts'
import type { Part } from './zip.ts'

/** How a style shows a number: as a day, or filled up with zeros to so many digits. */
export type Style = { isDay: boolean; digits: number }
export type Sheet = { name: string; isHidden: boolean; part: Part }
/** A workbook's sheets in their order, and what their cells refer to. */
export type Book = { sheets: Sheet[]; strings: string[]; styles: Style[]; startsIn1904: boolean }

/**
 * The sheets of a workbook, its texts and its styles (ECMA-376). Parts are found by their relations, wherever they lie.
 * @throws Failure 400, 415 when it is no workbook
 */
export async function openBook(parts: Map<string, Part>): Promise<Book> {
  const workbook = parts.get('xl/workbook.xml') ?? fail(415, '这不是 Excel 表格，请上传 .xlsx、.xls 或 .csv 文件')
  const named: { name: string; relation: string; isHidden: boolean }[] = []
  let startsIn1904 = false
  await readWholeXml(workbook.read(), {
    open(name, attributes) {
      if (name === 'workbookPr') startsIn1904 = attributes.date1904 === '1' || attributes.date1904 === 'true'
      const relation = Object.entries(attributes).find(([key]) => key.endsWith(':id'))?.[1]
      if (name === 'sheet' && relation)
        named.push({ name: attributes.name ?? '', relation, isHidden: (attributes.state ?? 'visible') !== 'visible' })
    },
  })
  const targets = await relationsOf(parts)
  const sheets = named.flatMap(({ name, relation, isHidden }) => {
    const part = parts.get(targets.get(relation)?.path ?? '')
    return part ? [{ name, isHidden, part }] : []
  })
  if (sheets.length === 0) fail(400, '这个文件里没有工作表，请核对')
  const byKind = (kind: string) => parts.get([...targets.values()].find((target) => target.kind === kind)?.path ?? '')
  return {
    sheets,
    strings: await stringsOf(byKind('sharedStrings')),
    styles: await stylesOf(byKind('styles')),
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

async function stylesOf(part: Part | undefined): Promise<Style[]> {
  const styles: Style[] = []
  if (!part) return styles
  const codes = new Map<number, string>()
  let isCellStyle = false
  await readWholeXml(part.read(), {
    open(name, attributes) {
      const id = Number(attributes.numFmtId)
      if (name === 'numFmt') codes.set(id, attributes.formatCode ?? '')
      if (name === 'cellXfs') isCellStyle = true
      if (name === 'xf' && isCellStyle)
        styles.push({ isDay: isDateFormat(id, codes.get(id)), digits: digitsShown(codes.get(id)) })
    },
    close(name) {
      if (name === 'cellXfs') isCellStyle = false
    },
  })
  return styles
}
