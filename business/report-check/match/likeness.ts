/** Pairs of neighbouring characters, Chinese and digits only; what likeness of two phrases is counted on. */
export function pairsOf(text: string): Set<string> {
  const plain = text.replace(/[^一-龥\dA-Za-z]/g, '')
  const pairs = new Set<string>()
  for (let i = 0; i + 1 < plain.length; i++) pairs.add(plain.slice(i, i + 2))
  return pairs
}

/** How much a pair tells: what stands in many titles (职工, 工会) tells little. */
export type Weights = (pair: string) => number

export function weightsOf(titles: readonly string[]): Weights {
  const seen = new Map<string, number>()
  for (const title of titles) for (const pair of pairsOf(title)) seen.set(pair, (seen.get(pair) ?? 0) + 1)
  return (pair) => Math.log((titles.length + 1) / ((seen.get(pair) ?? 0) + 0.5))
}

/** The share of a title's weight that a text holds, 0 to 1. */
export function likeness(title: ReadonlySet<string>, text: ReadonlySet<string>, weight: Weights): number {
  let whole = 0
  let held = 0
  for (const pair of title) {
    const own = weight(pair)
    whole += own
    if (text.has(pair)) held += own
  }
  return whole === 0 ? 0 : held / whole
}
