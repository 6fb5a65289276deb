import { dayOf, yearOf } from '../../kernel/calendar/days.ts'
import type { House } from '../../kernel/ctx.ts'
import { asSystem } from '../../kernel/jobs/system.ts'
import { listTargets } from '../../kernel/parameters/targets.ts'
import { actsOf, headOf } from './demo/acts.ts'
import { tasks } from './demo/plan-2024.ts'
import { playAdjustments, playYear, startFirst, startRunning } from './demo/years.ts'
import { readOne } from './read.ts'
import { watch } from './watch.ts'

const STEPS = tasks.length * 2 + 4

/** The plan of 2024 from its draft to the last signing off, and the running year carried over from it: nodes done and late, adjustments, supervision. */
export const demo = {
  title: '年度任务：2024 年计划 8 项目标、33 项任务，当年计划沿用并在办理',

  async isLoaded(house: House): Promise<boolean> {
    const row = await house.db.owner
      .selectFrom('plan_matters')
      .select('id')
      .where('federation_id', '=', house.federationId)
      .where('state', '=', 'answered')
      .executeTakeFirst()
    return row !== undefined
  },

  /** Loaded again after an interruption, what is there already is passed over. */
  async load(house: House, onProgress: (done: number, total: number) => void): Promise<void> {
    let done = 0
    const step = () => onProgress(++done, STEPS)
    await startFirst(house)
    step()
    await playYear(house, 2024, step)
    const running = await startRunning(house, { figure: 'federations.visits', number: 800 })
    step()
    if (running !== 2024) await playYear(house, running, step)
    await playAdjustments(house, running)
    for (const year of new Set([2024, running])) {
      const targets = await asSystem(house, (ctx) => listTargets(ctx, { year }))
      for (const { figure } of targets) await asSystem(house, (ctx) => readOne(ctx, { year, figure }))
    }
    step()
    await asSystem(house, watch)
    await answerOne(house)
    step()
  },
}

/** The oldest question is answered, the others wait. */
async function answerOne(house: House): Promise<void> {
  const asked = await house.db.owner
    .selectFrom('plan_matters')
    .select(['id', 'department', 'year'])
    .where('federation_id', '=', house.federationId)
    .where('state', '=', 'asked')
    .orderBy('created_at')
    .orderBy('number')
    .executeTakeFirstOrThrow()
  const today = dayOf(house.clock())
  const expectedOn = `${yearOf(today)}-12-31`
  const answer = { id: asked.id, note: '主体工程受汛期影响，已和代建单位排出新的进度', expectedOn }
  await actsOf(house)(headOf(asked.department), 'answer', answer, today, asked.id)
}
