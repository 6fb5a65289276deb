import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readReport } from '../claims/read.ts'
import { isTrue, slipOf, stepOf } from './agreement.ts'
import { anotherBody } from './body.ts'
import type { KnownFigure } from './candidates.ts'
import { judge } from './match.ts'

const figures: KnownFigure[] = [
  { code: 'appeals.handled', title: '接报处理职工诉求', unit: '宗', value: 894 },
  { code: 'appeals.recovered', title: '处理诉求帮助职工争取经济利益', unit: '元', value: 38_510_000 },
  { code: 'mediation.recovered', title: '诉前调解为职工争取经济利益', unit: '元', value: 4_619_900 },
  { code: 'collective-contracts.signed', title: '签订集体合同', unit: '份', value: null },
  { code: 'legal-aid.counselStreets', title: '配备法律顾问的街道总工会', unit: '个', value: 11 },
  { code: 'legal-aid.counselFederations', title: '配备法律顾问的一二级社区工联会', unit: '个', value: 27 },
  { code: 'training.participations', title: '素质提升培训惠及职工', unit: '人次', value: 30_000 },
  { code: 'early-warning.inspected', title: '排查重点企业', unit: '家', value: 3541 },
]
const targets = [
  {
    figure: 'contracts.instructors',
    title: '专业化集体协商指导员队伍',
    unit: '人',
    year: 2024,
    comparator: '>=',
    number: 300,
  },
]
const judged = (text: string) => judge(readReport(text).claims, figures, targets)
const verdictsOf = (text: string) => judged(text).map(({ figure, verdict }) => [figure, verdict])

describe('a claim is held against the figure it speaks of', () => {
  test('by what it counts and its measure word', () => {
    expect(verdictsOf('接报处理职工诉求894宗，帮助职工争取经济利益3851万元。')).toEqual([
      ['appeals.handled', 'agrees'],
      ['appeals.recovered', 'agrees'],
    ])
  })

  test('two sums for the same purpose are told apart by their sentence', () => {
    expect(verdictsOf('受理诉前调解案件，为职工争取经济利益461.99万元。')).toEqual([['mediation.recovered', 'agrees']])
  })

  test('neighbours in one row each find their own', () => {
    expect(verdictsOf('为11个街道总工会、27个一二级社区工联会配备法律顾问。')).toEqual([
      ['legal-aid.counselStreets', 'agrees'],
      ['legal-aid.counselFederations', 'agrees'],
    ])
  })

  test('余 is true of what it rounds down', () => {
    expect(verdictsOf('累计排查全区重点企业3500余家。')).toEqual([['early-warning.inspected', 'agrees']])
    expect(verdictsOf('累计排查全区重点企业3600余家。')).toEqual([['early-warning.inspected', 'differs']])
  })

  test('人 is not 人次', () => {
    expect(verdictsOf('素质提升培训惠及职工3万人。')).toEqual([[null, 'not in our records']])
  })

  test('what differs says ours and what may have happened', () => {
    const [one] = judged('接报处理职工诉求849宗。')
    expect(one).toMatchObject({ verdict: 'differs', ours: 894, figure: 'appeals.handled' })
    expect(one?.why).toContain('894')
    expect(one?.why).toContain('换位')
  })

  test('what no line records yet is not in our records, by name', () => {
    const [one] = judged('签订集体合同2230份。')
    expect(one).toMatchObject({ verdict: 'not in our records', figure: 'collective-contracts.signed' })
    expect(one?.why).toContain('还没有业务登记')
  })

  test('what nobody here counts is not in our records', () => {
    expect(verdictsOf('新增口袋公园5座。')).toEqual([[null, 'not in our records']])
  })

  test('an aim is a target, and says when the plan has another number', () => {
    const [one] = judged('二、2024年工作思路\n建立320人的专业化集体协商指导员队伍。')
    expect(one).toMatchObject({ verdict: 'target', figure: 'contracts.instructors', ours: 300 })
    expect(one?.why).toContain('不同')
  })
})

describe('a claim of another time, place or part never differs', () => {
  const own = (text: string) =>
    judge(readReport(`龙岗区总工会2023年工作总结\n2024年1月\n一、工作回顾\n${text}`).claims, figures, targets)
  test.each([
    ['2022年接报处理职工诉求1003宗。', ['not in our records']],
    ['接报处理职工诉求894宗，同比下降10.9%，上年为1003宗。', ['agrees', 'not in our records', 'not in our records']],
    ['布吉街道接报处理职工诉求894宗。', ['not in our records']],
    ['全市接报处理职工诉求8940宗。', ['not in our records']],
    ['上半年接报处理职工诉求412宗。', ['not in our records']],
    ['接报处理职工诉求912宗，其中建筑业农民工接报处理职工诉求312宗。', ['differs', 'not in our records']],
    ['受理和处理诉求849宗。', ['differs']],
    ['处理职工诉求849宗。', ['differs']],
  ])('%s', (text, verdicts) => {
    expect(own(text).map(({ verdict }) => verdict)).toEqual(verdicts)
  })

  test('and says of what it speaks', () => {
    expect(own('布吉街道接报处理职工诉求120宗。')[0]?.why).toContain('布吉街道')
  })
})

