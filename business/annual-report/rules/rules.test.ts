import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Block, figure, numbersOf, type Part, printed, words } from './body.ts'
import { canonical } from './canonical.ts'
import { check, type Facts } from './check.ts'
import { compose, paragraphOf, titleOf } from './compose.ts'
import { plainText, print } from './print.ts'
import { tidy } from './tidy.ts'
import { figureWords, targetWords } from './wording.ts'

const block = (level: Block['level'], ...parts: (string | Part)[]): Block => ({
  level,
  parts: parts.map((part) => (typeof part === 'string' ? words(part) : part)),
})

describe('headings', () => {
  test('are numbered by machine, each once, and anew under the next one above', () => {
    const body = [
      block(1, '回顾'),
      block(2, '甲'),
      block(3, '其一。'),
      block(4, '细目。'),
      block(3, '其二。'),
      block(2, '乙'),
      block(0, '正文。'),
      block(1, '思路'),
      block(2, '丙'),
      block(0, '正文。'),
    ]
    expect(numbersOf(body)).toEqual(['一、', '（一）', '1.', '（1）', '2.', '（二）', '', '二、', '（一）', ''])
  })

  test('with nothing under them are left out of print, and the numbers close up', () => {
    const body = [
      block(1, '回顾'),
      block(2, '空的'),
      block(2, '有的'),
      block(0, '正文。'),
      block(1, '也空'),
      block(0, ' '),
    ]
    expect(printed(body)).toEqual([true, false, true, true, false, false])
    expect(numbersOf(body)).toEqual(['一、', '', '（一）', '', '', ''])
  })

  test('count like people, past ten and twenty', () => {
    const numbers = numbersOf(Array.from({ length: 23 }, () => [block(2, '节'), block(0, '文')]).flat())
    expect(numbers.filter(Boolean).slice(8, 12)).toEqual(['（九）', '（十）', '（十一）', '（十二）'])
    expect(numbers.filter(Boolean).at(-1)).toBe('（二十三）')
  })

  test('never give a number twice, whatever the text', () => {
    const bodies = fc.array(fc.tuple(fc.constantFrom(0, 1, 2, 3, 4), fc.constantFrom('', '文')), { maxLength: 60 })
    fc.assert(
      fc.property(bodies, (made) => {
        const body = made.map(([level, text]) => block(level as Block['level'], text))
        const path: string[] = ['', '', '', '', '']
        const seen = new Set<string>()
        numbersOf(body).forEach((number, i) => {
          const level = body[i]?.level ?? 0
          if (!number) return
          path.fill('', level)
          path[level] = number
          expect(seen.has(path.join('/'))).toBe(false)
          seen.add(path.join('/'))
        })
      }),
    )
  })
})

describe('tidy text', () => {
  test('has Chinese marks, one way of spacing, dashes and dots as the standard has them', () => {
    expect(tidy(' 开展 42 个项目,惠及 3 万人次 ')).toBe('开展42个项目，惠及3万人次')
    expect(tidy('“暖蜂驿站”13个,“劳动者爱心角”51个')).toBe('“暖蜂驿站”13个，“劳动者爱心角”51个')
    expect(tidy('和谐音--创新')).toBe('和谐音——创新')
    expect(tidy('建会率 94.2 ％')).toBe('建会率94.2%')
    expect(tidy('工会(法院)机制')).toBe('工会（法院）机制')
    expect(tidy('IT+BT 战略, 12:30 开始')).toBe('IT+BT 战略，12:30开始')
    expect(tidy('等等...')).toBe('等等……')
  })

  test('stays as it is', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...'工会 ,，.。:-—…()（）“”％%12a')), (letters) => {
        const once = tidy(letters.join(''))
        expect(tidy(once)).toBe(once)
      }),
    )
  })
})

describe('print', () => {
  test('sets the words of tokens without stray spaces, each pointing at its annex', () => {
    const body = [
      block(2, '维权'),
      block(0, '处理诉求 ', figure('appeals.handled'), ', 挽回 ', figure('appeals.recovered'), '。'),
    ]
    const said = { 'appeals.handled': '894 宗', 'appeals.recovered': '3851 万元' } as Record<string, string>
    const text = print(body, (token) =>
      'figure' in token ? { text: said[token.figure] ?? '', annex: token.figure } : null,
    )
    expect(plainText(text)).toBe('（一）维权\n处理诉求894宗，挽回3851万元。')
    expect(text[1]?.runs[1]).toEqual({ text: '894宗', annex: 'appeals.handled' })
  })
})

