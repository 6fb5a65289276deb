import { type RawBuilder, sql } from 'kysely'
import { endOf } from '../access/permissions.ts'
import { type Day, dayOf, type Span } from '../calendar/days.ts'
import type { Tx } from '../db/database.ts'
import type { Counted, Figure } from './define.ts'
import { type Group, industrialOn } from './groups.ts'
import { isHeldOn, lastDayOf } from './held.ts'

/** Where a figure is asked for: a subtree of unions, and whose matters. */
export type Place = { federationId: string; orgPath: string; group?: Group | undefined }

/** Which part of the world a figure is asked for: a place and a half-open span of instants. */
export type Window = Place & Span

/** What can be counted, grouped and listed; a rate is none of its own but two of them. */
export type Countable = Extract<Figure, Counted>

/**
 * The rows of a figure, called `f`, that lie in the place. What of them counts, and when, is for `countedIn`.
 * @param span all that is asked for @param days the last days of the spans it is asked for, when they are several
 */
export const rowsOf = (
  tx: Tx,
  { rows, byGroup }: Pick<Counted, 'rows' | 'byGroup'>,
  place: Place,
  span: Span,
  days: readonly Day[] = [lastDayOf(span)],
) =>
  tx
    .selectFrom(rows(tx, place.federationId, span.to, span.from, { days, orgPath: place.orgPath }).as('f'))
    .where(sql<boolean>`f.org_path >= ${place.orgPath} and f.org_path < ${endOf(place.orgPath)}`)
    .$if(place.group !== undefined, (q) => q.where(inGroup(place, dayOf(span.to), byGroup)))

/**
 * Whether a row lies in a span: a flow when it happened then, a stock when it had come about by its end.
 * @param days those the rows were asked for
 */
export function isWithin(figure: Countable, span: Span, days: readonly Day[] = [lastDayOf(span)]) {
  if (figure.held) return isHeldOn(figure.held, days, lastDayOf(span))
  return figure.kind === 'flow'
    ? sql<boolean>`${atOf(figure)} >= ${span.from}::timestamptz and ${atOf(figure)} < ${span.to}::timestamptz`
    : sql<boolean>`${atOf(figure)} < ${span.to}::timestamptz`
}

/** Whether a row counts in a span. @param days those the rows were asked for */
export const countedIn = (figure: Countable, span: Span, days?: readonly Day[]): RawBuilder<boolean> =>
  sql<boolean>`${isWithin(figure, span, days)} and ${onlyOf(figure)}`

/** From the first beginning to the last end. */
export const hullOf = (spans: readonly Span[]): Span => ({
  from: spans.map(({ from }) => from).toSorted()[0] ?? '',
  to:
    spans
      .map(({ to }) => to)
      .toSorted()
      .at(-1) ?? '',
})

/** The instant of a row. */
export const atOf = ({ at }: Countable) => sql<string>`${sql.ref(`f.${at ?? 'at'}`)}`

export const onlyOf = ({ only }: Countable): RawBuilder<unknown> => only ?? sql`true`

/** Rows into a number, of those that fulfil the condition. */
export function foldOf(figure: Countable, where: RawBuilder<unknown>): RawBuilder<number> {
  if (figure.fold === 'count') return sql<number>`count(*) filter (where ${where})`
  if (figure.fold === 'distinct') return sql<number>`count(distinct f.subject) filter (where ${where})`
  return sql<number>`coalesce(sum(f.value) filter (where ${where}), 0)::float8`
}

/** Whether the person of a row belongs to the group asked for. */
function inGroup({ federationId, group }: Place, day: Day, by: Counted['byGroup']): RawBuilder<boolean> {
  const belongs = (of: string) =>
    group === 'newForm'
      ? sql<boolean>`${sql.ref(`${of}.is_new_form`)}`
      : sql<boolean>`not ${sql.ref(`${of}.is_new_form`)} and ${sql.ref(`${of}.industry`)} = any (${[...industrialOn(day).sectors]}::text[])`
  if (by === 'row') return belongs('f')
  return sql<boolean>`exists (select from person_groups g where g.federation_id = ${federationId} and g.id = f.person and ${belongs('g')})`
}
