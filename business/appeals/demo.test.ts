import { existsSync, readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { actorOf } from '../../district/cast.ts'
import { leader } from '../../district/officers.ts'
import { type OpenDistrict, openDistrict } from '../../district/testing.ts'
import { streets } from '../../district/tree.ts'
import { standingOf } from '../../kernel/access/actor.ts'
import { monthRange } from '../../kernel/calendar/days.ts'
import { asOwner, inTransaction } from '../../kernel/db/database.ts'
import { byUnion } from '../../kernel/indicators/by-union.ts'
import { yearWindow } from '../../kernel/indicators/fold.ts'
import { trendOf } from '../../kernel/indicators/trend.ts'
import { demo } from './demo.ts'
import { line } from './line.ts'

const SEED = new URL('../../../shared/seed/figures-2023.json', import.meta.url)
let district: OpenDistrict
beforeAll(async () => {
  district = await openDistrict(line, 1_000)
  await demo.load(district.house, () => {})
})
afterAll(() => district.close())

const window = yearWindow('440307', '440307.', 2023)
const asDistrict = standingOf(actorOf(leader))
const figure = (name: string) => district.figure(name, 2023)

describe('the year 2023 in the database', () => {
  test('has exactly the figures of the federation’s report', async () => {
    expect(await figure('handled')).toBe(894)
    expect(await figure('recovered')).toBe(38_510_000)
  })

  test.skipIf(!existsSync(SEED))(
    'agrees with the figures handed over by the federation (skipped where they are not at hand)',
    async () => {
      const { figures } = JSON.parse(readFileSync(SEED, 'utf8')) as {
        figures: { code: string; min: number; max: number; unit: string }[]
      }
      for (const { code, min, max, unit } of figures.filter((f) => f.code.startsWith('appeals.'))) {
        const name = code.split('.')[1] ?? ''
        expect(line.indicators?.[name]?.unit).toBe(unit)
        expect(await figure(name)).toBeGreaterThanOrEqual(min)
        expect(await figure(name)).toBeLessThanOrEqual(max)
      }
    },
  )

  test('is spread over all streets, all months, many channels and outcomes', async () => {
    const paths = streets.map(({ path }) => path)
    const { each, rest } = await inTransaction(district.db, asDistrict, (tx) =>
      byUnion(tx, line, 'handled', window, paths),
    )
    expect([Math.min(...each.map(({ value }) => value)) > 0, rest.value]).toEqual([true, 0])
    const spans = Array.from({ length: 12 }, (_, i) => monthRange(2023, i + 1))
    const months = await inTransaction(district.db, asDistrict, (tx) => trendOf(tx, line, 'handled', window, spans))
    expect(Math.min(...months.map(({ value }) => value))).toBeGreaterThan(0)
    const rows = await asOwner(district.db, (tx) =>
      tx
        .selectFrom('appeals')
        .select(['channel', 'answer_outcome', 'category', 'state'])
        .where('number', 'like', 'SQ2023%')
        .execute(),
    )
    const kinds = (column: keyof (typeof rows)[number]) => new Set(rows.map((row) => row[column])).size
    expect([kinds('channel'), kinds('category')]).toEqual([12, 8])
    expect(kinds('answer_outcome')).toBeGreaterThanOrEqual(4)
  })

  test('came in and was handled on days and at hours when offices are open', async () => {
    const events = await asOwner(district.db, (tx) =>
      tx
        .selectFrom('case_events')
        .select(['at', 'actor_org'])
        .where('actor_org', '<>', '')
        .where('verb', '<>', 'receive')
        .execute(),
    )
    const closed = events.filter(({ at }) => {
      const hour = (new Date(at).getUTCHours() + 8) % 24
      return hour < 9 || hour > 18
    })
    expect(closed).toEqual([])
  })
})

describe('the matters of today', () => {
  test('stand in every state on the way, mostly in time, some handed up to the district', async () => {
    const cards = await asOwner(district.db, (tx) =>
      tx.selectFrom('cases').select(['state', 'next_due_at', 'unit_path']).where('is_open', '=', true).execute(),
    )
    expect(new Set(cards.map((card) => card.state))).toEqual(
      new Set(['received', 'accepted', 'classified', 'assigned', 'signed', 'handling', 'answered']),
    )
    const late = cards.filter((card) => card.next_due_at !== null && card.next_due_at < district.house.clock())
    expect(late.length / cards.length).toBeLessThan(0.35)
    expect(late.length).toBeGreaterThan(0)
    expect(cards.some((card) => card.unit_path === '440307.')).toBe(true)
  })

  test('loading again after an interruption adds nothing', async () => {
    const count = () =>
      asOwner(district.db, async (tx) => (await tx.selectFrom('case_events').select('id').execute()).length)
    const before = await count()
    await asOwner(district.db, (tx) => tx.deleteFrom('numbers').execute())
    expect(await demo.isLoaded(district.house)).toBe(false)
    await demo.load(district.house, () => {})
    expect([await count(), await demo.isLoaded(district.house)]).toEqual([before, true])
  })
})
