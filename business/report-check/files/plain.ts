import { refuse } from './refusals.ts'

/** The encodings in use: what a mark at the beginning says, else UTF-8, else GB 18030 of older Windows. */
function encodingsOf(bytes: Uint8Array): string[] {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return ['utf-16le']
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return ['utf-16be']
  return ['utf-8', 'gb18030']
}

/** The text of a plain file, without the byte order mark. @throws Failure 415 when it is text in none of the encodings */
export function textOfPlain(bytes: Uint8Array): string {
  for (const encoding of encodingsOf(bytes)) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes)
    } catch (error) {
      if (!(error instanceof TypeError)) throw error
    }
  }
  return refuse.damaged()
}
