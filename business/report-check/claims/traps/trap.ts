import type { Measured } from '../measure.ts'

/** What stands around a number: its digits, the text before it and after it, and beyond its unit and qualifier; `clause` is the clause up to it. */
export type Around = {
  text: string
  digits: string
  before: string
  after: string
  beyond: string
  clause: string
  one: Measured
}

/** One way in which digits claim no quantity, and the words that give it away. */
export type Trap = { name: string; is: (around: Around) => boolean }

const NEAR = 24

export function aroundOf(text: string, one: Measured): Around {
  const { from, to } = one.number
  return {
    text,
    one,
    digits: text.slice(from, to),
    before: text.slice(Math.max(0, one.from - NEAR), one.from),
    after: text.slice(to, to + NEAR),
    beyond: text.slice(one.to, one.to + NEAR),
    clause:
      text
        .slice(0, from)
        .split(/[，。；]/)
        .at(-1) ?? '',
  }
}
