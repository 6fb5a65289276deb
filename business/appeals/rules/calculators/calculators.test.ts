import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { annualLeave, doubleWage, leaveDays, monthsOf, overtime, severance } from './index.ts'

const money = fc.integer({ min: 100_000, max: 10_000_000 })

describe('compensation', () => {
  test.each([
    ['2020-03-01', '2023-02-28', 3],
    ['2020-03-01', '2023-03-01', 3.5],
    ['2020-03-01', '2023-08-31', 4],
    ['2020-03-01', '2023-08-30', 3.5],
    ['2023-01-01', '2023-01-02', 0.5],
    ['2023-01-01', '2022-12-31', 0],
  ])('from %s to %s are %d months of wage', (from, to, months) => {
    expect(monthsOf(from, to)).toBe(months)
  })

  test('three years at 8 000 yuan are 24 000, unlawful dismissal doubles them, a month in lieu of notice adds one', () => {
    const input = { from: '2020-03-01', to: '2023-02-28', averageWageFen: 800_000 }
    expect(severance({ ...input, kind: 'N' }, {}).totalFen).toBe(2_400_000)
    expect(severance({ ...input, kind: '2N' }, {}).totalFen).toBe(4_800_000)
    expect(severance({ ...input, kind: 'N+1', lastWageFen: 900_000 }, {}).totalFen).toBe(3_300_000)
  })

  test('over three times the average it is capped in wage and years, and without the average it says it could not check', () => {
    const input = { kind: 'N', from: '2000-01-01', to: '2023-12-31', averageWageFen: 6_000_000 } as const
    expect(severance(input, { averageFen: 1_000_000 }).totalFen).toBe(3_000_000 * 12)
    expect(severance(input, {}).notes.join()).toContain('没有核对三倍封顶')
  })

  test('more time or more wage never means less money', () => {
    fc.assert(
      fc.property(money, money, fc.integer({ min: 0, max: 400 }), fc.integer({ min: 0, max: 400 }), (a, b, c, d) => {
        const at = (wage: number, months: number) =>
          severance(
            {
              kind: 'N',
              from: '1990-01-01',
              to: new Date(Date.UTC(1990, months, 1)).toISOString().slice(0, 10),
              averageWageFen: wage,
            },
            {},
          ).totalFen
        expect(at(Math.max(a, b), Math.max(c, d))).toBeGreaterThanOrEqual(at(Math.min(a, b), Math.min(c, d)))
      }),
    )
  })
})

describe('wages', () => {
  test('ten hours on a working day at 4 350 yuan a month are 375 yuan', () => {
    expect(overtime({ monthlyWageFen: 435_000, workdayHours: 10, restDayHours: 0, holidayHours: 0 }, {}).totalFen).toBe(
      37_500,
    )
  })

  test('what was paid is taken off, never below nothing, and a wage under the minimum is said', () => {
    const result = overtime(
      { monthlyWageFen: 200_000, workdayHours: 1, restDayHours: 0, holidayHours: 0, paidFen: 999_999 },
      { minimumFen: 236_000 },
    )
    expect(result.totalFen).toBe(0)
    expect(result.notes.join()).toContain('低于最低工资')
  })

  test.each([
    ['2023-01-01', '2023-01-31', 0],
    ['2023-01-01', '2023-04-30', 3],
    ['2021-01-01', '2023-12-31', 11],
  ])('without a contract from %s to %s a second wage is due for %d months', (from, to, months) => {
    expect(doubleWage({ from, to, monthlyWageFen: 100 }).totalFen).toBe(months * 100)
  })

  test('leave is 0, 5, 10 or 15 days by years of work, paid twice more when not taken', () => {
    expect([0.5, 1, 9.9, 10, 20].map(leaveDays)).toEqual([0, 5, 5, 10, 15])
    expect(annualLeave({ totalYears: 3, takenDays: 2, monthlyWageFen: 217_500 }).totalFen).toBe(60_000)
    expect(annualLeave({ totalYears: 3, takenDays: 0, monthlyWageFen: 217_500, daysThisYear: 100 }).totalFen).toBe(
      20_000,
    )
  })
})
