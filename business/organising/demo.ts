import type { House } from '../../kernel/ctx.ts'
import { asOwner } from '../../kernel/db/database.ts'
import { scenes } from './demo/scenes.ts'
import { playAll } from './demo/today.ts'
import { FOUNDED, insertYear } from './demo/year.ts'

/**
 * The 250 unions founded in 2023, each with the founding it came from; and the foundings under way now, in every state. What is of 2023 is written last,
 * so that its presence says that all is there.
 */
export const demo = {
  title: `建会：2023 年建成的 ${FOUNDED} 家和现在的 ${scenes.length} 件`,

  async isLoaded(house: House): Promise<boolean> {
    const row = await house.db.owner
      .selectFrom('numbers')
      .select('last')
      .where('federation_id', '=', house.federationId)
      .where('series', '=', 'JH')
      .where('year', '=', 2023)
      .executeTakeFirst()
    return row !== undefined
  },

  async load(house: House, onProgress: (done: number, total: number) => void): Promise<void> {
    const total = scenes.length + 1
    await playAll(house, (done) => onProgress(done, total))
    await asOwner(house.db, (tx) => insertYear(tx, house))
    onProgress(total, total)
  },
}
