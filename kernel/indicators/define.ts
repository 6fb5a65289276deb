import type { RawBuilder, SelectQueryBuilder } from 'kysely'
import type { Day } from '../calendar/days.ts'
import type { Tx } from '../db/database.ts'
import type { Schema } from '../db/schema.gen.ts'
import type { Wording } from './wording.ts'

/**
 * One row behind a figure. `subject` tells persons or enterprises apart when a figure counts distinct ones, `person` is the one of the registry whom the
 * row is about. A row may have more columns, for `only` and `at` of its figures.
 */
export type FigureRow = {
  record: string
  org_path: string
  at: string
  value: number
  subject?: string | null
  person?: string | null
}

/**
 * The rows of one or of several figures; those that share the function are read together, in one statement.
 * `asOf` is the end of the window asked for (ISO instant, exclusive): a stock may depend on what held then. `from` is its beginning: a flow may leave out
 * what lies before `from` or at `asOf` and later, and must not depend on them otherwise, for it is asked for several windows at once. `days` are the last
 * days of the windows, ascending, each once, never more than `mostDays`: the rows of a stock that says `held` are asked for all of them at once. What
 * does not lie under `orgPath` may be left out.
 */
export type Rows = (
  tx: Tx,
  federationId: string,
  asOf: string,
  from: string,
  asked: { days: readonly Day[]; orgPath: string },
) => SelectQueryBuilder<Schema, never, FigureRow>

/** What of the rows counts, and when. */
export type Counted = {
  fold: 'count' | 'sum' | 'distinct'
  rows: Rows
  /** A condition on the rows, which are called `f`: sql`f.is_late`. */
  only?: RawBuilder<unknown>
  /** The column of the instant, where it is not `at`. */
  at?: string
  /**
   * Of a stock whose rows tell themselves on which of the days they count, so that a trend is one reading: the column with a bit for each of the days,
   * the first the lowest (`heldBetween`, `heldOn`). Without it the rows are read anew as of each day.
   */
  held?: string
  /**
   * The figure can be told for a group of workers: its rows name their `person`, who is looked up, or (`'row'`) tell `is_new_form` and `industry` of the
   * person themselves.
   */
  byGroup?: true | 'row'
}

export type Figure = {
  title: string
  /** Base unit: 宗, 元, 人, 人次, 家 … Units are part of the figure; 人 and 人次 never add up. */
  unit: string
  definition: string
  owner: string
  /** Where one of its records opens in the console: '/appeals/{record}'. */
  opens: string
  /** How a paper words it; exact where nothing is said. */
  wording?: Wording
} & (({ kind: 'flow' | 'stock' } & Counted) | { kind: 'rate'; over: readonly [numerator: string, denominator: string] })

export type Indicators<K extends string = string> = Readonly<Record<K, Figure>>

/**
 * Figures declared by their rows, not by their number. A rate names two others of the same set; a misspelt one does not compile.
 */
export const defineIndicators = <const K extends string>(
  figures: Record<K, Figure & ({ kind: 'flow' | 'stock' } | { kind: 'rate'; over: readonly [NoInfer<K>, NoInfer<K>] })>,
): Indicators<K> => figures

/** The sections of the federation's annual report. */
export type Section = 'thought' | 'workforce' | 'rights' | 'organisation' | 'services' | 'reform' | 'party'

/** A stretch of a sentence between two commas: words, and figures of the line by name. */
export type Clause = readonly (string | { readonly figure: string })[]
export type Sentence = readonly Clause[]

/** What a line tells in the annual report, and in which section. */
export type Report = { readonly section: Section; readonly sentences: readonly Sentence[] }

type Say<K extends string> = (words: TemplateStringsArray, ...figures: readonly K[]) => Clause

/**
 * The paragraph of a line in the annual report: say`接报处理职工诉求${'handled'}` compiles only when there is such a figure. What has a figure of 0 is left out,
 * between commas and between 、 alike; a clause that begins with 其中 falls with the one before it.
 * @param _figures the line's figures, for their names
 */
export const paragraph = <K extends string>(
  _figures: Indicators<K>,
  section: Section,
  write: (say: Say<NoInfer<K>>) => readonly Sentence[],
): Report => ({ section, sentences: write(sayIt) })

const sayIt = (words: TemplateStringsArray, ...figures: readonly string[]): Clause =>
  words
    .flatMap((text, i) => [text, ...(figures[i] === undefined ? [] : [{ figure: figures[i] }])])
    .filter((part) => part !== '')
