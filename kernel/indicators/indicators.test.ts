import { CompiledQuery } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { line as appeals } from '../../business/appeals/line.ts'
import { openAppeals } from '../../business/appeals/testing.ts'
import { type SmallPerson, small } from '../../district/small.ts'
import { standingOf } from '../access/actor.ts'
import { monthRange } from '../calendar/days.ts'
import type { OutputOf } from '../contract/contract.ts'
import { asOwner, inTransaction, type Tx } from '../db/database.ts'
import { perform } from '../http/perform.ts'
import { byUnion } from './by-union.ts'
import { published } from './catalogue.ts'
import type { contract } from './contract.ts'
import { figuresOf, partsOf, total, totals, yearWindow } from './fold.ts'
import { line } from './line.ts'
import { recordsOf } from './records.ts'
import { trendOf } from './trend.ts'

let room: Awaited<ReturnType<typeof openAppeals>>
beforeAll(async () => {
  room = await openAppeals()
  for (const fen of [100_050, 250_000, 0]) {
    const id = await room.appealAt('answered', fen)
    await room.rider().rate({ id, satisfaction: fen ? 'satisfied' : 'basically' })
  }
  room.district.clock.set('2026-05-06T02:00:00.000Z')
  const late = await room.appealAt('handling')
  room.district.clock.advance({ days: 60 })
  await room.lin().answer({ id: late, answer: '晚了', outcome: 'advised' })
  await room.rider().rate({ id: late, satisfaction: 'dissatisfied' })
  await room.li().close({ id: late })
})
afterAll(() => room.district.close())

const wang = <T>(work: (tx: Tx) => Promise<T>) =>
  inTransaction(room.district.db, standingOf(small.officerWang.actor), work, { readOnly: true })
const window = yearWindow('440307', '440307.', 2026)
const months = Array.from({ length: 12 }, (_, i) => monthRange(2026, i + 1))
const streets = [small.pinghu.path, small.jihua.path, small.longcheng.path]
const sum = (values: readonly { value: number }[]) => values.reduce((all, { value }) => all + value, 0)

describe('a figure', () => {
  test('is the sum of its months, of its unions at each level, and of its records', async () => {
    for (const { name, figure } of figuresOf([appeals])) {
      if (figure.kind === 'rate') continue
      const { value } = await wang((tx) => total(tx, appeals, name, window))
      expect(sum(await wang((tx) => trendOf(tx, appeals, name, window, months))), name).toBeCloseTo(value, 2)
      const { each, rest } = await wang((tx) => byUnion(tx, appeals, name, window, streets))
      expect(sum([...each, rest]), name).toBeCloseTo(value, 2)
      const { rows } = await wang((tx) => recordsOf(tx, partsOf(appeals, name)[0], window, { limit: 100 }))
      expect(
        figure.fold === 'count' ? rows.length : sum(rows.map((row) => ({ value: Number(row.value) }))),
        name,
      ).toBeCloseTo(value, 2)
    }
  })

  test('is the same alone, among others, and in one of several spans', async () => {
    const names = Object.keys(appeals.indicators ?? {})
    const spans = [yearWindow('440307', '440307.', 2025), window, monthRange(2026, 3)]
    const all = await wang((tx) =>
      totals(
        tx,
        names.map((name) => ({ line: appeals, name })),
        window,
        spans,
      ),
    )
    for (const name of names) {
      for (const [i, span] of spans.entries()) {
        const alone = await wang((tx) => total(tx, appeals, name, { ...window, ...span }))
        expect(all.get(`appeals.${name}`)?.[i], name).toEqual(alone)
      }
    }
  })

  test('counts in spans that overlap what lies in each', async () => {
    const spans = [window, monthRange(2026, 3), { from: monthRange(2026, 3).from, to: monthRange(2026, 7).to }]
    const trend = await wang((tx) => trendOf(tx, appeals, 'handled', window, spans))
    expect(trend.map(({ value }) => value)).toEqual([4, 3, 4])
  })

  test('counts money to the fen and shows it in yuan', async () => {
    expect((await wang((tx) => total(tx, appeals, 'recovered', window))).value).toBe(3500.5)
  })

  test('as a rate comes with numerator and denominator, and 0 of 0 is 0', async () => {
    expect(await wang((tx) => total(tx, appeals, 'onTimeRate', window))).toEqual({
      value: 75,
      numerator: 3,
      denominator: 4,
    })
    expect((await wang((tx) => total(tx, appeals, 'onTimeRate', yearWindow('440307', '440307.', 2020)))).value).toBe(0)
  })

  test('ends with the year in Shanghai, not in Greenwich', () => {
    expect(window).toMatchObject({ from: '2025-12-31T16:00:00.000Z', to: '2026-12-31T16:00:00.000Z' })
  })
})

