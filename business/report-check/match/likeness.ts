/** Words that reports say in several ways. */
const SAID_ALIKE: readonly (readonly [pattern: RegExp, word: string])[] = [
  [/新(?:组建|成立)/g, '新建'],
  [/([一二三四五])星级/g, '$1星'],
]
/** What stands in half of all titles, and in half of all reports between two words that matter: 处理（职工）诉求. */
const FILLER = /职工/g

/** A phrase with and without its fillers, as pairs of neighbouring characters, Chinese and digits only. */
export type Phrase = { full: ReadonlySet<string>; short: ReadonlySet<string> }

export function phraseOf(text: string): Phrase {
  const alike = SAID_ALIKE.reduce((said, [pattern, word]) => said.replace(pattern, word), text)
  const plain = alike.replace(/[^一-龥\dA-Za-z]/g, '')
  return { full: pairsOf(plain), short: pairsOf(plain.replace(FILLER, '')) }
}

function pairsOf(plain: string): Set<string> {
  const pairs = new Set<string>()
  for (let i = 0; i + 1 < plain.length; i++) pairs.add(plain.slice(i, i + 2))
  return pairs
}

/** How much a pair tells: what stands in many titles (职工, 工会) tells little. */
export type Weights = (pair: string) => number

export function weightsOf(titles: readonly string[]): Weights {
  const seen = new Map<string, number>()
  for (const title of titles) {
    const { full, short } = phraseOf(title)
    for (const pair of full.union(short)) seen.set(pair, (seen.get(pair) ?? 0) + 1)
  }
  return (pair) => Math.log((titles.length + 1) / ((seen.get(pair) ?? 0) + 0.5))
}

/** The share of a title's weight that a text holds, with its fillers or without them, 0 to 1. */
export const likeness = (title: Phrase, text: Phrase, weight: Weights): number =>
  Math.max(heldBy(title.full, text.full, weight), heldBy(title.short, text.short, weight))

function heldBy(title: ReadonlySet<string>, text: ReadonlySet<string>, weight: Weights): number {
  let whole = 0
  let held = 0
  for (const pair of title) {
    const own = weight(pair)
    whole += own
    if (text.has(pair)) held += own
  }
  return whole === 0 ? 0 : held / whole
}

/** The share of a text that a title does not hold, 0 to 1. */
export function beyond(title: Phrase, text: Phrase): number {
  const { size } = text.full
  return size === 0 ? 0 : text.full.difference(title.full).size / size
}
