import { sql } from 'kysely'
import { endOf } from '../access/permissions.ts'

/** Each place is the span of paths from its own to the next sibling's; what falls between two spans is in none of them, and so under ''. */
export function bucketsOf(paths: readonly string[]) {
  const edges = [...new Set(paths.flatMap((path) => [path, endOf(path)]))].toSorted((a, b) => (a < b ? -1 : 1))
  const begins = new Set(paths)
  const places = edges.map((edge, i) => (begins.has(edge) ? i + 1 : 0))
  return {
    bucket: sql<number>`(${[0, ...places]}::int[])[width_bucket(f.org_path collate "C", ${edges}::text[]) + 1]`,
    pathOf: (bucket: number): string => edges[bucket - 1] ?? '',
  }
}
