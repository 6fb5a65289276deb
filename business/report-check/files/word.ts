import { Failure } from '../../../kernel/contract/errors.ts'
import { readWholeXml, type XmlHandlers } from '../../../kernel/exchange/xml.ts'
import { openZip, type Part } from '../../../kernel/exchange/zip.ts'
import { refuse } from './refusals.ts'
import { noNumbering, numberingReader, stylesReader } from './word-numbering.ts'
import { createNumbers } from './word-numbers.ts'
import { createWordReader } from './word-reader.ts'

const MOST_UNPACKED = 64 * 1024 * 1024
const MAIN = /^word\/document\d*\.xml$/

/**
 * The text of a .docx as it prints: paragraphs in order with their automatic numbers, the cells of a table row parted by tabs, footnotes and endnotes at
 * the end. What tracked changes deleted or moved away is left out, and hidden text. @throws Failure 413, 415
 */
export async function textOfWord(bytes: Uint8Array): Promise<string> {
  try {
    const parts = openZip(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), MOST_UNPACKED)
    const main = [...parts.keys()].find((name) => MAIN.test(name))
    if (main === undefined) return refuse.damaged()
    const numbering = noNumbering()
    await readPart(parts, 'word/numbering.xml', numberingReader(numbering))
    await readPart(parts, 'word/styles.xml', stylesReader(numbering))
    const numberOf = createNumbers(numbering)
    const texts: string[] = []
    for (const name of [main, 'word/footnotes.xml', 'word/endnotes.xml']) {
      const reader = createWordReader(numberOf)
      await readPart(parts, name, reader.handlers)
      texts.push(reader.text())
    }
    return texts.filter((text) => text !== '').join('\n')
  } catch (error) {
    return inOurWords(error)
  }
}

async function readPart(parts: ReadonlyMap<string, Part>, name: string, handlers: XmlHandlers): Promise<void> {
  const part = parts.get(name)
  if (part) await readWholeXml(part.read(), handlers)
}

/** The archive's own refusals speak of spreadsheets. */
function inOurWords(error: unknown): never {
  if (!(error instanceof Failure)) throw error
  if (error.status === 413) return refuse.long()
  if (error.status === 415 && error.message.includes('密码')) return refuse.password()
  return refuse.damaged()
}