describe('what a clause says beyond a title', () => {
  const known: KnownFigure[] = [
    ...figures,
    { code: 'appeals.onTime', title: '按期办结职工诉求', unit: '宗', value: 845 },
    { code: 'appeals.onTimeRate', title: '职工诉求按期办结率', unit: '%', value: 94.519 },
    { code: 'organising.unionsFounded', title: '新建基层工会组织', unit: '家', value: 250 },
    { code: 'organising.newMembers', title: '发展会员', unit: '人', value: 54_281 },
    { code: 'organising.base100', title: '百人以上应建会企业', unit: '家', value: 884 },
    { code: 'organising.covered100', title: '百人以上已建会企业', unit: '家', value: 884 },
    { code: 'organising.coverage100', title: '百人以上企业建会率', unit: '%', value: 100 },
    { code: 'organising.covered25', title: '25 至 99 人已建会企业', unit: '家', value: 4812 },
    { code: 'unions.alive', title: '基层工会', unit: '家', value: 4841 },
    { code: 'federations.visits', title: '工联会走访企业', unit: '次', value: 697 },
  ]
  const own = (text: string) =>
    judge(readReport(`龙岗区总工会2023年工作总结\n2024年1月\n一、工作回顾\n${text}`).claims, known, [])
  const told = (text: string) =>
    own(text).map(({ verdict, figure }) => (verdict === 'not in our records' ? '-' : `${figure} ${verdict}`))

  test.each([
    ['制造业企业新建基层工会96家。', ['-']],
    ['制造业企业新建基层工会96家。全区共新建基层工会205家。', ['-', 'organising.unionsFounded differs']],
    ['青年职工发展会员21300人，女职工发展会员54281人。', ['-', '-']],
    ['国有企业建会率100%，社区党委走访企业697次，网格员走访企业697次。', ['-', '-', '-']],
    ['前三季度发展会员54281人，每家工联会平均走访企业697次。', ['-', '-']],
    ['“十四五”以来累计发展会员54281人。', ['-']],
    ['法律援助案件按期办结率94.5%。', ['-']],
    ['【平湖街道总工会年终盘点】\n辖区发展会员54281人。', ['-']],
    ['【上半年组建工作】\n全区发展会员54281人。', ['-']],
    ['今年1至6月，发展会员54281人。', ['-']],
    ['近三年发展会员15万人。', ['-']],
    ['（一）上半年工作\n1.组建\n发展会员25000人。', ['-']],
    ['（一）坂田街道\n1.组建\n发展会员2500人。', ['-']],
    ['横岗片区发展会员5428人。', ['-']],
    ['基层工会新增310家，百人以上应建会企业新增84家。', ['-', '-']],
    ['25人以上企业建会率94.2%。', ['-']],
    ['街道｜发展会员（人）｜备注\n龙城｜7020｜无\n合计｜54281｜无', ['-', 'organising.newMembers agrees']],
  ])('narrows it to a part that we do not count: %s', (text, verdicts) => {
    expect(told(text)).toEqual(verdicts)
  })

  test.each([
    ['全年办结职工诉求894宗。', ['appeals.handled agrees']],
    ['有250个基层工会年内批复成立。', ['organising.unionsFounded agrees']],
    ['吸收新会员54281人。', ['organising.newMembers agrees']],
    ['通过工会业务系统、窗口等渠道，接报处理各类职工诉求894宗。', ['appeals.handled agrees']],
    ['聚焦主责主业新建工会250家。', ['organising.unionsFounded agrees']],
    ['在布吉街道召开现场会，全年新增会员54281人。', ['organising.newMembers agrees']],
    ['百人以上企业应建会884家、已建会884家。', ['organising.base100 agrees', 'organising.covered100 agrees']],
    ['25—99人企业已建会4812家。', ['organising.covered25 agrees']],
  ])('may be the same in other words: %s', (text, verdicts) => {
    expect(told(text)).toEqual(verdicts)
  })

  test.each([
    ['吸收新会员54218人。', ['organising.newMembers differs']],
    ['25至99人企业已建会4821家。', ['organising.covered25 differs']],
    ['接报处理职工诉求894宗，其中按期办结854宗。', ['appeals.handled agrees', 'appeals.onTime differs']],
    ['接报处理职工诉求894宗 → 在规定期限内办结845宗', ['appeals.handled agrees', 'appeals.onTime agrees']],
    ['百人以上应建会企业884家，已建会848家。', ['organising.base100 agrees', 'organising.covered100 differs']],
    ['各项工作稳中有进：全年吸收会员4.86万人。', ['organising.newMembers differs']],
    ['工联会走访企业697次。\n工联会年内走访企业769次。', ['federations.visits agrees', 'federations.visits differs']],
  ])('is wrong in other words too, also where the right number stands elsewhere: %s', (text, verdicts) => {
    expect(told(text)).toEqual(verdicts)
  })

  test('knows the words in which a line writes its figure, and what its definition says', () => {
    const pooled = {
      code: 'membership.pooled',
      title: '会员池里的会员',
      unit: '人',
      value: 6,
      definition: '期末在街道会员池里、还没有工会接收的会员',
      alike: ['由街道会员池服务的会员'],
    }
    const verdicts = judge(readReport('年末由街道会员池服务的会员6人，还没有工会接收的会员8人。').claims, [pooled], [])
    expect(verdicts.map(({ verdict }) => verdict)).toEqual(['agrees', 'not in our records'])
  })

  test('is said, so that the reader sees why', () => {
    expect(own('制造业企业新建基层工会96家。')[0]?.why).toContain('制造业')
  })
})

