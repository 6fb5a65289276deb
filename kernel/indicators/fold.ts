import { sql } from 'kysely'
import { endOf } from '../access/permissions.ts'
import { yearRange } from '../calendar/days.ts'
import type { Tx } from '../db/database.ts'
import type { Line } from '../line.ts'
import type { Figure, FigureRow } from './define.ts'

/** Which part of the world a figure is asked for: a subtree of unions and a half-open span of instants. */
export type Window = { federationId: string; orgPath: string; from: string; to: string }

export type Value = { value: number; numerator: number | null; denominator: number | null }

export type Named = { code: string; line: string; name: string; figure: Figure }

/** Every figure of every line, by code: 'appeals.handled'. */
export const figuresOf = (lines: readonly Line[]): Named[] =>
  lines.flatMap((line) =>
    Object.entries(line.indicators ?? {}).map(([name, figure]) => ({
      code: `${line.slug}.${name}`,
      line: line.slug,
      name,
      figure,
    })),
  )

export const yearWindow = (federationId: string, orgPath: string, year: number): Window => ({
  federationId,
  orgPath,
  ...yearRange(year),
})

/** The total of one figure. A rate comes with numerator and denominator; 0 of 0 is 0. */
export async function total(tx: Tx, line: Line, name: string, window: Window): Promise<Value> {
  const figure = figureOf(line, name)
  if (figure.kind === 'rate') {
    const [over, under] = figure.over
    const numerator = (await total(tx, line, over, window)).value
    const denominator = (await total(tx, line, under, window)).value
    return rateOf(numerator, denominator)
  }
  const { value } = await tx
    .selectFrom(rowsIn(tx, figure, window).as('f'))
    .select(foldOf(figure).as('value'))
    .executeTakeFirstOrThrow()
  return { value, numerator: null, denominator: null }
}

/** A share in per cent with what it rests on; 0 of 0 is 0. */
export const rateOf = (numerator: number, denominator: number): Value => ({
  value: denominator === 0 ? 0 : (numerator / denominator) * 100,
  numerator,
  denominator,
})

/** The figure by month of the window: the same rows, grouped. Stock figures show what had come about by each month's end. */
export async function byMonth(
  tx: Tx,
  line: Line,
  name: string,
  window: Window,
): Promise<{ month: string; value: number }[]> {
  const figure = countable(line, name)
  const month = sql<string>`to_char(f.at at time zone 'Asia/Shanghai', 'YYYY-MM')`
  return tx
    .selectFrom(rowsIn(tx, figure, window).as('f'))
    .select([month.as('month'), foldOf(figure).as('value')])
    .groupBy(month)
    .orderBy(month)
    .execute()
}

/** The figure by the unions directly below `window.orgPath`: the same rows, grouped by the next code of their path. */
export async function byUnion(
  tx: Tx,
  line: Line,
  name: string,
  window: Window,
): Promise<{ path: string; value: number }[]> {
  const figure = countable(line, name)
  const depth = window.orgPath.split('.').filter(Boolean).length
  const child = sql<string>`${window.orgPath}::text || split_part(f.org_path, '.', ${sql.lit(depth + 1)}) || case when split_part(f.org_path, '.', ${sql.lit(depth + 1)}) = '' then '' else '.' end`
  return (
    tx
      .selectFrom(rowsIn(tx, figure, window).as('f'))
      .select([child.as('path'), foldOf(figure).as('value')])
      // By position: the path travels as a parameter, and the database does not see that two parameters are one.
      .groupBy(sql`1`)
      .orderBy(sql`1`)
      .execute()
  )
}

/** The records behind a figure, newest first, a keyset page at a time. */
export async function recordsOf(
  tx: Tx,
  line: Line,
  name: string,
  window: Window,
  page: { after?: string | undefined; limit: number },
): Promise<{ rows: FigureRow[]; next: string | null }> {
  const figure = countable(line, name)
  const [at, id] = page.after?.split('|') ?? []
  const rows = await tx
    .selectFrom(rowsIn(tx, figure, window).as('f'))
    .selectAll()
    .$if(at !== undefined && id !== undefined, (q) =>
      q.where(sql<boolean>`(f.at, f.record) < (${at}::timestamptz, ${id}::uuid)`),
    )
    .orderBy('f.at', 'desc')
    .orderBy('f.record', 'desc')
    .limit(page.limit + 1)
    .execute()
  const shown = rows.slice(0, page.limit)
  const last = shown.at(-1)
  return { rows: shown, next: rows.length > page.limit && last ? `${last.at}|${last.record}` : null }
}

export function figureOf(line: Line, name: string): Figure {
  const figure = line.indicators?.[name]
  if (!figure) throw new Error(`${line.slug} has no figure ${name}`)
  return figure
}

type Countable = Exclude<Figure, { kind: 'rate' }>

/** The figure itself, or the numerator of a rate: what can be grouped and listed. */
export function countable(line: Line, name: string): Countable {
  const figure = figureOf(line, name)
  return figure.kind === 'rate' ? countable(line, figure.over[0]) : figure
}

function rowsIn(tx: Tx, figure: Countable, window: Window) {
  const rows = figure.rows(tx, window.federationId, window.to).as('r')
  const { from, to } = window
  return tx
    .selectFrom(rows)
    .selectAll()
    .where(sql<boolean>`r.org_path >= ${window.orgPath} and r.org_path < ${endOf(window.orgPath)}`)
    .where(sql<boolean>`r.at < ${to}::timestamptz`)
    .$if(figure.kind === 'flow', (q) => q.where(sql<boolean>`r.at >= ${from}::timestamptz`))
}

function foldOf(figure: Countable) {
  if (figure.fold === 'count') return sql<number>`count(*)`
  if (figure.fold === 'distinct') return sql<number>`count(distinct f.subject)`
  return sql<number>`coalesce(sum(f.value), 0)::float8`
}
