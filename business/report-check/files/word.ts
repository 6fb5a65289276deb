import { Failure } from '../../../kernel/contract/errors.ts'
import { readWholeXml } from '../../../kernel/exchange/xml.ts'
import { openZip, type Part } from '../../../kernel/exchange/zip.ts'
import { refuse } from './refusals.ts'
import { createWordReader } from './word-reader.ts'

const MOST_UNPACKED = 64 * 1024 * 1024
const MAIN = /^word\/document\d*\.xml$/

/**
 * The text of a .docx as it prints: paragraphs in order, the cells of a table row parted by tabs, footnotes and endnotes at the end. What tracked
 * changes deleted or moved away is left out. @throws Failure 413, 415
 */
export async function textOfWord(bytes: Uint8Array): Promise<string> {
  try {
    const parts = openZip(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), MOST_UNPACKED)
    const main = [...parts.keys()].find((name) => MAIN.test(name))
    if (main === undefined) return refuse.damaged()
    const texts: string[] = []
    for (const name of [main, 'word/footnotes.xml', 'word/endnotes.xml']) {
      const part = parts.get(name)
      if (part) texts.push(await textOfPart(part))
    }
    return texts.filter((text) => text !== '').join('\n')
  } catch (error) {
    return inOurWords(error)
  }
}

async function textOfPart(part: Part): Promise<string> {
  const reader = createWordReader()
  await readWholeXml(part.read(), reader.handlers)
  return reader.text()
}

/** The archive's own refusals speak of spreadsheets. */
function inOurWords(error: unknown): never {
  if (!(error instanceof Failure)) throw error
  if (error.status === 413) return refuse.long()
  if (error.status === 415 && error.message.includes('密码')) return refuse.password()
  return refuse.damaged()
}
