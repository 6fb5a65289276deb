import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { HANDLED, planOpen, planYear, RECOVERED_FEN } from '../demo/plan.ts'
import { stories } from '../demo/stories.ts'
import { crowdOf, handlingUnit, isRepeat, titleOf } from './matching.ts'
import { chineseNumber, headcountIn, triage } from './triage.ts'
import type { Category } from './words.ts'

describe('triage of a worker’s own words', () => {
  test.each([
    ['厂里八月起没有发工资，车间二十多人都没拿到，老板说等货款', 'wages', 20],
    ['站长克扣我的配送费', 'wages', null],
    ['我怀孕了公司要辞退我', 'women', null],
    ['送餐路上被撞骨折，站点说不算工伤', 'injury', null],
    ['公司从来不给我们缴社保', 'social_insurance', null],
    ['天天强制加班到十一点没有加班费', 'overtime', null],
    ['平台封了我的账号', 'dismissal', null],
    ['中介公司把我派遣到厂里', 'dispatch', null],
    ['宿舍漏水没人修', 'other', null],
    ['工资１２个月没发，我们３０个工友', 'wages', 30],
  ] as const)('“%s” is about %s', (story, category, headcount) => {
    const found = triage(story)
    expect(found.category).toBe(category)
    expect(found.headcount).toBe(headcount)
    if (category !== 'other') expect(found.clues.length).toBeGreaterThan(0)
  })

  test('every word that counted stands in the text', () => {
    for (const story of Object.values(stories).flat()) {
      for (const clue of triage(story).clues) expect(story.normalize('NFKC').replace(/\s/g, '')).toContain(clue.text)
    }
  })

  test('a denied word does not count, and danger is urgent', () => {
    expect(triage('公司并没有拖欠工资，只是宿舍太吵').clues).toEqual([])
    expect(triage('老板跑路了，工资没发')).toMatchObject({ isUrgent: true, urgentWord: '老板跑' })
  })

  test('nine of ten stories of each kind are recognised', () => {
    const all = (Object.entries(stories) as [Category, readonly string[]][]).flatMap(([category, texts]) =>
      texts.map((text) => ({ category, text: text.replace('{n}', '三').replace('{p}', '五') })),
    )
    const right = all.filter(({ category, text }) => triage(text).category === category)
    expect(right.length / all.length).toBeGreaterThanOrEqual(0.9)
  })

  test('it never fails, whatever is typed', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => triage(text).confidence >= 0))
  })

  test.each([
    ['二十七', 27],
    ['一百零五', 105],
    ['十', 10],
    ['两百多', 200],
    ['十几', 10],
    ['三千', 3000],
    ['好多', null],
  ] as const)('%s is %s', (text, number) => {
    expect(chineseNumber(text)).toBe(number)
  })

  test('the largest number of people counts', () => {
    expect(headcountIn('我们3个人，车间一共四十多名工人')).toBe(40)
    expect(headcountIn('三个月工资')).toBeNull()
  })
})

describe('matching', () => {
  test('the street handles, and the district where no street is known', () => {
    expect(handlingUnit('440307.003.012.')).toBe('440307.003.')
    expect(handlingUnit('440307.')).toBe('440307.')
  })

  test('a title holds what and how many, nobody’s name', () => {
    expect(titleOf('wages', 27)).toBe('工资被拖欠或少发，27 人')
    expect(titleOf('injury', 1)).toBe('工伤待遇')
  })

  test('a crowd counts other people of the same employer and matter that are still open', () => {
    const one = {
      id: 'a',
      personId: 'p',
      phoneIndex: null,
      enterpriseId: 'e',
      category: 'wages',
      headcount: 4,
      closed: false,
    } as const
    const others = [
      { ...one, id: 'b' },
      { ...one, id: 'c', personId: 'q', headcount: 7 },
      { ...one, id: 'd', personId: 'r', closed: true },
      { ...one, id: 'f', personId: 's', category: 'injury' as const },
    ]
    expect(isRepeat(one, others[0]!)).toBe(true)
    expect(crowdOf(one, others)).toBe(11)
  })
})

describe('the demonstration year', () => {
  test('has 894 handled appeals and 38 510 000 yuan won, in whole yuan', () => {
    const closed = planYear().filter((planned) => planned.ending === 'closed')
    expect(closed).toHaveLength(HANDLED)
    expect(closed.reduce((sum, planned) => sum + planned.recoveredFen, 0)).toBe(RECOVERED_FEN)
    expect(closed.every((planned) => planned.recoveredFen >= 0 && planned.recoveredFen % 100 === 0)).toBe(true)
  })

  test('is the same every time', () => {
    const key = (all: ReturnType<typeof planYear>) =>
      all.map((planned) => [planned.person.id, planned.category, planned.recoveredFen, planned.at].join())
    expect(key(planYear())).toEqual(key(planYear()))
    expect(key(planOpen())).toEqual(key(planOpen()))
  })
})
