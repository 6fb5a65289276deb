import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { firstDraft } from '../../business/annual-report/draft.ts'
import { materialOf, sayBy } from '../../business/annual-report/report.ts'
import { plainText, print } from '../../business/annual-report/rules/print.ts'
import { castOf } from '../../business/organising/demo/scenes.ts'
import { readReport } from '../../business/report-check/claims/read.ts'
import { recordsFor } from '../../business/report-check/figures.ts'
import { judged } from '../../business/report-check/judging.ts'
import { actorOf } from '../../district/cast.ts'
import { insertRows } from '../../district/insert.ts'
import { loadDistrict } from '../../district/load.ts'
import { actorAt, leader } from '../../district/officers.ts'
import { personRow } from '../../district/rows.ts'
import { personsOf } from '../../district/sampling.ts'
import { communitiesOf, streets } from '../../district/tree.ts'
import type { Actor } from '../../kernel/access/actor.ts'
import { standingOf } from '../../kernel/access/actor.ts'
import { fixedClock } from '../../kernel/calendar/clock.ts'
import type { OutputOf } from '../../kernel/contract/contract.ts'
import { freshKeys } from '../../kernel/crypto/keys.ts'
import { createSealer } from '../../kernel/crypto/seal.ts'
import type { House } from '../../kernel/ctx.ts'
import { asOwner, type Database, inTransaction, type Tx } from '../../kernel/db/database.ts'
import { createFileStore } from '../../kernel/documents/store.ts'
import { newCtx } from '../../kernel/http/new-ctx.ts'
import { perform } from '../../kernel/http/perform.ts'
import type { contract } from '../../kernel/indicators/contract.ts'
import { type Part, partsOf, totals, type Value, type Window } from '../../kernel/indicators/fold.ts'
import { line as figures } from '../../kernel/indicators/line.ts'
import { recordsOf } from '../../kernel/indicators/records.ts'
import { windowsOf } from '../../kernel/indicators/windows.ts'
import { addToOutbox } from '../../kernel/jobs/outbox.ts'
import { testDatabase } from '../../kernel/testing/database.ts'
import { demos } from './demonstration.ts'
import { assembleHouse } from './house.ts'
import { lines } from './lines.ts'

/** A cut of the 260 000 people that holds everybody whom a line's year needs. */
const PERSONS = 24_000
const NOW = '2026-11-20T03:00:00.000Z'
let db: Database
let house: House
const dir = mkdtempSync(join(tmpdir(), 'nuanfeng-sums-'))

beforeAll(async () => {
  db = await testDatabase()
  const sealer = createSealer(freshKeys())
  await loadDistrict(db, sealer, { persons: PERSONS })
  const founders = castOf().flat().flatMap(personsOf)
  await asOwner(db, (tx) =>
    insertRows(
      tx,
      'persons',
      founders.filter(({ n }) => n >= PERSONS).map((one) => personRow(one, sealer)),
    ),
  )
  const clock = fixedClock(NOW)
  house = await assembleHouse({
    db,
    federationId: '440307',
    lines,
    sealer,
    files: createFileStore({ dir, sealer, maxBytes: 1024 * 1024 }),
    clock,
    later: (tx, job, data, options) => addToOutbox(tx, '440307', clock(), job, data, options ?? {}),
  })
  for (const demo of demos) await demo.load(house, () => {})
}, 400_000)
afterAll(async () => {
  await db.close()
  rmSync(dir, { recursive: true, force: true })
})

type Total = OutputOf<typeof contract.list>[number]
type Page = OutputOf<typeof contract.get>
const years = ['2023', '2026'] as const
const street = streets[2]!
const community = communitiesOf(street.code)[0]!
const levels = ['440307.', street.path, community.path]
const actorOfLevel = (path: string): Actor => (path === '440307.' ? actorOf(leader) : actorAt(path))

const list = async (actor: Actor, period: string, orgPath?: string) =>
  (await perform(house, figures, 'list', { period, orgPath }, { actor })) as Total[]
const get = async (actor: Actor, period: string, code: string) =>
  (await perform(house, figures, 'get', { period, code }, { actor })) as Page
const within = <T>(actor: Actor, work: (tx: Tx) => Promise<T>): Promise<T> =>
  inTransaction(db, standingOf(actor), work, { readOnly: true })
