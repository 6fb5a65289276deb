/** One of the words named in an address; what it cannot be is left out. */
export const oneOf = <K extends string>(words: Readonly<Record<K, unknown>>, text: string | null): K | undefined =>
  text !== null && Object.hasOwn(words, text) ? (text as K) : undefined

/** What narrows a list (words, numbers, yes or no) as an address: empty ones and `false` do not stand in it, `true` stands as 1. */
export const addressOf = (asked: object): URLSearchParams =>
  new URLSearchParams(
    Object.entries<unknown>({ ...asked }).flatMap(([name, value]) =>
      value ? [[name, value === true ? '1' : String(value)]] : [],
    ),
  )
