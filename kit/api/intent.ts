/** A name for one intent. `crypto.randomUUID` is missing on plain http inside an office, so the bytes are drawn by hand. */
export const newIntent = (): string =>
  [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('')

/**
 * Keeps one name for as long as the same thing is sent: pressed twice, or sent again after the line broke, it is done once. Changed words are
 * a new intent.
 */
export function createIntent() {
  let last: { said: string; key: string } | undefined
  return {
    keyFor(input: unknown): string {
      const said = JSON.stringify(input)
      if (last?.said !== said) last = { said, key: newIntent() }
      return last.key
    },
    done(): void {
      last = undefined
    },
  }
}
