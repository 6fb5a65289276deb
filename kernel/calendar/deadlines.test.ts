import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, addMilliseconds, dayOf, instantAt, millisecondsBetween } from './days.ts'
import {
  amberAt,
  type DeadlineRule,
  defineDeadlines,
  dueAt,
  dueBefore,
  extendDue,
  isLate,
  isProvisional,
  resumeDue,
  ruleAt,
  standing,
} from './deadlines.ts'
import { publishedCalendar as calendar, createCalendar } from './holidays.ts'
import { statutoryDeadlines } from './statutory.ts'

const rule = (change: Partial<DeadlineRule> = {}): DeadlineRule => ({
  code: 'bargaining.reply',
  title: '答复协商要约',
  clock: 'legal',
  amount: 20,
  unit: 'naturalDays',
  basis: '《集体合同规定》第三十二条',
  sure: 'K',
  jurisdiction: 'CN',
  version: 1,
  validFrom: '2004-05-01',
  rollsToWorkingDay: true,
  ...change,
})
const dueDay = (change: Partial<DeadlineRule>, day: string) =>
  dayOf(dueAt(rule(change), instantAt(day, '10:30'), calendar))

describe('when a term ends', () => {
  test('the first day is not counted, and a last day in the National Day holiday moves to the day work resumes', () => {
    expect(dueDay({ amount: 15 }, '2023-09-14')).toBe('2023-10-07')
    expect(dueDay({ amount: 15, rollsToWorkingDay: false }, '2023-09-14')).toBe('2023-09-29')
  })

  test('a term of days ends with the last millisecond of its day in Shanghai', () => {
    expect(dueAt(rule({ amount: 1 }), '2026-01-05T01:00:00.000Z', calendar)).toBe('2026-01-06T15:59:59.999Z')
  })

  test('working days follow the notice, months end on the last day of a short month', () => {
    expect(dueDay({ amount: 5, unit: 'workingDays' }, '2023-09-28')).toBe('2023-10-11')
    expect(dueDay({ amount: 1, unit: 'months', rollsToWorkingDay: false }, '2023-01-31')).toBe('2023-02-28')
    expect(dueDay({ amount: 1, unit: 'years', rollsToWorkingDay: false }, '2024-02-29')).toBe('2025-02-28')
  })

  test('hours run through the night unless only office hours count', () => {
    const hours = { amount: 2, unit: 'hours', rollsToWorkingDay: false } as const
    const fridayEvening = instantAt('2026-03-06', '17:30')
    expect(dueAt(rule(hours), fridayEvening, calendar)).toBe(instantAt('2026-03-06', '19:30'))
    const office = rule({ ...hours, officeHoursOnly: true })
    expect(dueAt(office, fridayEvening, calendar)).toBe(instantAt('2026-03-09', '10:30'))
    expect(dueAt(office, instantAt('2026-03-06', '11:00'), calendar)).toBe(instantAt('2026-03-06', '15:00'))
    expect(dueAt(office, instantAt('2026-03-07', '08:00'), calendar)).toBe(instantAt('2026-03-09', '11:00'))
  })

  test('where the office has opening hours a term of days ends when it closes', () => {
    const due = dueAt(rule({ amount: 1, officeHoursOnly: true }), instantAt('2026-03-05', '10:00'), calendar)
    expect(due).toBe(instantAt('2026-03-06', '18:00'))
    const shut = createCalendar({ officeShifts: [] })
    expect(() => dueAt(rule({ officeHoursOnly: true }), instantAt('2026-03-05', '10:00'), shut)).toThrow(RangeError)
  })

  test('the one-year bar of a dispute of 2026 is known before the notice for 2027, and marked as movable', () => {
    const bar = ruleAt(statutoryDeadlines, 'labour.timeBar', '2026-05-01')
    const start = instantAt('2026-05-01', '09:00')
    expect(dayOf(dueAt(bar, start, calendar))).toBe('2027-05-01')
    expect(isProvisional(bar, start, calendar)).toBe(true)
    expect(isProvisional(bar, instantAt('2025-05-01', '09:00'), calendar)).toBe(false)
  })

  test('a notice five days before a hearing leaves five whole days, and falls back to a working day', () => {
    const notice = rule({ amount: 5 })
    expect(dayOf(dueBefore(notice, instantAt('2026-03-20', '09:00'), calendar))).toBe('2026-03-13')
    expect(dayOf(dueBefore(notice, instantAt('2026-03-18', '09:00'), calendar))).toBe('2026-03-12')
    expect(dayOf(dueBefore(notice, instantAt('2026-03-21', '09:00'), calendar))).toBe('2026-03-13')
    expect(dayOf(dueBefore(notice, instantAt('2027-03-20', '09:00'), calendar))).toBe('2027-03-14')
    const hours = rule({ amount: 24, unit: 'hours', rollsToWorkingDay: false })
    expect(dueBefore(hours, '2026-03-20T01:00:00.000Z', calendar)).toBe('2026-03-19T01:00:00.000Z')
  })
})

