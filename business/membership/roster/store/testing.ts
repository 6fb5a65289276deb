import { idNumberOf, phoneOf } from '../../../../district/marks.ts'
import { type SmallPerson, small } from '../../../../district/small.ts'
import { openSmall } from '../../../../district/testing.ts'
import { type Actor, standingOf } from '../../../../kernel/access/actor.ts'
import { addDays } from '../../../../kernel/calendar/days.ts'
import { asOwner, inTransaction } from '../../../../kernel/db/database.ts'
import { newCtx } from '../../../../kernel/http/new-ctx.ts'
import type { Outcome } from '../../../../kernel/import/kind.ts'
import { type MembershipKind, setMembership } from '../../../../kernel/people/membership.ts'
import { memberRoster } from '../kind.ts'
import { reader } from '../reader.ts'

export const today = '2026-03-02'
type Cells = Record<string, string>
type Options = { phone?: string; isDryRun?: boolean }
type Unit = { id: string; path: string }

let counter = 3_000_000
/** Number of somebody nobody knows yet. */
export const nextNumber = (): number => counter++
/** Somebody nobody knows yet, each born on another day. */
export const stranger = (more: Cells = {}, birthOn = addDays('1970-01-01', counter % 9000)): Cells => {
  const n = nextNumber()
  return {
    name: '钱多多',
    idNumber: idNumberOf(n, birthOn, 'female'),
    phone: phoneOf(n),
    joinedOn: '2024-03-05',
    ...more,
  }
}
export const cellsOf = (person: SmallPerson, more: Cells = {}): Cells => ({
  name: person.name,
  idNumber: person.idNumber,
  ...more,
})
export const codesOf = (outcome: Outcome): string[] =>
  (outcome.kind === 'refused' ? outcome.reasons : (outcome.warnings ?? [])).map(({ code }) => code)
export const idOf = (outcome: Outcome): string => (outcome.kind === 'refused' ? '' : outcome.id)

const readSheet = (sheet: readonly Cells[]) =>
  sheet.map((cells, at) => {
    const result = reader.read(cells, { today, options: {} })
    if ('reasons' in result) throw new Error(JSON.stringify(result.reasons))
    return { row: at + 2, value: result.value }
  })

/** The small district, and ways to bring rosters into it and to look at what became of people. */
export async function openRosters() {
  const district = await openSmall([])
  const { db, house } = district
  async function bring(
    actor: Actor,
    unit: Unit,
    sheet: readonly Cells[],
    { phone = 'keep', isDryRun = false }: Options = {},
  ) {
    const about = { importId: small.district.id, unit, options: { phone }, isDryRun }
    let statements = 0
    const result = await inTransaction(
      db,
      standingOf(actor),
      (tx) => memberRoster.store(newCtx(house, actor, tx), readSheet(sheet), about),
      { count: (n) => (statements = n) },
    )
    return { ...result, statements }
  }
  return {
    district,
    bring,
    async bringOne(actor: Actor, unit: Unit, cells: Cells, options?: Options) {
      const { outcomes, written } = await bring(actor, unit, [cells], options)
      return { outcome: outcomes[0] as Outcome, written }
    },
    person: (id: string) =>
      asOwner(db, (tx) => tx.selectFrom('persons').selectAll().where('id', '=', id).executeTakeFirstOrThrow()),
    pasts: (id: string) =>
      asOwner(db, (tx) => tx.selectFrom('past_memberships').selectAll().where('person_id', '=', id).execute()),
    stand: (who: Actor, id: string, kind: MembershipKind, unionId: string | null, on: string) =>
      inTransaction(db, standingOf(who), (tx) =>
        setMembership(newCtx(house, who, tx), id, { kind, unionId, on, reason: 'left' }),
      ),
  }
}
