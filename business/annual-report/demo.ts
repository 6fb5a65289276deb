import { actorOf } from '../../district/cast.ts'
import { districtOfficers } from '../../district/officers.ts'
import type { House } from '../../kernel/ctx.ts'
import { perform } from '../../kernel/http/perform.ts'
import { line } from './line.ts'

const YEAR = 2023
const OFFICE = 'office'

/** The district's report on 2023 as a draft, composed from the records of the demonstration and not touched by anybody yet. */
export const demo = {
  title: `年度报告：${YEAR} 年工作报告草稿 1 份`,

  async isLoaded(house: House): Promise<boolean> {
    const row = await house.db.owner
      .selectFrom('annual_report')
      .select('id')
      .where('federation_id', '=', house.federationId)
      .where('year', '=', YEAR)
      .limit(1)
      .executeTakeFirst()
    return row !== undefined
  },

  async load(house: House, onProgress: (done: number, total: number) => void): Promise<void> {
    const writer = districtOfficers.find(({ username }) => username === OFFICE)
    if (!writer) throw new Error('the district has no office')
    await perform(house, line, 'open', { year: YEAR }, { actor: actorOf(writer) })
    onProgress(1, 1)
  },
}
