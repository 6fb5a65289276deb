/** A value that a sheet may hold, and the names its column goes by. */
export type Field = { key: string; title: string; synonyms: readonly string[]; required: boolean }
export type Mapped<K extends string = string> = {
  key: K
  title: string
  /** Column in the sheet, from 0; null when none fits. */
  column: number | null
  /** The name found there. */
  header: string
  /** 1 = the very name, 0.95 a known synonym, less when it is a likeness to be confirmed. */
  confidence: number
}
export type Mapping<K extends string = string> = {
  columns: Mapped<K>[]
  unused: { column: number; header: string }[]
  missing: string[]
}

/** A column name without what does not matter: blanks, marks, stars, numbering, and remarks in brackets such as （必填）. */
export const plainTitle = (name: string): string =>
  name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\([^)]*\)|【[^】]*】|\[[^\]]*\]/g, '')
    .replace(/^[\d一二三四五六七八九十]+[、.]/, '')
    .replace(/[^\p{L}\p{N}]/gu, '')

const pairsOf = (text: string) =>
  Array.from({ length: Math.max(0, text.length - 1) }, (_, at) => text.slice(at, at + 2))

/** Share of letter pairs that two names have in common (Dice). */
function likeness(a: string, b: string): number {
  const pairs = pairsOf(a)
  const others = pairsOf(b)
  const left = [...others]
  const common = pairs.filter((pair) => {
    const at = left.indexOf(pair)
    if (at !== -1) left.splice(at, 1)
    return at !== -1
  }).length
  return pairs.length + others.length === 0 ? 0 : (2 * common) / (pairs.length + others.length)
}

/** How well a column name fits a field, 0 to 1. */
export function fitOf(header: string, field: Field): number {
  const name = plainTitle(header)
  if (name === '') return 0
  const title = plainTitle(field.title)
  if (name === title) return 1
  const synonyms = field.synonyms.map(plainTitle)
  if (synonyms.includes(name)) return 0.95
  const all = [title, ...synonyms].filter((word) => word.length > 1)
  const held = all
    .filter((word) => name.includes(word) || (name.length > 1 && word.includes(name)))
    .map((word) => Math.min(word.length, name.length) / Math.max(word.length, name.length))
  const alike = Math.max(0, ...all.map((word) => likeness(name, word)))
  return Math.min(
    0.9,
    Math.max(held.length > 0 ? 0.5 + 0.4 * Math.max(...held) : 0, alike >= 0.5 ? 0.4 + 0.5 * alike : 0),
  )
}

/**
 * Finds for each field the column that bears its name; the best fits are taken first and no column serves two fields.
 * @param header names in the sheet's order. @returns also the columns left over and the titles of required fields that found none
 */
export function mapHeaders<K extends string>(
  header: readonly string[],
  fields: readonly (Field & { key: K })[],
): Mapping<K> {
  const fits = fields
    .flatMap((field, at) => header.map((name, column) => ({ at, column, fit: fitOf(name, field) })))
    .filter(({ fit }) => fit > 0)
    .sort((a, b) => b.fit - a.fit || a.at - b.at || a.column - b.column)
  const chosen = new Map<number, { column: number; fit: number }>()
  const taken = new Set<number>()
  for (const { at, column, fit } of fits) {
    if (chosen.has(at) || taken.has(column)) continue
    chosen.set(at, { column, fit })
    taken.add(column)
  }
  const columns = fields.map(({ key, title }, at) => {
    const found = chosen.get(at)
    return {
      key,
      title,
      column: found?.column ?? null,
      header: header[found?.column ?? -1] ?? '',
      confidence: found?.fit ?? 0,
    }
  })
  return {
    columns,
    unused: header.flatMap((name, column) => (name === '' || taken.has(column) ? [] : [{ column, header: name }])),
    missing: fields.flatMap(({ title, required }, at) => (required && !chosen.has(at) ? [title] : [])),
  }
}
