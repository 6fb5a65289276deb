import { sql } from 'kysely'
import { dayOf, yearRange } from '../../kernel/calendar/days.ts'
import type { House } from '../../kernel/ctx.ts'
import { asOwner, type Tx } from '../../kernel/db/database.ts'
import { type Planned, planOpen, planYear } from './demo/plan.ts'
import { addMatter, type Rows, type Step, stepsToEnd, stepsToNow } from './demo/rows.ts'

const CHUNK = 60
const numberOf = (year: string, n: number): string => `SQ${year}-${String(n).padStart(4, '0')}`

type Matter = { planned: Planned; seed: string; number: string; steps: Step[] }

/**
 * The year 2023 of the federation's report: 894 appeals handled and 38 510 000 yuan won, spread over streets, months, channels and outcomes; and the
 * matters that are open now, in every state, some of them late.
 */
export const demo = {
  title: '职工诉求：2023 年 894 宗和现在正在办理的',

  /** The last number handed out is written last. */
  async isLoaded(house: House): Promise<boolean> {
    const row = await house.db.owner
      .selectFrom('numbers')
      .select('last')
      .where('federation_id', '=', house.federationId)
      .where('series', '=', 'SQ')
      .where('year', '=', 2023)
      .executeTakeFirst()
    return row !== undefined
  },

  async load(house: House, onProgress: (done: number, total: number) => void): Promise<void> {
    const matters = [...mattersOf2023(house), ...mattersOfToday(house)]
    for (let at = 0; at < matters.length; at += CHUNK) {
      const chunk = matters.slice(at, at + CHUNK)
      await asOwner(house.db, (tx) => insertMatters(tx, house, chunk))
      onProgress(Math.min(at + CHUNK, matters.length), matters.length)
    }
    await asOwner(house.db, (tx) => writeNumbers(tx, house, matters))
  },
}

/** All that closed in 2023 did so between its first and last working instant in Shenzhen. */
function mattersOf2023(house: House): Matter[] {
  const { from, to } = yearRange(2023)
  const first = Date.parse(from)
  const span = Date.parse(to) - first
  const dated = planYear().map((planned) => {
    const received = workingHour(new Date(first + planned.at * span))
    const steps = stepsToEnd(house, planned, received)
    const end = steps.at(-1)?.at ?? received
    // What would have run into 2024 came in earlier.
    const late = Date.parse(end) - (Date.parse(to) - 86_400_000)
    return {
      planned,
      steps:
        late > 0
          ? stepsToEnd(house, planned, workingHour(new Date(Date.parse(received) - late - 40 * 86_400_000)))
          : steps,
    }
  })
  dated.sort((a, b) => ((a.steps[0]?.at ?? '') < (b.steps[0]?.at ?? '') ? -1 : 1))
  return dated.map(({ planned, steps }, i) => ({ planned, seed: '2023', number: numberOf('2023', i + 1), steps }))
}

/** Came in during the last two weeks. */
function mattersOfToday(house: House): Matter[] {
  const now = house.clock()
  const dated = planOpen().map((planned) => ({ planned, steps: stepsToNow(house, planned, now) }))
  dated.sort((a, b) => ((a.steps[0]?.at ?? '') < (b.steps[0]?.at ?? '') ? -1 : 1))
  return dated.map(({ planned, steps }, i) => ({
    planned,
    seed: 'today',
    number: numberOf(dayOf(now).slice(0, 4), i + 1),
    steps,
  }))
}

/** Between nine and six in Shenzhen. */
const workingHour = (at: Date): string => {
  const hour = 1 + (at.getUTCMinutes() % 9)
  return new Date(
    Date.UTC(at.getUTCFullYear(), at.getUTCMonth(), at.getUTCDate(), hour, at.getUTCSeconds()),
  ).toISOString()
}

async function insertMatters(tx: Tx, house: House, matters: readonly Matter[]): Promise<void> {
  const rows: Rows = { disputes: [], appeals: [], case_events: [], deadlines: [], recoveries: [] }
  for (const { planned, seed, number, steps } of matters) addMatter(rows, house, planned, seed, number, steps)
  const ids = rows.appeals.map((row) => row.id)
  const { count } = await tx
    .selectFrom('appeals')
    .select(sql<number>`count(*)`.as('count'))
    .where('federation_id', '=', house.federationId)
    .where('id', 'in', ids)
    .executeTakeFirstOrThrow()
  if (count > 0) return // this chunk came in before an interruption
  await tx.insertInto('disputes').values(rows.disputes).execute()
  await tx.insertInto('appeals').values(rows.appeals).execute()
  await tx.insertInto('case_events').values(rows.case_events).execute()
  await tx.insertInto('deadlines').values(rows.deadlines).execute()
  if (rows.recoveries.length > 0) await tx.insertInto('recoveries').values(rows.recoveries).execute()
}

async function writeNumbers(tx: Tx, house: House, matters: readonly Matter[]): Promise<void> {
  const years = Map.groupBy(matters, (matter) => Number(matter.number.slice(2, 6)))
  const rows = [...years].flatMap(([year, all]) =>
    ['SQ', 'DS'].map((series) => ({ federation_id: house.federationId, series, year, last: all.length })),
  )
  await tx.insertInto('numbers').values(rows).execute()
}