const windowIn = (orgPath: string, period: string): Window => ({
  federationId: '440307',
  orgPath,
  ...windowsOf(period, NOW).now,
})
const all = lines.flatMap((line) => Object.keys(line.indicators ?? {}).map((name) => ({ line, name })))
const parts = new Map(all.flatMap(({ line, name }) => partsOf(line, name)).map((part) => [part.code, part]))

type Years = Map<string, Value[]>
const known = { pages: new Map<string, Promise<Page>>(), years: new Map<string, Promise<Years>>() }
const once = <T>(found: Map<string, Promise<T>>, key: string, ask: () => Promise<T>): Promise<T> => {
  const answer = found.get(key) ?? ask()
  found.set(key, answer)
  return answer
}

/** The page of a figure at a place, asked for once. */
const pageOf = (path: string, period: string, code: string) =>
  once(known.pages, `${path} ${period} ${code}`, () => get(actorOfLevel(path), period, code))

/** Every figure at a place in each of the years, by code. */
const yearsAt = (path: string): Promise<Years> =>
  once(known.years, path, () => {
    const [first, ...others] = years.map((period) => windowIn(path, period))
    return within(actorOf(leader), (tx) => totals(tx, all, first!, [first!, ...others]))
  })
const toldOf = (value: Value | undefined) => (value?.denominator === 0 ? null : value?.value)
const sumOf = (values: readonly { value: number | null }[]) => values.reduce((all, { value }) => all + (value ?? 0), 0)

/** All rows behind a figure, page by page, and the number they fold to. */
async function folded(tx: Tx, part: Part, window: Window, limit: number): Promise<number> {
  const subjects: (string | null | undefined)[] = []
  let sum = 0
  let count = 0
  let after: string | undefined
  do {
    const page = await recordsOf(tx, part, window, { after, limit })
    expect(page.rows.length, part.code).toBeLessThanOrEqual(limit)
    for (const { value, subject } of page.rows) {
      sum += Number(value)
      count++
      subjects.push(subject)
    }
    after = page.next ?? undefined
  } while (after !== undefined)
  const { fold } = part.figure
  if (fold === 'distinct') return new Set(subjects).size
  return fold === 'sum' ? sum : count
}

describe.each(years)('every figure of %s', (period) => {
  test.each(levels)(
    'at %s is what the pages of its records fold to, whoever of the unions above asks',
    async (path) => {
      const own = await list(actorOfLevel(path), period)
      expect(await list(actorOf(leader), period, path)).toEqual(own)
      await within(actorOfLevel(path), async (tx) => {
        for (const [code, part] of parts) {
          const value = own.find((total) => total.code === code)?.value ?? Number.NaN
          const pages = Math.max(1, Math.ceil(value / 3))
          expect(
            await folded(tx, part, windowIn(path, period), part.figure.fold === 'sum' ? 40 : pages),
            code,
          ).toBeCloseTo(value, 2)
        }
      })
      for (const { code, line, kind, value, numerator, denominator } of own) {
        if (kind !== 'rate') continue
        const [over, under] = partsOf(lines.find(({ slug }) => slug === line)!, code.split('.')[1] ?? '')
        const of = (part: Part | undefined) => own.find((total) => total.code === part?.code)?.value
        expect([numerator, denominator], code).toEqual([of(over), of(under)])
        expect(value, code).toEqual(denominator ? ((numerator ?? 0) / denominator) * 100 : null)
      }
    },
  )

  test('of the district is the sum of its streets, and of a street that of its communities', async () => {
    for (const [above, below] of [
      ['440307.', streets.map(({ path }) => path)],
      [street.path, communitiesOf(street.code).map(({ path }) => path)],
    ] as const) {
      const whole = await list(actorOfLevel(above), period)
      const each = await Promise.all(below.map(yearsAt))
      for (const { code, value, numerator, denominator, lastYear } of whole) {
        const page = await pageOf(above, period, code)
        expect({ value: page.value, numerator: page.numerator, denominator: page.denominator }, code).toEqual({
          value,
          numerator,
          denominator,
        })
        expect(page.lastYear, code).toBe(lastYear)
        const found = below.map((path) => page.unions.find((union) => union.path === path)?.value)
        expect(found, code).toEqual(each.map((values) => toldOf(values.get(code)?.[years.indexOf(period)])))
        const part = parts.get(code)
        if (!part || part.figure.fold === 'distinct') continue
        expect(sumOf(page.unions), code).toBeCloseTo(value ?? Number.NaN, 2)
      }
    }
  })

  test('is in each month of its page what it is when asked for that month', async () => {
    const pages: Page[] = []
    for (const { line, name } of all) pages.push(await pageOf('440307.', period, `${line.slug}.${name}`))
    const months = (pages[0]?.months ?? []).map(({ month }) => month).filter((_, i) => i % 4 === 1)
    expect(months.length).toBeGreaterThan(1)
    for (const month of months) {
      const totals = await list(actorOf(leader), month)
      for (const page of pages) {
        const told = page.months.find((one) => one.month === month)
        const asked = totals.find(({ code }) => code === page.code)
        expect([told?.value, told?.lastYear], `${page.code} ${month}`).toEqual([asked?.value, asked?.lastYear])
      }
    }
    for (const page of pages) {
      const part = parts.get(page.code)
      if (part?.figure.kind !== 'flow' || part.figure.fold === 'distinct') continue
      expect(sumOf(page.months), page.code).toBeCloseTo(page.value ?? Number.NaN, 2)
    }
  })
})

