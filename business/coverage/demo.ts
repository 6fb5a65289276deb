import { dayOf } from '../../kernel/calendar/days.ts'
import type { House } from '../../kernel/ctx.ts'
import { loadCounts } from './demo/counts.ts'
import { EXCLUSIONS, loadExclusions } from './demo/exclusions.ts'

/**
 * What the rates live on after 2023: counts until today, firms that opened since, and a dozen exclusions in every state. The district itself gives the
 * rates of 2023, and they stay as they are.
 */
export const demo = {
  title: '建会覆盖：2024 年以来的人数、新开业企业和列入不计',

  /** The last exclusion is proposed last. */
  async isLoaded(house: House): Promise<boolean> {
    const rows = await house.db.owner
      .selectFrom('coverage')
      .select('id')
      .where('federation_id', '=', house.federationId)
      .limit(EXCLUSIONS)
      .execute()
    return rows.length === EXCLUSIONS
  },

  async load(house: House, onProgress: (done: number, total: number) => void): Promise<void> {
    await loadCounts(house, dayOf(house.clock()))
    await loadExclusions(house, onProgress)
  },
}
