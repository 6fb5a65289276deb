/** Column and row of a street in the drawn picture, from 1, west to east and north to south. */
export type Spot = readonly [column: number, row: number]

/** Where the streets of a federation lie, roughly, by the federation's code and the street's. One that is not drawn here is shown in official order. */
const arrangements: Readonly<Record<string, Readonly<Record<string, Spot>>>> = {
  // 龙岗区: 平湖 003, 坪地 006, 南湾 012, 坂田 013, 布吉 014, 龙城 015, 龙岗 016, 横岗 017, 吉华 018, 宝龙 019, 园山 020.
  '440307': {
    '006': [6, 1],
    '003': [2, 2],
    '015': [5, 2],
    '016': [6, 2],
    '013': [1, 3],
    '018': [2, 3],
    '017': [4, 3],
    '019': [6, 3],
    '014': [2, 4],
    '012': [3, 4],
    '020': [5, 4],
  },
}

/**
 * The spots of the unions below a district, by path: those that are drawn where they lie, what has no place on the ground (a federation of new forms of work)
 * below them in official order. Null where fewer than half are drawn, so that all are shown in official order instead.
 * @param paths of the unions directly below one, in official order
 */
export function spotsOf(paths: readonly string[]): Readonly<Record<string, Spot>> | null {
  const drawn = paths.flatMap((path) => {
    const spot = spotOf(path)
    return spot ? [[path, spot] as const] : []
  })
  if (drawn.length === 0 || drawn.length * 2 < paths.length) return null
  const known = new Map(drawn)
  const columns = Math.max(...drawn.map(([, [column]]) => column))
  const rows = Math.max(...drawn.map(([, [, row]]) => row))
  const others = paths
    .filter((path) => !known.has(path))
    .map((path, index) => [path, [(index % columns) + 1, rows + 1 + Math.floor(index / columns)]] as const)
  return Object.fromEntries([...drawn, ...others])
}

function spotOf(path: string): Spot | undefined {
  const [federation = '', street = '', below = ''] = path.split('.')
  return below === '' ? arrangements[federation]?.[street] : undefined
}
