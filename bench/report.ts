import { loadavg } from 'node:os'
import type { Compared, Endpoint, Side } from './compare.ts'

const goals: Record<Endpoint, number> = { list: 0.5, get: 0.5, receive: 0.3 }

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = sorted.length / 2
  return sorted.length % 2 === 1 ? sorted[Math.floor(middle)]! : (sorted[middle - 1]! + sorted[middle]!) / 2
}

const speedOf = ({ rounds }: Side) => median(rounds.map(({ perSecond }) => perSecond))

/** Our requests per second for each of the plain server's. */
export const ratioOf = ({ ours, bare }: Pick<Compared, 'ours' | 'bare'>): number => speedOf(ours) / speedOf(bare)

/** The table of one database: medians of the rounds. */
export function tableOf(results: readonly Compared[]): string {
  const head = ['', '', 'requests/s', 'p50 ms', 'p99 ms', 'statements', 'ours/bare', 'goal']
  const rows = results.flatMap(({ endpoint, ours, bare }) => {
    const ratio = ratioOf({ ours, bare })
    const verdict = `≥ ${goals[endpoint]} ${ratio >= goals[endpoint] ? 'met' : 'MISSED'}`
    return [
      [`appeals.${endpoint}`, 'ours', ...cellsOf(ours), ratio.toFixed(2), verdict],
      ['', 'bare', ...cellsOf(bare), '', ''],
    ]
  })
  const widths = head.map((_, i) => Math.max(...[head, ...rows].map((row) => row[i]!.length)))
  return [head, ...rows]
    .map((row) =>
      row
        .map((cell, i) => pad(cell, widths[i]!, i))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}

const pad = (cell: string, width: number, column: number) =>
  column >= 2 && column <= 6 ? cell.padStart(width) : cell.padEnd(width)

const cellsOf = (side: Side): string[] => [
  speedOf(side).toFixed(0),
  median(side.rounds.map(({ p50 }) => p50)).toFixed(0),
  median(side.rounds.map(({ p99 }) => p99)).toFixed(0),
  String(side.statements),
]

export const loadLine = (): string =>
  `load average ${loadavg()
    .map((load) => load.toFixed(1))
    .join(' ')}`
