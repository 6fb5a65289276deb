import { SaxesParser } from 'saxes'
import { fail } from '../contract/errors.ts'

/** Called with the element's name without its prefix: some programs write `x:row`, others `row`. */
export type XmlHandlers = {
  open?: (name: string, attributes: Readonly<Record<string, string>>) => void
  text?: (text: string) => void
  close?: (name: string) => void
}

/** A cell holds 32 767 characters at most: a long piece without any tag is no sheet, and would only fill the memory. */
const LONGEST_TEXT = 200_000
const broken = '这个表格文件损坏了，打不开，请用 Excel 或 WPS 打开后另存一份再试'

const local = (name: string) => name.slice(name.indexOf(':') + 1)

/** Reads XML piece by piece and yields after each piece, so that the caller may give on what the handlers gathered. @throws Failure 400 malformed */
export async function* readXml(pieces: AsyncIterable<Buffer>, handlers: XmlHandlers): AsyncGenerator<void> {
  const parser = new SaxesParser<{ xmlns: false; position: false }>({ xmlns: false, position: false })
  parser.on('error', () => fail(400, broken))
  parser.on('opentag', ({ name, attributes }) => handlers.open?.(local(name), attributes))
  parser.on('text', (text) => handlers.text?.(text))
  parser.on('cdata', (text) => handlers.text?.(text))
  parser.on('closetag', ({ name }) => handlers.close?.(local(name)))
  const decoder = new TextDecoder()
  for await (const piece of pieces) {
    if (piece.length > LONGEST_TEXT && !piece.includes('<')) fail(400, broken)
    parser.write(decoder.decode(piece, { stream: true }))
    yield
  }
}

/** The same to the end, for small parts. */
export async function readWholeXml(pieces: AsyncIterable<Buffer>, handlers: XmlHandlers): Promise<void> {
  for await (const _ of readXml(pieces, handlers));
}
