const PATH = /^([0-9A-Za-z]+\.)+$/

/** Is it a path of the union tree: codes from the root, each closed by a dot? */
export const isPath = (text: string): boolean => PATH.test(text)

/** The path above: `440307.003.` → `440307.`; the root → null. */
export function parentOf(path: string): string | null {
  const dot = path.lastIndexOf('.', path.length - 2)
  return dot === -1 ? null : path.slice(0, dot + 1)
}

/** The last code: `440307.003.` → `003`. */
export const codeOf = (path: string): string => path.slice((parentOf(path) ?? '').length, -1)

/** How many unions stand on the way from the root, the path's own included. */
export const depthOf = (path: string): number => path.split('.').length - 1

/** The path itself and all above it, the root first. */
export function lineageOf(path: string): string[] {
  const codes = path.split('.').slice(0, -1)
  return codes.map((_, at) => `${codes.slice(0, at + 1).join('.')}.`)
}

/** The path of a child. */
export const childPath = (parent: string, code: string): string => `${parent}${code}.`

/**
 * The path of one more child under `parent`: one above the highest number ever given there, three digits at least. Numbers of closed unions count, so
 * that none is given twice.
 * @param siblings paths under the same parent; those whose code is no number are passed over
 */
export function nextPath(parent: string, siblings: readonly string[]): string {
  const numbers = siblings.map(codeOf).filter((code) => /^\d{1,9}$/.test(code))
  const highest = numbers.reduce((most, code) => Math.max(most, Number(code)), 0)
  return childPath(parent, String(highest + 1).padStart(3, '0'))
}

/** The same place under another root: `440307.003.012.` moved from `440307.003.` to `440307.013.004.` → `440307.013.004.012.`. */
export const rebase = (path: string, from: string, to: string): string => to + path.slice(from.length)
