import type { SelectQueryBuilder } from 'kysely'
import type { Tx } from '../db/database.ts'
import type { Schema } from '../db/schema.gen.ts'

/** One row behind a figure. `subject` tells persons or enterprises apart when a figure counts distinct ones. */
export type FigureRow = { record: string; org_path: string; at: string; value: number; subject?: string | null }

/** `asOf` is the end of the window asked for (ISO instant, exclusive): a stock may depend on what held then. */
export type Rows = (tx: Tx, federationId: string, asOf: string) => SelectQueryBuilder<Schema, never, FigureRow>

export type Figure = {
  title: string
  /** Base unit: 宗, 元, 人, 人次, 家 … Units are part of the figure; 人 and 人次 never add up. */
  unit: string
  definition: string
  owner: string
  /** Where one of its records opens in the console: '/appeals/{record}'. */
  opens: string
} & (
  | { kind: 'flow' | 'stock'; fold: 'count' | 'sum' | 'distinct'; rows: Rows }
  | { kind: 'rate'; over: readonly [numerator: string, denominator: string] }
)

export type Indicators<K extends string = string> = Readonly<Record<K, Figure>>

/**
 * Figures declared by their rows, not by their number. A rate names two others of the same set; a misspelt one does not compile.
 */
export const defineIndicators = <const K extends string>(
  figures: Record<K, Figure & ({ kind: 'flow' | 'stock' } | { kind: 'rate'; over: readonly [NoInfer<K>, NoInfer<K>] })>,
): Indicators<K> => figures

/** The report sentence of a set of figures: `n('handled')` compiles only when there is such a figure. */
export const paragraph =
  <K extends string>(_figures: Indicators<K>, write: (n: (name: K) => string) => string) =>
  (n: (name: string) => string): string =>
    write(n)