describe('which version holds', () => {
  const rules = defineDeadlines([
    rule(),
    rule({ jurisdiction: '44', amount: 30, validFrom: '2015-01-01', basis: '《广东省企业集体合同条例》' }),
    rule({ jurisdiction: '44', amount: 25, validFrom: '2026-07-01', version: 2, basis: '试用修订' }),
    rule({ clock: 'inner', amount: 10, validFrom: '2026-01-01', basis: '区总内部办理时限' }),
    rule({ code: 'old', validTo: '2020-01-01' }),
  ])
  const amountOn = (day: string, place?: string) => ruleAt(rules, 'bargaining.reply', day, place).amount

  test('Longgang follows Guangdong where Guangdong has a rule, and the nation before that', () => {
    expect(amountOn('2014-12-31', '440307')).toBe(20)
    expect(amountOn('2015-01-01', '440307')).toBe(30)
    expect(amountOn('2026-06-30', '440307')).toBe(30)
    expect(amountOn('2026-07-01', '440307')).toBe(25)
    expect(amountOn('2026-07-01', '330203')).toBe(20)
  })

  test('without a place the rule is given only while there is no choice to make', () => {
    expect(amountOn('2010-01-01')).toBe(20)
    expect(() => amountOn('2016-01-01')).toThrow('name the jurisdiction')
  })

  test('the inner clock is given when asked for', () => {
    expect(ruleAt(rules, 'bargaining.reply', '2026-02-01', '440307', 'inner').amount).toBe(10)
  })

  test('before the first version and from its last day on there is no rule, and the sentence says whom to ask', () => {
    expect(ruleAt(rules, 'old', '2019-12-31').amount).toBe(20)
    expect(() => ruleAt(rules, 'old', '2020-01-01')).toThrow('请系统管理员')
    expect(() => amountOn('2001-01-01', '440307')).toThrow('没有生效的期限规则')
  })

  test('the order in which versions are listed never matters, and a later version always takes over', () => {
    const days = fc.integer({ min: 0, max: 9000 }).map((n) => addDays('2000-01-01', n))
    fc.assert(
      fc.property(fc.uniqueArray(days, { minLength: 1, maxLength: 8 }), days, fc.nat(), (starts, day, seed) => {
        const versions = starts.map((validFrom, n) => rule({ validFrom, amount: n + 1, version: n + 1 }))
        const turned = versions.map((_, n) => versions[(n + seed) % versions.length] as DeadlineRule)
        const expected = starts
          .filter((from) => from <= day)
          .sort()
          .at(-1)
        if (expected === undefined) expect(() => ruleAt(turned, 'bargaining.reply', day)).toThrow()
        else expect(ruleAt(defineDeadlines(turned), 'bargaining.reply', day).validFrom).toBe(expected)
      }),
    )
  })

  test.each([
    [{ amount: 0 }, '大于零的整数'],
    [{ amount: 1.5 }, '大于零的整数'],
    [{ jurisdiction: '深圳' }, '行政区划代码'],
    [{ validFrom: '2026-02-30' }, '生效日期'],
    [{ validTo: '2004-05-01' }, '失效日期应晚于生效日期'],
    [{ unit: 'hours' }, '办公时间'],
    [{ basis: '' }, '依据的条文'],
    [{ extension: { amount: 0, unit: 'naturalDays', times: 1 } }, '延长时长'],
    [{ extension: { amount: 1, unit: 'naturalDays', times: 0 } }, '延长次数'],
  ] as [Partial<DeadlineRule>, string][])(
    'an administrator who enters %j is told what is wrong',
    (change, sentence) => {
      expect(() => defineDeadlines([rule(change)])).toThrow(sentence)
    },
  )

  test('two versions cannot begin on the same day', () => {
    expect(() => defineDeadlines([rule(), rule({ version: 2 })])).toThrow('同一天生效')
  })
})

