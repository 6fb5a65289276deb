import type { Ctx } from '../../../../kernel/ctx.ts'
import type { Outcome, ReadValue, RowReason, Written } from '../../../../kernel/import/kind.ts'
import { type Sealed, sealedOf } from '../prepare.ts'
import type { RosterRow } from '../row.ts'
import type { PhoneRule } from './compare.ts'
import { type Decision, decide } from './decide.ts'
import { findAlike, findPhones, findTwins } from './lookup.ts'
import { findPlaces, type Place } from './places.ts'

/** A row on its way: where it belongs, what was decided, what is to be said about it, and at last what became of it. */
export type Item = {
  row: number
  value: RosterRow
  sealed: Sealed
  index: string
  phoneIndex: string | null
  place: Place | null
  decision: Decision
  warnings: RowReason[]
  outcome: Outcome | null
}
export type ItemOf<K extends Decision['kind']> = Item & { place: Place; decision: Extract<Decision, { kind: K }> }

/** One chunk at work: what was found about its rows, and what has been written so far. */
export type Work = {
  ctx: Ctx
  items: readonly Item[]
  others: Others
  phoneRule: PhoneRule
  isTrial: boolean
  written: Written[]
}

export const ofKind = <K extends Decision['kind']>(items: readonly Item[], kind: K): ItemOf<K>[] =>
  items.filter((item): item is ItemOf<K> => item.decision.kind === kind)

export function refuseItem(item: Item, reasons: RowReason[]): void {
  item.outcome = { kind: 'refused', reasons }
}

export function finishItem(item: Item, kind: 'added' | 'changed' | 'same', id: string): void {
  item.outcome = item.warnings.length > 0 ? { kind, id, warnings: item.warnings } : { kind, id }
}

/** Decides about each row of a chunk, by the places of its firms and the records that bear its numbers. */
export async function decideRows(
  ctx: Ctx,
  unitId: string,
  rows: readonly { row: number; value: ReadValue }[],
): Promise<Item[]> {
  const { sealer } = ctx.house
  const read = rows.map(({ row, value }) => {
    const person = value as RosterRow & { sealed?: Sealed }
    const sealed = person.sealed ?? sealedOf(sealer, person)
    return {
      row,
      value: person,
      sealed,
      index: sealed.number.index ?? '',
      phoneIndex: sealed.phone.index,
      outcome: null,
    }
  })
  const values = read.map(({ value }) => value)
  const placeOf = await findPlaces(ctx, unitId, values)
  const wanted = read.map(({ index, value }) => ({ index, name: value.name }))
  const twins = await findTwins(ctx, wanted)
  return read.map((item) => {
    const placed = placeOf(item.value)
    if ('reasons' in placed)
      return { ...item, place: null, decision: { kind: 'refuse', reasons: placed.reasons }, warnings: [] }
    const decision = decide(item.value, twins.get(item.index), placed.place)
    const own = 'warnings' in decision ? decision.warnings : []
    return { ...item, place: placed.place, decision, warnings: [...placed.warnings, ...own] }
  })
}

export type Others = {
  isAlike: (item: ItemOf<'add'>) => boolean
  /** Does anybody but `id` bear the phone, in the registry or in these rows? */
  isShared: (phoneIndex: string | null, id: string | null) => boolean
}

/** Who else there is: namesakes born on the same day in the same union, and bearers of the same phones. */
export async function findOthers(ctx: Ctx, items: readonly Item[]): Promise<Others> {
  const kept = items.filter(({ decision }) => decision.kind !== 'refuse')
  const phones = kept.flatMap(({ phoneIndex }) => (phoneIndex === null ? [] : [phoneIndex]))
  const times = Map.groupBy(phones, (index) => index)
  const registered = await findPhones(ctx, [...times.keys()])
  const news = ofKind(items, 'add')
  const isAlike = await findAlike(
    ctx,
    news.map(({ value: { name, birthOn }, place }) => ({ name, birthOn, unionId: place.unionId })),
  )
  return {
    isAlike: ({ value, place }) => isAlike(value.name, value.birthOn, place.unionId),
    isShared: (index, id) =>
      index !== null &&
      ((times.get(index)?.length ?? 0) > 1 || (registered.get(index) ?? []).some((other) => other !== id)),
  }
}

export const sharedPhone: RowReason = {
  column: '手机',
  code: 'phone.shared',
  message: '这个手机号还登记在别人名下，请核对是不是本人的；已照表登记',
}
