import type { Ctx } from '../../../../kernel/ctx.ts'
import { sealField } from '../../../../kernel/people/sealed.ts'
import type { PersonColumn } from './bulk.ts'
import { type Changes, compare } from './compare.ts'
import { elsewhere } from './decide.ts'
import { finishItem, type Item, type ItemOf, ofKind, refuseItem, sharedPhone, type Work } from './item.ts'
import { getKnown, type Known, type Twin } from './lookup.ts'
import { type ChangedRow, changePersons, takePersons } from './write.ts'

type Met = ItemOf<'take'> | ItemOf<'compare'>

const stintOf = (known: Known) => ({
  membership: known.membership,
  union_id: known.union_id,
  member_since: known.member_since,
  joined_on: known.joined_on,
  left_on: known.left_on,
  org_path: known.org_path,
})
const stintBefore = (twin: Twin) => ({
  membership: twin.membership,
  union_id: twin.unionId,
  member_since: twin.memberSince,
  joined_on: twin.joinedOn,
  left_on: twin.leftOn,
  org_path: twin.orgPath,
})

const refuseElsewhere = (item: Item) => {
  const decision = elsewhere(null)
  refuseItem(item, decision.kind === 'refuse' ? decision.reasons : [])
}

/** What the row changes on the record, with its warnings; a new phone sealed for this person. */
function changesOf(work: Work, item: Met, known: Known): Changes {
  const { ctx, phoneRule, others } = work
  const { changes, isNewPhone, warnings } = compare(
    known,
    item.value,
    item.place,
    { index: item.phoneIndex, rule: phoneRule },
    ctx.today,
  )
  item.warnings.push(...warnings)
  if (!isNewPhone || item.value.phone === null) return changes
  if (others.isShared(item.phoneIndex, known.id)) item.warnings.push(sharedPhone)
  const { sealed, index } = sealField(ctx.house.sealer, 'phone', known.id, item.value.phone)
  return { ...changes, phone_sealed: sealed, phone_index: index }
}

const before = (known: Known, changes: Changes) =>
  Object.fromEntries(Object.keys(changes).map((column) => [column, known[column as PersonColumn]]))

/** Compares members with their rows and gathers what is to be changed. */
function compareAll(work: Work, known: ReadonlyMap<string, Known>): ChangedRow[] {
  return ofKind(work.items, 'compare').flatMap((item) => {
    const record = known.get(item.decision.twin.id)
    if (!record || record.union_id !== item.place.unionId) {
      refuseElsewhere(item)
      return []
    }
    const changes = changesOf(work, item, record)
    if (Object.keys(changes).length === 0) {
      finishItem(item, 'same', record.id)
      return []
    }
    finishItem(item, 'changed', record.id)
    work.written.push({
      row: item.row,
      table: 'persons',
      id: record.id,
      kind: 'changed',
      before: before(record, changes),
      after: changes,
    })
    return [{ id: record.id, ...changes }]
  })
}

/** In a trial nobody is taken; those in reach are compared, so that the same is said as when it counts. */
function tryToTake(work: Work, known: ReadonlyMap<string, Known>): void {
  for (const item of ofKind(work.items, 'take')) {
    const record = known.get(item.decision.twin.id)
    if (record) changesOf(work, item, record)
    finishItem(item, 'changed', item.decision.twin.id)
  }
}

const dayOf = (ctx: Ctx, { value }: Met) => value.joinedOn ?? ctx.today

async function takeAll(work: Work): Promise<ChangedRow[]> {
  const { ctx, written } = work
  const items = ofKind(work.items, 'take')
  const taken = await takePersons(
    ctx,
    items.map((item) => ({
      person_id: item.decision.twin.id,
      union_id: item.place.unionId,
      kind: item.value.isRetained ? 'retained' : 'full',
      day: dayOf(ctx, item),
    })),
  )
  const known = await getKnown(ctx, [...taken.keys()], false)
  return items.flatMap((item) => {
    const { twin } = item.decision
    const record = known.get(twin.id)
    if (!record) {
      refuseElsewhere(item)
      return []
    }
    const changes = changesOf(work, item, record)
    const pastId = taken.get(twin.id)
    written.push({
      row: item.row,
      table: 'persons',
      id: twin.id,
      kind: 'changed',
      before: { ...stintBefore(twin), ...before(record, changes) },
      after: { ...stintOf(record), ...changes },
    })
    if (pastId) written.push({ row: item.row, table: 'past_memberships', id: pastId, kind: 'added' })
    finishItem(item, 'changed', twin.id)
    return [{ id: twin.id, ...changes }]
  })
}

/** Those who are in the registry already: members are compared with their rows, others are taken into the union first. */
export async function renewKnown(work: Work): Promise<void> {
  const { ctx, items, isTrial } = work
  const met: Met[] = [...ofKind(items, 'compare'), ...(isTrial ? ofKind(items, 'take') : [])]
  const ids = met.flatMap(({ decision: { twin } }) => (twin.inReach ? [twin.id] : []))
  const known = await getKnown(ctx, ids, isTrial)
  const compared = compareAll(work, known)
  if (isTrial) return tryToTake(work, known)
  await changePersons(ctx, [...compared, ...(await takeAll(work))])
}
