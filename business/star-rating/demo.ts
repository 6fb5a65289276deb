import { dayOf, yearOf } from '../../kernel/calendar/days.ts'
import type { House } from '../../kernel/ctx.ts'
import { asOwner, type Tx } from '../../kernel/db/database.ts'
import { GRANTED, pastRows } from './demo/past.ts'
import { play, shownUnion, unionsFor } from './demo/play.ts'
import { stories } from './demo/stories.ts'

const CHUNK = 1000

/** The stars of 2022 to 2025 and the ratings of now, in every state. What is past is written last, so that its presence says that all is there. */
export const demo = {
  title: `星级工会：2022 至 2025 年授星约 ${GRANTED} 个，现在在办 ${stories.length} 件`,

  async isLoaded(house: House): Promise<boolean> {
    const row = await house.db.owner
      .selectFrom('numbers')
      .select('last')
      .where('federation_id', '=', house.federationId)
      .where('series', '=', 'XJGH')
      .where('year', '=', 2022)
      .executeTakeFirst()
    return row !== undefined
  },

  /** Loaded again after an interruption, a union whose rating was begun is left as it is. */
  async load(house: House, onProgress: (done: number, total: number) => void): Promise<void> {
    const others = await unionsFor(house, stories.length)
    const shown = await shownUnion(house)
    const begun = await begunOf(house)
    for (const [n, story] of stories.entries()) {
      const union = story.isShown ? shown : others[n - 1]
      if (union && !begun.has(union.id)) await play(house, union, story, n)
      onProgress(n + 1, stories.length + 1)
    }
    await asOwner(house.db, (tx) => insertPast(tx, house))
    onProgress(stories.length + 1, stories.length + 1)
  },
}

async function begunOf(house: House): Promise<Set<string>> {
  const rows = await house.db.owner
    .selectFrom('star_rating')
    .select('org_id')
    .where('federation_id', '=', house.federationId)
    .execute()
  return new Set(rows.map(({ org_id }) => org_id))
}

async function insertPast(tx: Tx, house: House): Promise<void> {
  const rows = await pastRows(tx, house)
  await tx.insertInto('star_rating').values(rows.star_rating).execute()
  for (let at = 0; at < rows.star_rating_items.length; at += CHUNK) {
    await tx
      .insertInto('star_rating_items')
      .values(rows.star_rating_items.slice(at, at + CHUNK))
      .execute()
  }
  for (let at = 0; at < rows.case_events.length; at += CHUNK) {
    await tx
      .insertInto('case_events')
      .values(rows.case_events.slice(at, at + CHUNK))
      .execute()
  }
  await writeNumbers(tx, house, rows.star_rating)
}

/** The running numbers go on after those of the past. */
async function writeNumbers(tx: Tx, house: House, ratings: readonly { number: string }[]): Promise<void> {
  const thisYear = yearOf(dayOf(house.clock()))
  const years = Map.groupBy(ratings, ({ number }) => Number(number.slice(4, 8)))
  const values = [...years]
    .filter(([year]) => year < thisYear)
    .map(([year, all]) => ({ federation_id: house.federationId, series: 'XJGH', year, last: all.length }))
  await tx.insertInto('numbers').values(values).execute()
}