type Figure = OutputOf<typeof contract.get>
type Records = OutputOf<typeof contract.records>
const ask = (name: string, input: unknown, person: SmallPerson = small.officerWang) =>
  perform(room.district.house, line, name, input, { actor: person.actor })
const get = async (input: object, person?: SmallPerson) =>
  (await ask('get', { period: '2026', code: 'appeals.handled', ...input }, person)) as Figure

describe('asked over the door', () => {
  test('opens to its very records, page by page', async () => {
    const first = (await ask('records', { period: '2026', code: 'appeals.handled', limit: 3 })) as Records
    expect(first.rows).toHaveLength(3)
    expect(first.rows[0]?.opens).toMatch(/^\/appeals\/[0-9a-f-]{36}$/)
    const rest = (await ask('records', { period: '2026', code: 'appeals.handled', after: first.next })) as Records
    expect(rest.rows).toHaveLength(1)
    expect(
      (await ask('records', { period: '2026', code: 'appeals.handled', after: '？', limit: 3 })) as Records,
    ).toEqual(first)
  })

  test('shows a street its own and nobody another’s', async () => {
    expect((await get({}, small.officerLi)).value).toBe(4)
    expect((await get({}, small.officerYe)).value).toBe(0)
    expect((await get({})).unions.find((union) => union.name === '平湖街道')?.value).toBe(4)
    await expect(get({ orgPath: small.jihua.path }, small.officerLi)).rejects.toMatchObject({ status: 403 })
    await expect(get({ code: 'appeals.nothing' })).rejects.toMatchObject({ status: 404 })
    await expect(ask('list', { period: '2026' }, small.systemAdmin)).rejects.toMatchObject({ status: 403 })
    await expect(ask('list', { period: '今年' })).rejects.toMatchObject({ status: 400 })
  })

  test('tells each month that has begun beside that of last year, and the places in official order with their mean', async () => {
    const { months, unions, average, value, asOf } = await get({})
    expect(asOf).toBe('2026-07-05')
    expect(months.map(({ month }) => month)).toEqual(['01', '02', '03', '04', '05', '06', '07'].map((m) => `2026-${m}`))
    expect(months.filter((month) => month.value !== 0)).toEqual([
      { month: '2026-03', value: 3, numerator: null, denominator: null, lastYear: 0 },
      { month: '2026-07', value: 1, numerator: null, denominator: null, lastYear: 0 },
    ])
    expect(unions.map(({ path }) => path)).toEqual(await inOfficialOrder())
    expect(average).toBe((value ?? 0) / unions.length)
    const rate = await get({ code: 'appeals.onTimeRate' })
    expect(rate.average).toBe(75)
    expect(rate.months.map((month) => month.value)).toEqual([null, null, 100, null, null, null, 0])
    expect(rate.unions.map((union) => union.value).toSorted()).toEqual([75, ...unions.slice(1).map(() => null)])
  })

  test('compares a running period with the same days of last year, a past one with the whole of it', async () => {
    const lastYear = async (period: string) =>
      ((await ask('list', { period, codes: ['appeals.received'] })) as Figure[])[0]
    room.district.clock.set('2027-03-02T02:00:00.000Z')
    expect(await lastYear('2027')).toMatchObject({ asOf: '2027-03-02', value: 0, lastYear: 3 })
    expect(await lastYear('2026')).toMatchObject({ asOf: '2026-12-31', value: 4, lastYear: 0 })
    expect(await lastYear('2026-Q1')).toMatchObject({ asOf: '2026-03-31', value: 3 })
    expect(await lastYear('2026-03-01~2026-05-31')).toMatchObject({ asOf: '2026-05-31', value: 4 })
    room.district.clock.set('2026-07-05T02:00:00.000Z')
  })

  test('is held to the target of its year: a count only for the district, a rate for every union', async () => {
    await targetOf('appeals.handled', '>=', 5)
    await targetOf('appeals.onTimeRate', '>=', 70)
    const targets = async (input: object, person?: SmallPerson) =>
      (
        (await ask(
          'list',
          { period: '2026', codes: ['appeals.handled', 'appeals.onTimeRate'], ...input },
          person,
        )) as Figure[]
      ).map(({ target }) => target?.reached)
    expect(await targets({})).toEqual([false, true])
    expect(await targets({}, small.officerLi)).toEqual([undefined, true])
    expect(await targets({ period: '2026-H1' })).toEqual([undefined, undefined])
    expect(await targets({ group: 'newForm' })).toEqual([undefined, undefined])
  })
})

