/** Draws the next number in [0, 1). */
export type Random = () => number

/**
 * A stream of numbers that is the same every time (sfc32 by Chris Doty-Humphrey, from PractRand). Each pair of name and number has its own stream, so the
 * ten-thousandth enterprise can be made without making those before it.
 */
export function randomOf(stream: string, n = 0): Random {
  let a = hashOf(stream)
  let b = Math.imul(n ^ 0x9e3779b9, 0x85ebca6b)
  let c = n >>> 0
  let counter = 1
  const next = () => {
    const t = (((a + b) | 0) + counter) | 0
    counter = (counter + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = ((c << 21) | (c >>> 11)) + t
    return (t >>> 0) / 4294967296
  }
  for (let i = 0; i < 12; i++) next()
  return next
}

/** FNV-1a, 32 bits. */
export function hashOf(text: string): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  return hash >>> 0
}

/** A whole number from `low` to `high`, both included. */
export const between = (random: Random, low: number, high: number): number =>
  low + Math.floor(random() * (high - low + 1))

/** One of a list that is not empty. */
export const pick = <T>(random: Random, items: ArrayLike<T>): T => items[Math.floor(random() * items.length)] as T

/** A way to draw items in proportion to their weights. */
export function weighted<T>(items: readonly (readonly [T, number])[]): (random: Random) => T {
  let sum = 0
  const bounds = items.map(([, weight]) => {
    sum += weight
    return sum
  })
  return (random) => {
    const at = random() * sum
    let low = 0
    let high = bounds.length - 1
    while (low < high) {
      const middle = (low + high) >> 1
      if (at < bounds[middle]!) high = middle
      else low = middle + 1
    }
    return items[low]![0]
  }
}

/** Puts the items in another order, in place (Fisher and Yates), and gives them back. */
export function shuffle<L extends { length: number; [i: number]: unknown }>(random: Random, items: L): L {
  for (let i = items.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1))
    const held = items[i]
    items[i] = items[j]
    items[j] = held
  }
  return items
}

/** `count` different items, in the order drawn; all of them when there are fewer. */
export function sample<T>(random: Random, items: readonly T[], count: number): T[] {
  const pool = [...items]
  const taken = Math.min(count, pool.length)
  for (let i = 0; i < taken; i++) {
    const j = i + Math.floor(random() * (pool.length - i))
    const held = pool[i]!
    pool[i] = pool[j]!
    pool[j] = held
  }
  return pool.slice(0, taken)
}

/**
 * The same UUID (version 8, RFC 9562) for the same kind and number. Its first half counts upwards within a kind, so that bulk loads fill the index from the
 * right; and it sorts before every identifier made in use (version 7 starts with the time).
 */
export function seededId(kind: string, n: number): string {
  const count = hex(n, 8)
  const rest = randomOf(kind, n)
  const third = `8${hex(rest() * 0x1000, 3)}`
  const fourth = hex(0x8000 + rest() * 0x4000, 4)
  return `00${hex(hashOf(kind) % 0x100, 2)}${count.slice(0, 4)}-${count.slice(4)}-${third}-${fourth}-${hex(rest() * 0x1000000, 6)}${hex(rest() * 0x1000000, 6)}`
}

const hex = (value: number, length: number) => Math.floor(value).toString(16).padStart(length, '0')