describe('a report of another body', () => {
  test.each([
    ['坪山区总工会2023年工作总结', '坪山区总工会'],
    ['深圳市总工会2023年工作报告', '深圳市总工会'],
    ['龙岗区人民法院2023年劳动争议白皮书', '龙岗区人民法院'],
    ['龙岗区平湖街道总工会2023年工作总结', '龙岗区平湖街道总工会'],
    ['恒澜电机公司工会2023年工作总结', '恒澜电机公司工会'],
    ['2023年坪山区总工会工作总结', '坪山区总工会'],
    ['龙岗区龙岗街道总工会2023年工作总结', '龙岗区龙岗街道总工会'],
    ['共青团龙岗区委2023年工作总结', '共青团龙岗区委'],
    ['龙岗区各级工会2023年工作总结', undefined],
    ['龙岗区总工会2023年工作总结', undefined],
    ['深圳市龙岗区总工会二〇二三年工作总结', undefined],
    ['龙岗区2023年政府工作报告', undefined],
    ['深圳市龙岗区总工会办公室2023年工作总结', undefined],
    ['龙岗区产业工人队伍建设改革2023年工作总结', undefined],
    ['龙岗工会2023年工作总结', undefined],
    ['区总工会2023年工作总结', undefined],
    ['权益保障部2023年工作总结', undefined],
    ['2023年工作总结', undefined],
    ['某区总工会2023年工作总结', undefined],
  ])('%s', (title, body) => {
    expect(anotherBody(title, '龙岗区总工会')).toBe(body)
  })

  test('is known as such by a street too', () => {
    expect(anotherBody('龙岗区平湖街道总工会2023年工作总结', '平湖街道总工会')).toBeUndefined()
    expect(anotherBody('龙岗区总工会2023年工作总结', '平湖街道总工会')).toBe('龙岗区总工会')
  })

  test('has every number read, and none is in our records', () => {
    const { claims } = readReport('坪山区总工会2023年工作总结\n接报处理职工诉求894宗，签订集体合同2230份。')
    const verdicts = judge(claims, figures, targets, '坪山区总工会')
    expect(verdicts.map(({ verdict, figure, why }) => [verdict, figure, why])).toEqual(
      Array(2).fill(['not in our records', null, '说的是“坪山区总工会”，没有记录可对']),
    )
  })
})

describe('what is true of a number', () => {
  const said = (
    value: number,
    comparator: '=' | '>' | '>=' | '<' | '<=' | '≈',
    qualifier: string | null,
    quote: string,
  ) => ({ value, comparator, qualifier, quote })
  test('a plain number is held to the place it is told', () => {
    expect(stepOf({ quote: '3851 万元', value: 38_510_000 })).toBe(10_000)
    expect(stepOf({ quote: '94.2%', value: 94.2 })).toBeCloseTo(0.1)
    expect(isTrue(said(94.2, '=', null, '94.2%'), 94.205)).toBe(true)
    expect(isTrue(said(94.2, '=', null, '94.2%'), 94.3)).toBe(false)
    expect(isTrue(said(894, '=', null, '894宗'), 895)).toBe(false)
  })
  test('超 is more, 以上 is at least, 近 is a little less', () => {
    expect(isTrue(said(2_500_000, '>', '超', '超250万人次'), 2_500_000)).toBe(false)
    expect(isTrue(said(2_500_000, '>', '超', '超250万人次'), 2_512_408)).toBe(true)
    expect(isTrue(said(85, '>=', '以上', '85%以上'), 85)).toBe(true)
    expect(isTrue(said(100, '<', '近', '近百名'), 96)).toBe(true)
    expect(isTrue(said(100, '<', '近', '近百名'), 101)).toBe(false)
  })
  test('every exact number agrees with itself and with nothing one step away', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9_999_999 }), (value) => {
        const one = said(value, '=', null, `${value}人`)
        expect(isTrue(one, value)).toBe(true)
        expect(isTrue(one, value + 1)).toBe(false)
      }),
    )
  })
  test('slips are named', () => {
    const slip = (value: number, ours: number) => slipOf({ value, quote: String(value) }, ours)
    expect(slip(2320, 2230)).toBe('swapped')
    expect(slip(3851, 38_510_000)).toBe('shifted')
    expect(slip(189, 1894)).toBe('lost')
    expect(slip(95.4, 94.519)).toBe('swapped')
    expect(slip(894, 894)).toBeUndefined()
    expect(slip(700, 894)).toBeUndefined()
  })
})
