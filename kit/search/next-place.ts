/** Where an arrow key leads in a list of `count`, round at both ends; undefined for other keys. */
export function nextPlace(key: string, place: number, count: number): number | undefined {
  if (count === 0) return undefined
  if (key === 'ArrowDown') return (place + 1) % count
  if (key === 'ArrowUp') return (place - 1 + count) % count
  return undefined
}
