import { sql } from 'kysely'
import { dayOf } from '../../kernel/calendar/days.ts'
import type { House } from '../../kernel/ctx.ts'
import { asOwner, type Tx } from '../../kernel/db/database.ts'
import { addGrids } from './demo/grid-rows.ts'
import { MATTERS, playMatters } from './demo/matters.ts'
import { addCommittees, addDaily, addMarks } from './demo/rows.ts'

/** The 111 federations as they stand: pilots, points, links, grids with visits, clubs, checklists, and matters in every state. */
export const demo = {
  title: '工联会：22 家试点、示范点、互联互动、网格走访、社团和“四力杯”项目',

  async isLoaded(house: House): Promise<boolean> {
    const rows = await house.db.owner
      .selectFrom('federation_matters')
      .select('id')
      .where('federation_id', '=', house.federationId)
      .limit(MATTERS)
      .execute()
    return rows.length === MATTERS
  },

  /** Loaded again after an interruption, what is there already is passed over. */
  async load(house: House, onProgress: (done: number, total: number) => void): Promise<void> {
    const today = dayOf(house.clock())
    const parts: readonly ((tx: Tx) => Promise<void>)[] = [
      (tx) => addMarks(tx, house),
      (tx) => addCommittees(tx, house),
      (tx) => addDaily(tx, house, today),
      (tx) => addGrids(tx, house, today),
    ]
    let done = 0
    const step = () => onProgress(++done, parts.length + MATTERS)
    for (const part of parts) {
      await asOwner(house.db, part)
      step()
    }
    await house.db.owner.executeQuery(sql`analyze federation_grid_firms, federation_visits`.compile(house.db.owner))
    await playMatters(house, step)
  },
}