const inOfficialOrder = async () =>
  (
    await asOwner(room.district.db, (tx) =>
      tx
        .selectFrom('orgs')
        .select('path')
        .where('federation_id', '=', '440307')
        .where('kind', '=', 'street')
        .orderBy('sort')
        .orderBy('path')
        .execute(),
    )
  ).map(({ path }) => path)

const targetOf = (figure: string, comparator: '>=' | '<=', number: number) =>
  asOwner(room.district.db, (tx) =>
    tx
      .insertInto('targets')
      .values({
        federation_id: '440307',
        id: crypto.randomUUID(),
        figure,
        year: 2026,
        comparator,
        number,
        source: '2026 年度工作计划',
        issued_on: '2026-01-20',
        edited_at: '2026-01-20T02:00:00.000Z',
      })
      .execute(),
  )

describe('a group of workers', () => {
  const valueFor = async (group: string, code = 'appeals.handled') => (await get({ group, code })).value

  test('has the matters of its people, whoever asks', async () => {
    expect(await valueFor('newForm')).toBe(4)
    expect(await valueFor('industrial')).toBe(0)
    expect(await valueFor('newForm', 'appeals.recovered')).toBe(3500.5)
    expect(await valueFor('newForm', 'appeals.onTimeRate')).toBe(75)
    await asOwner(room.district.db, (tx) =>
      tx
        .updateTable('persons')
        .set({ is_new_form: false, enterprise_id: small.firms.factory.id, org_path: small.jihua.path })
        .where('id', '=', small.riderZhang.id)
        .execute(),
    )
    expect([await valueFor('newForm'), await valueFor('industrial')]).toEqual([0, 4])
    expect((await get({ group: 'industrial' }, small.officerLi)).value).toBe(4)
    const { rows } = (await ask('records', { period: '2026', code: 'appeals.handled', group: 'industrial' })) as Records
    expect(rows).toHaveLength(4)
  })

  test('that nothing records is said to be unrecorded, and its figures to be untold, not nought', async () => {
    expect(await get({ group: 'craft' })).toMatchObject({ value: null, lastYear: null, numerator: null })
    const { months, unions } = await get({ group: 'craft' })
    expect([...months, ...unions].filter(({ value }) => value !== null)).toEqual([])
    const groups = (await ask('groups', {})) as OutputOf<typeof contract.groups>
    expect(groups.map(({ group, isRecorded }) => [group, isRecorded])).toEqual([
      ['industrial', true],
      ['craft', false],
      ['newForm', true],
    ])
    expect(groups[0]?.definition).toContain('待区总工会确认')
  })

  test('is nobody’s to look up outside a scope, and of the funnel only what lies in it', async () => {
    const seen = (person: SmallPerson) =>
      inTransaction(room.district.db, standingOf(person.actor), async (tx) => {
        const { rows } = await tx.executeQuery<{ groups: number; days: number }>(
          CompiledQuery.raw(
            'select (select count(*) from person_groups) as groups, (select count(*) from person_days) as days',
          ),
        )
        return rows[0]
      })
    expect(await seen(small.workerLuo)).toEqual({ groups: 0, days: 0 })
    const [district, street] = [await seen(small.officerWang), await seen(small.officerLi)]
    expect(district?.groups).toBe(district?.days)
    expect(street?.groups).toBe(district?.groups)
    expect(street?.days).toBeLessThan(district?.days ?? 0)
  })
})

describe('what the federation publishes', () => {
  test('and no line of the house records is listed as such, without a number', async () => {
    const unrecorded = (await ask('unrecorded', {})) as OutputOf<typeof contract.unrecorded>
    expect(unrecorded).toHaveLength(published.length - 2)
    expect(unrecorded.some(({ line }) => line === 'appeals')).toBe(false)
    expect(unrecorded).toContainEqual({
      code: 'training.participations',
      title: '素质提升培训惠及职工',
      unit: '人次',
      kind: 'flow',
      line: 'training',
      lineTitle: '素质提升',
    })
    expect(unrecorded.filter(({ lineTitle }) => lineTitle === '')).toEqual([])
  })
})
