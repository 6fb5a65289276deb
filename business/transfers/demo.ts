import { numbersFor } from '../../district/numbers.ts'
import { addMilliseconds, dayOf } from '../../kernel/calendar/days.ts'
import type { House } from '../../kernel/ctx.ts'
import { asOwner, type Tx } from '../../kernel/db/database.ts'
import { listMembers, oldUnions } from './demo/people.ts'
import { OPEN, type Planned, planOpen, planPast } from './demo/plan.ts'
import { addMatter, idOf, type Rows } from './demo/rows.ts'
import { writeStints } from './demo/stints.ts'

const PAST = 300
const CHUNK = 100

/** Three hundred matters of 2023 to 2025 with what they made of the memberships, and what is under way now in every state. All or nothing. */
export const demo = {
  title: `会籍变动：2023 年以来的 ${PAST} 件和现在的 ${OPEN} 件`,

  async isLoaded(house: House): Promise<boolean> {
    const first = await house.db.owner
      .selectFrom('transfers')
      .select('id')
      .where('federation_id', '=', house.federationId)
      .where('id', '=', idOf(0))
      .executeTakeFirst()
    return first !== undefined
  },

  async load(house: House, onProgress: (done: number, total: number) => void): Promise<void> {
    if (await demo.isLoaded(house)) return
    await asOwner(house.db, async (tx) => {
      const members = await listMembers(tx, house.federationId, PAST + OPEN)
      const unions = oldUnions()
      const today = dayOf(house.clock())
      const planned = [
        ...planPast(members.slice(OPEN), unions),
        ...planOpen(members.slice(0, OPEN), unions, today),
      ].map((one) => notAhead(one, house.clock()))
      planned.sort((a, b) => ((a.steps[0]?.at ?? '') < (b.steps[0]?.at ?? '') ? -1 : 1))
      await insertMatters(tx, house, planned, onProgress)
      await writeStints(tx, house.federationId, planned)
    })
  },
}

/** Early in the morning some of today has not happened yet; what is brought forward keeps its order. */
function notAhead(planned: Planned, now: string): Planned {
  const { steps } = planned
  const latest = (i: number) => addMilliseconds(now, (i - steps.length) * 1000)
  return { ...planned, steps: steps.map((step, i) => (step.at > latest(i) ? { ...step, at: latest(i) } : step)) }
}

async function insertMatters(
  tx: Tx,
  house: House,
  planned: readonly Planned[],
  onProgress: (done: number, total: number) => void,
): Promise<void> {
  const numberOf = await numbersFor(tx, house.federationId, 'HJBD', planned)
  for (let at = 0; at < planned.length; at += CHUNK) {
    const rows: Rows = { transfers: [], case_events: [], deadlines: [] }
    for (const one of planned.slice(at, at + CHUNK)) addMatter(rows, house, one, numberOf(one))
    await tx.insertInto('transfers').values(rows.transfers).execute()
    await tx.insertInto('case_events').values(rows.case_events).execute()
    if (rows.deadlines.length > 0) await tx.insertInto('deadlines').values(rows.deadlines).execute()
    onProgress(Math.min(at + CHUNK, planned.length), planned.length)
  }
}
