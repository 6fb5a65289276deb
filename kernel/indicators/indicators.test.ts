import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { line as appeals } from '../../business/appeals/line.ts'
import { openAppeals } from '../../business/appeals/testing.ts'
import { type SmallPerson, small } from '../../district/small.ts'
import { standingOf } from '../access/actor.ts'
import { inTransaction, type Tx } from '../db/database.ts'
import { perform } from '../http/perform.ts'
import { byMonth, byUnion, figuresOf, recordsOf, total, yearWindow } from './fold.ts'
import { line } from './line.ts'

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

describe('a figure', () => {
  test('is the sum of its months, of its unions at each level, and of its records', async () => {
    for (const { name, figure } of figuresOf([appeals])) {
      if (figure.kind === 'rate') continue
      const { value } = await wang((tx) => total(tx, appeals, name, window))
      const sum = (rows: { value: number }[]) => rows.reduce((all, row) => all + Number(row.value), 0)
      expect(sum(await wang((tx) => byMonth(tx, appeals, name, window))), name).toBeCloseTo(value, 2)
      expect(sum(await wang((tx) => byUnion(tx, appeals, name, window))), name).toBeCloseTo(value, 2)
      const street = { ...window, orgPath: small.pinghu.path }
      expect(sum(await wang((tx) => byUnion(tx, appeals, name, street))), name).toBeCloseTo(
        (await wang((tx) => total(tx, appeals, name, street))).value,
        2,
      )
      const { rows } = await wang((tx) => recordsOf(tx, appeals, name, window, { limit: 100 }))
      expect(figure.fold === 'count' ? rows.length : sum(rows), name).toBeCloseTo(value, 2)
    }
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

describe('asked over the door', () => {
  const ask = (name: string, input: unknown, person: SmallPerson) =>
    perform(room.district.house, line, name, input, { actor: person.actor })

  test('opens to its very records, page by page', async () => {
    const first = (await ask('records', { year: 2026, code: 'appeals.handled', limit: 3 }, small.officerWang)) as {
      rows: { opens: string; number: string }[]
      next: string
    }
    expect(first.rows).toHaveLength(3)
    expect(first.rows[0]?.opens).toMatch(/^\/appeals\/[0-9a-f-]{36}$/)
    const rest = (await ask(
      'records',
      { year: 2026, code: 'appeals.handled', after: first.next },
      small.officerWang,
    )) as typeof first
    expect(rest.rows).toHaveLength(1)
  })

  test('shows a street its own and nobody another’s', async () => {
    const get = async (person: SmallPerson) =>
      (await ask('get', { year: 2026, code: 'appeals.handled' }, person)) as {
        value: number
        unions: { name: string; value: number }[]
      }
    expect((await get(small.officerLi)).value).toBe(4)
    expect((await get(small.officerYe)).value).toBe(0)
    expect((await get(small.officerWang)).unions.find((union) => union.name === '平湖街道')?.value).toBe(4)
    await expect(
      ask('get', { year: 2026, code: 'appeals.handled', orgPath: small.jihua.path }, small.officerLi),
    ).rejects.toMatchObject({ status: 403 })
    await expect(ask('get', { year: 2026, code: 'appeals.nothing' }, small.officerWang)).rejects.toMatchObject({
      status: 404,
    })
    await expect(ask('list', { year: 2026 }, small.systemAdmin)).rejects.toMatchObject({ status: 403 })
  })
})
