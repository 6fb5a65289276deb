/** The place that all paths share: the community of one, the street or the district of several. Paths are codes closed by dots. */
export function commonPlace(paths: readonly string[]): string {
  const [first = [], ...others] = paths.map((path) => path.split('.').slice(0, -1))
  const parting = first.findIndex((code, at) => others.some((other) => other[at] !== code))
  return `${(parting === -1 ? first : first.slice(0, parting)).join('.')}.`
}

/** The street's union above a place, which approves; the district itself for a place of the whole district. */
export const upperOf = (path: string): string => path.split('.').slice(0, 2).join('.').replace(/\.?$/, '.')

/** The district's union. */
export const districtOf = (path: string): string => `${path.split('.')[0]}.`
