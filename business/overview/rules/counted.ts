export type Counted = { late: number; legal: number; soon: number }
type Cell = Counted & { line: string; path: string }

const nothing: Counted = { late: 0, legal: 0, soon: 0 }
const add = (sum: Counted, { late, legal, soon }: Counted): Counted => ({
  late: sum.late + late,
  legal: sum.legal + legal,
  soon: sum.soon + soon,
})
export const sumOf = (cells: readonly Counted[]): Counted => cells.reduce(add, nothing)
const isSomething = ({ late, soon }: Counted): boolean => late + soon > 0

/** By line in the given order; those with nothing late or soon are left out. */
export const countLines = (lines: readonly { slug: string; title: string }[], cells: readonly Cell[]) =>
  lines
    .map(({ slug, title }) => ({ line: slug, title, ...sumOf(cells.filter(({ line }) => line === slug)) }))
    .filter(isSomething)

/** By union in the given, official order, also those with nothing; what lies at no union listed stands at the end as 未分到下级. */
export function countPlaces(
  below: readonly { path: string; name: string }[],
  cells: readonly Cell[],
  place: string,
): (Counted & { path: string; name: string })[] {
  const known = new Set(below.map(({ path }) => path))
  const listed = below.map((union) => ({ ...union, ...sumOf(cells.filter(({ path }) => path === union.path)) }))
  const rest = sumOf(cells.filter(({ path }) => !known.has(path)))
  return isSomething(rest) && below.length > 0 ? [...listed, { path: place, name: '未分到下级', ...rest }] : listed
}
