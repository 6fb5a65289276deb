import type { Option } from './choice-field.tsx'

/** Every word of a list of words, to choose from. */
export const optionsOf = (words: Readonly<Record<string, string>>): Option[] =>
  Object.entries(words).map(([value, title]) => ({ value, title }))
