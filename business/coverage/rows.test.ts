import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { seededId } from '../../district/random.ts'
import { small } from '../../district/small.ts'
import { openSmall } from '../../district/testing.ts'
import { addDays } from '../../kernel/calendar/days.ts'
import { asOwner, type Tx } from '../../kernel/db/database.ts'
import { line } from './line.ts'
import { firmsAt, oneDay, spansOf } from './rows.ts'
import { rateOf } from './rules/words.ts'

/** The neighbouring district has one firm without a fresh count: what a run adds there is all there is. */
const { federationId, community, street } = small.other
const START = '2024-06-01'
let district: Awaited<ReturnType<typeof openSmall>>
beforeAll(async () => {
  district = await openSmall([line])
})
afterAll(() => district.close())

const someDay = fc.nat(900).map((days) => addDays(START, days))
const spell = fc.record({ from: someDay, days: fc.option(fc.nat(500), { nil: null }) })
const someFirm = fc.record({
  opened: someDay,
  closed: fc.option(fc.nat(600), { nil: null }),
  counts: fc.uniqueArray(
    fc.record({
      on: someDay,
      headcount: fc.integer({ min: 10, max: 180 }),
      source: fc.constantFrom('declared', 'social_insurance'),
    }),
    { selector: ({ on }) => on, maxLength: 5 },
  ),
  unions: fc.uniqueArray(fc.record({ ...{ spell }, union: fc.nat(2) }), {
    selector: (u) => u.spell.from,
    maxLength: 3,
  }),
  excluded: fc.option(fc.record({ from: someDay, days: fc.integer({ min: 1, max: 200 }) }), { nil: null }),
})
type SomeFirm = typeof someFirm extends fc.Arbitrary<infer F> ? F : never

const unionIds = [0, 1, 2].map((n) => seededId('drawn union', n))
const until = ({ from, days }: { from: string; days: number | null }) => (days === null ? null : addDays(from, days))

async function addUnions(tx: Tx, foundings: readonly string[]): Promise<void> {
  await tx
    .insertInto('orgs')
    .values(
      unionIds.map((id, n) => ({
        federation_id: federationId,
        id,
        parent_id: community.id,
        path: `${community.path}D${n}.`,
        kind: 'enterprise' as const,
        code: `D${n}`,
        name: `工会${n}`,
        short_name: `工会${n}`,
        form: n === 0 ? ('joint' as const) : ('single' as const),
        founded_on: foundings[n] ?? START,
        valid_from: foundings[n] ?? START,
        valid_to: n === 2 ? addDays(foundings[n] ?? START, 300) : null,
      })),
    )
    .execute()
}

/** A firm with the history that was drawn, in place of the one the registry's trigger wrote. */
async function addFirm(tx: Tx, n: number, firm: SomeFirm): Promise<string> {
  const id = seededId('drawn firm', n)
  const key = { federation_id: federationId, enterprise_id: id }
  const closed_on = firm.closed === null ? null : addDays(firm.opened, firm.closed)
  await tx
    .insertInto('enterprises')
    .values({
      federation_id: federationId,
      id,
      org_path: community.path,
      name: `企业${n}`,
      industry: 'C',
      headcount: 1,
      headcount_on: firm.opened,
      headcount_source: 'declared',
      life: closed_on ? 'moved' : 'alive',
      opened_on: firm.opened,
      closed_on,
    })
    .execute()
  await tx.deleteFrom('headcounts').where('enterprise_id', '=', id).execute()
  const counts = firm.counts.toSorted((a, b) => (a.on < b.on ? -1 : 1))
  const rows = counts.map(({ on, headcount, source }, i) => ({
    ...key,
    counted_on: on,
    next_on: counts[i + 1]?.on ?? null,
    headcount,
    source: source as 'declared',
  }))
  if (rows.length > 0) await tx.insertInto('headcounts').values(rows).execute()
  const unions = firm.unions.map(({ spell: span, union }) => ({
    ...key,
    union_id: unionIds[union] ?? '',
    from_on: span.from,
    to_on: until(span),
  }))
  if (unions.length > 0) await tx.insertInto('enterprise_unions').values(unions).execute()
  if (firm.excluded) await exclude(tx, id, firm.excluded.from, addDays(firm.excluded.from, firm.excluded.days))
  return id
}

