import { describe, expect, test } from 'vitest'
import { median, ratioOf } from './report.ts'
import { bareOf, planWrite, replayWrite, type Statement } from './statements.ts'

const ids = ['00000000-0000-7000-8000-000000000001', '00000000-0000-7000-8000-000000000002'] as const

/** One appeal as our server writes it. */
const recorded = (n: 0 | 1): Statement[] => [
  { sql: 'BEGIN; SET LOCAL ROLE nuanfeng_app', parameters: [] },
  { sql: 'insert into "idempotency_keys" values ($1)', parameters: [`key-${n}`] },
  { sql: 'insert into "numbers" values ($1, $2) returning "last"', parameters: ['440307', 'SQ'] },
  {
    sql: 'insert into "appeals" values ($1, $2, $3, $4, $5)',
    parameters: [ids[n], `SQ2026-000${n}`, `2026-01-05T01:00:0${n}.000Z`, 'wages', `sealed ${n}`],
  },
  { sql: 'insert into "case_events" values ($1)', parameters: [ids[n]] },
  { sql: 'select nf_audit($1)', parameters: ['digest'] },
  { sql: 'COMMIT', parameters: [] },
]

describe('the plain server', () => {
  test('sends what ours sent, without opening, double-click key and audit', () => {
    expect(bareOf(recorded(0)).map(({ sql }) => sql.split(' ')[2])).toEqual(['"numbers"', '"appeals"', '"case_events"'])
  })

  test('writes further appeals with their own id, number and instant, and everything else as recorded', async () => {
    const sent: unknown[][] = []
    const send = async (sql: string, parameters: readonly unknown[]) => {
      sent.push([...parameters])
      return sql.includes('numbers') ? [{ last: 41 }] : []
    }
    const plan = planWrite(recorded(0), recorded(1))
    const numbers = await replayWrite(plan, send, { id: () => 'fresh', now: () => 'now' })
    expect(numbers).toEqual(['0041'])
    expect(sent).toEqual([['440307', 'SQ'], ['fresh', 'SQ2026-0041', 'now', 'wages', 'sealed 0'], ['fresh']])
  })

  test('refuses two recordings that are not of the same request', () => {
    expect(() => planWrite(recorded(0), recorded(1).slice(0, 4))).toThrow('different statements')
  })
})

describe('the figures', () => {
  test('are medians of the rounds, and the ratio is ours to bare', () => {
    expect(median([9, 1, 5])).toBe(5)
    expect(median([4, 1, 2, 100])).toBe(3)
    const side = (...speeds: number[]) => ({
      statements: 1,
      rounds: speeds.map((perSecond) => ({ perSecond, p50: 1, p99: 1 })),
    })
    expect(ratioOf({ ours: side(10, 30, 20), bare: side(40, 40, 90) })).toBe(0.5)
  })
})