describe('pause, extension and colour', () => {
  const award = ruleAt(statutoryDeadlines, 'labour.award', '2026-03-01')

  test('the award clock is extended once, by fifteen days', () => {
    const due = dueAt(award, instantAt('2026-03-02', '09:00'), calendar)
    expect(dayOf(due)).toBe('2026-04-16')
    expect(dayOf(extendDue(award, due, calendar))).toBe('2026-05-06')
    expect(() => extendDue(award, due, calendar, 1)).toThrow('最多延长1次')
    expect(() => extendDue(rule(), due, calendar)).toThrow('不能延长')
  })

  const instant = fc
    .integer({ min: 0, max: 90_000_000 })
    .map((s) => addMilliseconds('2023-01-01T00:00:00.000Z', s * 1000))
  const unit = fc.constantFrom('hours', 'naturalDays', 'workingDays', 'months', 'years' as const)

  test('no term ends before it starts, and a later start never ends earlier', () => {
    fc.assert(
      fc.property(
        instant,
        unit,
        fc.integer({ min: 1, max: 40 }),
        fc.boolean(),
        (start, unit, amount, officeHoursOnly) => {
          const length = unit === 'years' ? 1 : unit === 'months' ? Math.min(amount, 6) : amount
          const term = rule({ unit, amount: length, rollsToWorkingDay: unit !== 'hours', officeHoursOnly })
          const due = dueAt(term, start, calendar)
          expect(due > start).toBe(true)
          expect(dueAt(term, addMilliseconds(start, 3_600_000), calendar) >= due).toBe(true)
        },
      ),
    )
  })

  test('a clock that is paused and resumed is later by exactly the pause, and a dead clock is not revived', () => {
    fc.assert(
      fc.property(instant, fc.nat(9_000_000_000), fc.nat(9_000_000_000), (pausedAt, left, pause) => {
        const due = addMilliseconds(pausedAt, left)
        const resumed = resumeDue(due, pausedAt, addMilliseconds(pausedAt, pause))
        expect(millisecondsBetween(due, resumed)).toBe(pause)
      }),
    )
    const due = '2026-01-05T00:00:00.000Z'
    expect(resumeDue(due, '2026-01-06T00:00:00.000Z', '2026-01-09T00:00:00.000Z')).toBe(due)
    expect(() => resumeDue(due, '2026-01-04T00:00:00.000Z', '2026-01-03T00:00:00.000Z')).toThrow(RangeError)
  })

  test('a clock turns amber at four fifths of the way, red when late, and keeps red through a late pause', () => {
    const [startedAt, due] = ['2026-01-01T00:00:00.000Z', '2026-01-11T00:00:00.000Z']
    expect(amberAt(startedAt, due)).toBe('2026-01-09T00:00:00.000Z')
    expect(standing(due, '2026-01-08T23:59:59.999Z', { startedAt })).toBe('running')
    expect(standing(due, '2026-01-09T00:00:00.000Z', { startedAt })).toBe('soon')
    expect(standing(due, due, { startedAt })).toBe('soon')
    expect(standing(due, '2026-01-11T00:00:00.001Z', { startedAt })).toBe('late')
    expect(standing(due, '2026-02-01T00:00:00.000Z', { startedAt, pausedAt: '2026-01-05T00:00:00.000Z' })).toBe(
      'paused',
    )
    expect(standing(due, '2026-02-01T00:00:00.000Z', { startedAt, pausedAt: '2026-01-12T00:00:00.000Z' })).toBe('late')
    expect(standing(due, '2026-02-01T00:00:00.000Z', { startedAt, metAt: '2026-01-12T00:00:00.000Z' })).toBe('met')
    expect(isLate(due, '2026-01-12T00:00:00.000Z')).toBe(true)
    expect(standing(due, '2026-01-06T00:00:00.000Z', { startedAt, amberShare: 0.5 })).toBe('soon')
  })
})

test('every statutory clock names its article and starting event', () => {
  for (const deadline of statutoryDeadlines) {
    expect(deadline.basis).toMatch(/《.+》第.+条：/)
    expect(deadline.starts.length).toBeGreaterThan(3)
  }
})
