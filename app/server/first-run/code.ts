import { createHash, randomInt, timingSafeEqual } from 'node:crypto'

// Without what is taken for something else when copied from a screen.
const letters = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789'

const plain = (code: string): string =>
  code
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^A-Z0-9]/g, '')

/** A code to be copied from the terminal by hand: `K7MQ-3XWD`, 40 bits. */
export function makeSetupCode(): string {
  const draw = () => Array.from({ length: 4 }, () => letters[randomInt(letters.length)]).join('')
  return `${draw()}-${draw()}`
}

/** Compares in constant time; blanks, dashes and small letters do not matter. @param typed as a header carries it, percent-encoded */
export function isSetupCode(typed: string, code: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest()
  return timingSafeEqual(digest(plain(decoded(typed))), digest(plain(code)))
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