test('hardly any figure is empty, so that the sums say something', async () => {
  const totals = (await Promise.all(years.map((period) => list(actorOf(leader), period)))).flat()
  const filled = new Set(totals.filter(({ value }) => value).map(({ code }) => code))
  const empty = all.map(({ line, name }) => `${line.slug}.${name}`).filter((code) => !filled.has(code))
  expect(empty.length, empty.join()).toBeLessThan(all.length / 10)
})

test('no page size loses or repeats a row, however many rows stand at one instant', async () => {
  const crowded = ['federations.visits', 'unions.committeeMembers', 'appeals.recovered', 'star-rating.granted']
  await within(actorOfLevel(community.path), async (tx) => {
    for (const code of crowded) {
      const part = parts.get(code)
      if (!part) throw new Error(code)
      const window = windowIn(community.path, '2023')
      const whole = await folded(tx, part, window, 10_000)
      await fc.assert(
        fc.asyncProperty(fc.integer({ min: 1, max: 12 }), async (limit) => {
          expect(await folded(tx, part, window, limit)).toBeCloseTo(whole, 2)
        }),
        { numRuns: 5 },
      )
    }
  })
})

test('the door pages through both parts of a rate', async () => {
  const ask = async (part: 'numerator' | 'denominator') => {
    const seen: string[] = []
    let after: string | undefined
    do {
      const page = (await perform(
        house,
        figures,
        'records',
        { period: '2023', code: 'appeals.onTimeRate', orgPath: street.path, part, limit: 9, after },
        { actor: actorOf(leader) },
      )) as { rows: { record: string }[]; next: string | null }
      seen.push(...page.rows.map(({ record }) => record))
      after = page.next ?? undefined
    } while (after !== undefined)
    return seen
  }
  const [rate] = (await list(actorOf(leader), '2023', street.path)).filter(({ code }) => code === 'appeals.onTimeRate')
  const [over, under] = [await ask('numerator'), await ask('denominator')]
  expect([over.length, under.length]).toEqual([rate?.numerator, rate?.denominator])
  expect(over.filter((record) => !under.includes(record))).toEqual([])
})

test.each([levels[0]!, levels[1]!])(
  'the report that the lines write at %s, read like anybody’s, agrees with the records',
  async (path) => {
    const actor = actorOfLevel(path)
    const { text, records } = await within(actor, async (tx) => {
      const ctx = newCtx(house, actor, tx)
      const body = await firstDraft(ctx, 2023)
      const material = await materialOf(ctx, { org_path: path, year: 2023 }, body)
      return {
        text: plainText(
          print(
            body,
            sayBy(material, (code) => code),
          ),
        ),
        records: await recordsFor(ctx, 2023),
      }
    })
    const { claims } = judged(
      { text: `${actor.orgName}2023年工作总结\n${text}`, source: 'text', read: readReport(text) },
      2023,
      records,
    )
    const facts = claims.filter(({ isTarget }) => !isTarget)
    expect(facts.length).toBeGreaterThan(10)
    expect(facts.filter(({ verdict }) => verdict !== 'agrees').map(({ quote, why }) => `${quote}: ${why}`)).toEqual([])
  },
)
