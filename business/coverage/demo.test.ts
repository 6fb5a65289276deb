import { existsSync, readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { actorOf } from '../../district/cast.ts'
import { leader } from '../../district/officers.ts'
import { personAt } from '../../district/persons.ts'
import { funnel } from '../../district/recipe.ts'
import { type OpenDistrict, openDistrict } from '../../district/testing.ts'
import { streets } from '../../district/tree.ts'
import { standingOf } from '../../kernel/access/actor.ts'
import type { ParsedOf } from '../../kernel/contract/contract.ts'
import { client } from '../../kernel/contract/contract.ts'
import { asOwner, inTransaction } from '../../kernel/db/database.ts'
import { perform } from '../../kernel/http/perform.ts'
import { byUnion } from '../../kernel/indicators/by-union.ts'
import { total, yearWindow } from '../../kernel/indicators/fold.ts'
import { defineLine } from '../../kernel/line.ts'
import { indicators } from '../organising/indicators.ts'
import { contract } from './contract.ts'
import { demo } from './demo.ts'
import { line } from './line.ts'

const SEED = process.env.FIGURES_2023 ?? new URL('../../../shared/seed/figures-2023.json', import.meta.url)
/** A cut of the 260 000 people: enough to hold the counting to the generator, which is tested by itself. */
const PERSONS = 2_000
const organising = defineLine({ ...line, slug: 'organising', indicators })
let district: OpenDistrict
beforeAll(async () => {
  district = await openDistrict(line, PERSONS)
  await demo.load(district.house, () => {})
}, 120_000)
afterAll(() => district.close())

const asDistrict = standingOf(actorOf(leader))
const window = yearWindow('440307', '440307.', 2023)
const figure = (name: string) => inTransaction(district.db, asDistrict, (tx) => total(tx, organising, name, window))
const asLeader = client('coverage', contract, (path, input) =>
  perform(district.house, line, path.split('/').at(-1) ?? '', input, { actor: actorOf(leader) }),
)

/** People as the report counts them: of the generator for all, of the database for those that were loaded. */
async function peopleOf2023(name: 'newMembers' | 'collected' | 'verified') {
  const { newcomer, verified, collected, renewed, latecomer } = funnel
  const all = {
    newMembers: newcomer + latecomer,
    collected: newcomer + verified + collected,
    verified: newcomer + verified + renewed + latecomer,
  }
  const day = { newMembers: 'joinedOn', collected: 'collectedOn', verified: 'verifiedOn' } as const
  const loaded = Array.from({ length: PERSONS }, (_, n) => personAt(n)).filter((person) =>
    person[day[name]]?.startsWith('2023'),
  )
  expect((await figure(name)).value, name).toBe(loaded.length)
  return all[name]
}

describe('the year 2023 in the database, with all that came after it', () => {
  test('has exactly the figures of the federation’s report', async () => {
    expect((await figure('unionsFounded')).value).toBe(250)
    expect((await figure('newFormUnions')).value).toBe(167)
    expect(await figure('coverage100')).toEqual({ value: 100, numerator: 884, denominator: 884 })
    const middle = await figure('coverage25')
    expect(middle).toMatchObject({ numerator: 4_812, denominator: 5_108 })
    expect(middle.value).toBeCloseTo(94.205, 3)
    expect(await peopleOf2023('newMembers')).toBe(54_281)
    expect(await peopleOf2023('collected')).toBe(105_702)
    expect(await peopleOf2023('verified')).toBe(225_428)
  })

  test.skipIf(!existsSync(SEED))(
    'agrees with the figures handed over by the federation (skipped where they are not at hand)',
    async () => {
      const { figures } = JSON.parse(readFileSync(SEED, 'utf8')) as {
        figures: { code: string; min: number; max: number; unit: string }[]
      }
      const wanted = figures.filter(({ code }) => code.startsWith('organising.'))
      expect(wanted).toHaveLength(7)
      for (const { code, min, max, unit } of wanted) {
        const name = code.split('.')[1] ?? ''
        const isOfPeople = name === 'newMembers' || name === 'collected' || name === 'verified'
        const value = isOfPeople ? await peopleOf2023(name) : (await figure(name)).value
        expect(organising.indicators?.[name]?.unit, code).toBe(unit)
        expect(value, code).toBeGreaterThanOrEqual(min)
        expect(value, code).toBeLessThanOrEqual(max)
      }
    },
  )

  test('is spread over all streets', async () => {
    for (const name of ['unionsFounded', 'base25', 'base100']) {
      const paths = streets.map(({ path }) => path)
      const { each, rest } = await inTransaction(district.db, asDistrict, (tx) =>
        byUnion(tx, organising, name, window, paths),
      )
      expect([Math.min(...each.map(({ value }) => value)) > 0, rest.value], name).toEqual([true, 0])
    }
  })

  test('has the rates on its last day that the page shows for that day', async () => {
    const { bands, full, members } = await asLeader.rates({ on: '2023-12-31' })
    expect(bands).toMatchObject([
      { band: '100+', base: 884, covered: 884, rate: 100 },
      { band: '25-99', base: 5_108, covered: 4_812, rate: 94.2 },
    ])
    expect([full.isFull, members]).toEqual([true, null])
  })
})

describe('the rates of today', () => {
  test('are alive: a few firms break the hundred, some wait to be counted, others are forgotten', async () => {
    const { bands, full, places } = await asLeader.rates({})
    const [large, middle] = bands
    expect(large).toMatchObject({ uncovered: 2, settling: 3, stale: 1, excluded: 1 })
    expect(large?.base).toBeGreaterThan(884)
    expect(middle?.stale).toBe(40)
    expect(middle?.rate).toBeGreaterThan(93)
    expect(full).toMatchObject({ isFull: false })
    expect(full.days).toBeGreaterThan(20)
    expect(places).toHaveLength(11)
    const months = await asLeader.trend({})
    expect(new Set(months.map((month) => month.middle.covered)).size).toBeGreaterThan(4)
  })

  test('show who may be next, in the order of the days, and why', async () => {
    const next = await asLeader.watch({})
    const kinds = new Set(next.map(({ kind }) => kind))
    expect([...kinds]).toEqual(expect.arrayContaining(['settling', 'growing', 'expiring', 'stale']))
    const days = next.flatMap(({ on }) => on ?? [])
    expect(days).toEqual(days.toSorted())
  })

  test('leave out a dozen firms in every state, one of them late to be decided, each with a name under it', async () => {
    const states = await asOwner(district.db, (tx) => tx.selectFrom('coverage').select('state').execute())
    const count = (state: string) => states.filter((row) => row.state === state).length
    expect(['proposed', 'approved', 'refused', 'ended'].map(count)).toEqual([3, 5, 2, 2])
    const inForce = await asLeader.exclusions({})
    expect(inForce).toHaveLength(5)
    expect(inForce.every(({ proposedBy, approvedBy }) => proposedBy && approvedBy && proposedBy !== approvedBy)).toBe(
      true,
    )
    const { rows } = await asLeader.list({ scope: 'open' } satisfies Partial<ParsedOf<typeof contract.list>>)
    const late = rows.filter(({ nextDueAt }) => nextDueAt !== null && nextDueAt < district.house.clock())
    expect(late).toHaveLength(1)
  })

  test('loading again after an interruption adds nothing', async () => {
    const count = () =>
      asOwner(district.db, async (tx) => ({
        counts: (await tx.selectFrom('headcounts').select('counted_on').execute()).length,
        events: (await tx.selectFrom('case_events').select('id').execute()).length,
      }))
    const before = await count()
    await demo.load(district.house, () => {})
    expect([await count(), await demo.isLoaded(district.house)]).toEqual([before, true])
  })
})