describe('a first draft', () => {
  const sentences = [
    [
      ['受理', { figure: 'received' }],
      ['其中司机', { figure: 'drivers' }, '、快递员', { figure: 'couriers' }],
      ['按时率', { figure: 'rate' }],
    ],
    [['深化改革'], ['试点', { figure: 'pilots' }]],
  ]
  const said = (zeros: readonly string[]) =>
    plainText(
      print([{ level: 0, parts: paragraphOf(sentences, 'x', (code) => !zeros.includes(code.slice(2))) }], (token) => ({
        text: 'figure' in token ? `${token.figure.slice(2)}` : '',
      })),
    )

  test('leaves out what is nothing, and what hangs on it', () => {
    expect(said([])).toBe('受理received，其中司机drivers、快递员couriers，按时率rate。深化改革，试点pilots。')
    expect(said(['drivers'])).toContain('其中快递员couriers，')
    expect(said(['couriers'])).toContain('其中司机drivers，')
    expect(said(['received'])).toBe('按时率rate。深化改革，试点pilots。')
    expect(said(['pilots'])).not.toContain('深化')
    expect(said(['received', 'rate', 'pilots'])).toBe('')
  })

  test('has every section, also those of which nobody records anything yet, and the plan of the next year', () => {
    const body = compose({
      union: '龙岗区总工会',
      year: 2023,
      lines: [{ slug: 'x', report: { section: 'rights', sentences } }],
      counts: () => true,
      tasks: [{ title: '成立职工文化艺术团', line: 'culture', chapter: 'services' }],
      targets: [{ figure: 'federations.pilots', title: '试点', chapter: 'organising', said: '' }],
    })
    expect(body.filter(({ level }) => level === 2)).toHaveLength(14)
    expect(printed(body).filter(Boolean)).toHaveLength(1 + 1 + 2 + 1 + 4)
    expect(titleOf('龙岗区总工会', 2023)).toBe('龙岗区总工会2023年工作总结和2024年工作思路')
  })
})

describe('the words of a token', () => {
  const rate = { unit: '%', kind: 'rate' as const, value: 92, numerator: 813, denominator: 884, lastYear: 90 }
  test('may carry what a share rests on, the exact number, or last year', () => {
    expect(figureWords(rate, 'based', undefined)).toBe('92%（813/884）')
    expect(figureWords(rate, 'lastYear', undefined)).toBe('90%')
    expect(
      figureWords({ ...rate, unit: '家', kind: 'stock', value: 3512 }, 'worded', { digits: -2, qualifier: '余' }),
    ).toBe('3500 余家')
    expect(figureWords({ ...rate, value: null }, 'worded', undefined)).toBeNull()
  })

  test('of a target are those of the plan', () => {
    expect(targetWords({ unit: '人', comparator: '>=', number: 300, said: '' })).toBe('300 人以上')
    expect(targetWords({ unit: '%', comparator: '>=', number: 85, said: '力争85%以上' })).toBe('力争85%以上')
    expect(targetWords({ unit: '%', comparator: '>=', number: 100, said: '全部配备' })).toBe('达到100%')
    expect(targetWords({ unit: '人', comparator: '>=', number: null, said: '' })).toBeNull()
  })
})

describe('the reader of a draft', () => {
  const known = (value: number | null, target: number | null = null) => ({
    title: '发展会员',
    value,
    target: target === null ? null : { number: target, comparator: '>=' as const, reached: (value ?? 0) >= target },
  })
  const facts = (value: number | null, target: number | null = null, today = '2023-12-01'): Facts => ({
    figures: new Map([['a.b', known(value, target)]]),
    today,
    year: 2023,
    say: () => ({ text: '1 人' }),
  })
  const kindsOf = (body: Block[], of = facts(1)) => check(body, of).map(({ kind }) => kind)

  test('points out numbers typed by hand, and no years, names or ordinals', () => {
    expect(kindsOf([block(0, '处理诉求 894 宗，挽回3851万元，建会率达94.2%')])).toEqual(['typed', 'typed', 'typed'])
    expect(kindsOf([block(0, '2023年第十二届，“1+3”文件，25-99人企业，25至99人企业，3个月，“211”体系')])).toEqual([])
  })

  test('holds 提前 and 超额 against the target', () => {
    const body = [block(0, '发展会员', figure('a.b'), '，提前超额完成任务')]
    expect(kindsOf(body, facts(120, 100))).toEqual([])
    expect(kindsOf(body, facts(100, 100))).toEqual(['ahead'])
    expect(kindsOf(body, facts(120))).toEqual(['ahead'])
    expect(kindsOf(body, facts(120, 100, '2024-01-05'))).toEqual(['ahead'])
  })

  test('points out figures that are nothing, nested marks, two words for one thing, and headings twice', () => {
    expect(kindsOf([block(0, figure('a.b'))], facts(0))).toEqual(['zero'])
    expect(kindsOf([block(0, figure('a.b'))], facts(null))).toEqual(['untold'])
    expect(kindsOf([block(0, '《弹奏“民主管理“五部曲””》')])).toEqual(['quotes'])
    expect(kindsOf([block(0, '推进厂务公开'), block(0, '推进企务公开')])).toEqual(['names'])
    expect(kindsOf([block(2, '改革'), block(0, '文'), block(2, '改革'), block(0, '文')])).toEqual(['repeated'])
  })

  test('points out a heading that brought its own number along, and none that only begins with one', () => {
    const heads = ['一、工作回顾', '（二）维权', '1.诉求', '12、调解', '（3）法援']
    expect(kindsOf(heads.flatMap((head) => [block(2, head), block(0, '文')]))).toEqual(heads.map(() => 'numbered'))
    expect(kindsOf([block(2, '2023年工作回顾'), block(0, '一、二级工联会'), block(2, '一函两书')])).toEqual([])
  })
})

describe('canonical JSON', () => {
  test('is the same text whatever the order of keys', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (made) => {
        const turned = Object.fromEntries(Object.entries(made).reverse())
        const text = canonical(JSON.parse(JSON.stringify(made)))
        expect(canonical(JSON.parse(JSON.stringify(turned)))).toBe(text)
        expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(made)))
      }),
    )
  })
})