const exclude = (tx: Tx, enterpriseId: string, from: string, to: string) =>
  tx
    .insertInto('coverage')
    .values({
      federation_id: federationId,
      id: enterpriseId,
      number: enterpriseId,
      title: '列入不计',
      state: 'approved',
      org_path: community.path,
      unit_path: street.path,
      enterprise_id: enterpriseId,
      reason: 'moved',
      evidence_sealed: 'x',
      until_on: to,
      approved_on: from,
      created_at: '2024-06-01T01:00:00Z',
      updated_at: '2024-06-01T01:00:00Z',
    })
    .execute()

async function countAt(tx: Tx, day: string) {
  const rows = await tx
    .selectFrom(firmsAt(federationId, oneDay(day)).as('f'))
    .selectAll()
    .execute()
  const of = (band: string) => {
    const base = rows.filter((row) => row.band === band && row.status === 'counted')
    return { base: base.length, covered: base.filter((row) => row.union_id !== null).length }
  }
  return { rows, large: of('100+'), middle: of('25-99') }
}

async function spansAt(tx: Tx, day: string) {
  const { rows } = await sql<{ band: string; base: number; covered: number }>`
    select s.band, count(*) filter (where s.base @> ${day}::date) as base,
      count(*) filter (where s.base @> ${day}::date and s.cover @> ${day}::date) as covered
    from ${spansOf(federationId)} s group by 1`.execute(tx)
  const of = (band: string) => {
    const { base = 0, covered = 0 } = rows.find((row) => row.band === band) ?? {}
    return { base, covered }
  }
  return { large: of('100+'), middle: of('25-99') }
}

/** Runs on the database and leaves nothing behind. */
const trying = (work: (tx: Tx) => Promise<void>) => {
  const enough = new Error('enough')
  return asOwner(district.db, async (tx) => {
    await work(tx)
    throw enough
  }).catch((error: unknown) => {
    if (error !== enough) throw error
  })
}

const drawn = fc.record({
  firms: fc.array(someFirm, { minLength: 1, maxLength: 10 }),
  foundings: fc.array(someDay, { minLength: 3, maxLength: 3 }),
  days: fc.array(someDay, { minLength: 6, maxLength: 6 }),
})
const runs = { numRuns: 25 }

describe('whatever the firms, their counts, unions and exclusions', () => {
  test('each firm stands once, the covered are among the base, and the spans of a trend say the same as the day', async () => {
    await fc.assert(
      fc.asyncProperty(drawn, ({ firms, foundings, days }) =>
        trying(async (tx) => {
          await addUnions(tx, foundings)
          for (const [n, firm] of firms.entries()) await addFirm(tx, n, firm)
          for (const day of days) {
            const { rows, large, middle } = await countAt(tx, day)
            expect(new Set(rows.map((row) => row.enterprise_id)).size).toBe(rows.length)
            for (const { base, covered } of [large, middle]) {
              const rate = rateOf(covered, base)
              expect(covered <= base && (rate === null || (rate >= 0 && rate <= 100))).toBe(true)
            }
            expect(await spansAt(tx, day)).toEqual({ large, middle })
          }
        }),
      ),
      runs,
    )
  })

  test('a firm without a union never raises the rate, and leaving out a covered one lowers both parts', async () => {
    const plain = { opened: START, closed: null, unions: [], excluded: null }
    await fc.assert(
      fc.asyncProperty(drawn, ({ firms, foundings, days: [day = START] }) =>
        trying(async (tx) => {
          await addUnions(tx, foundings)
          for (const [n, firm] of firms.entries()) await addFirm(tx, n, firm)
          const before = await countAt(tx, day)
          await addFirm(tx, 100, { ...plain, counts: [{ on: day, headcount: 150, source: 'social_insurance' }] })
          const { rows, large } = await countAt(tx, day)
          expect(large).toEqual({ base: before.large.base + 1, covered: before.large.covered })
          expect(
            (rateOf(large.covered, large.base) ?? 0) <= (rateOf(before.large.covered, before.large.base) ?? 100),
          ).toBe(true)
          const covered = rows.find((row) => row.status === 'counted' && row.union_id !== null)
          if (!covered) return
          await tx.deleteFrom('coverage').where('enterprise_id', '=', covered.enterprise_id).execute()
          await exclude(tx, covered.enterprise_id, day, addDays(day, 1))
          const after = await countAt(tx, day)
          const of = covered.band === '100+' ? 'large' : 'middle'
          const was = of === 'large' ? large : before.middle
          expect(after[of]).toEqual({ base: was.base - 1, covered: was.covered - 1 })
        }),
      ),
      runs,
    )
  })
})
