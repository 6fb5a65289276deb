import { openZip } from '../../exchange/zip.ts'

/** One part of a .docx as text, for tests. @throws Error when it has none of that name */
export async function partOf(docx: Buffer, name: string): Promise<string> {
  const part = openZip(docx, 64 * 1024 * 1024).get(name)
  if (!part) throw new Error(`There is no ${name}`)
  const pieces: Buffer[] = []
  for await (const piece of part.read()) pieces.push(piece)
  return Buffer.concat(pieces).toString('utf8')
}

/** The values of an attribute of an element, in their order. */
export const valuesOf = (xml: string, element: string, attribute: string): string[] =>
  [...xml.matchAll(new RegExp(`<${element} [^>]*?${attribute}="([^"]*)"`, 'g'))].map((match) => match[1] ?? '')

/** The text of each paragraph. */
export const paragraphsOf = (xml: string): string[] =>
  [...xml.matchAll(/<w:p\/>|<w:p>(.*?)<\/w:p>/gs)].map((match) =>
    [...(match[1] ?? '').matchAll(/<w:t[ >][^<]*|<w:br\/>|<w:tab\/>/g)]
      .map(([piece]) => piece.replace(/^.*>/, ''))
      .join(''),
  )
