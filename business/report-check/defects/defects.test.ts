import { existsSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readReport } from '../claims/read.ts'
import type { DefectKind, Source } from '../rules/words.ts'
import { findDefects } from './find.ts'
import { chineseOf } from './headings.ts'

const defectsOf = (text: string, source: Source = 'text') => findDefects(text, readReport(text), source)
const kindsIn = (text: string, source?: Source) => defectsOf(text, source).map(({ kind }) => kind)
const linesOf = (text: string, kind: DefectKind) =>
  defectsOf(text)
    .filter((one) => one.kind === kind)
    .map(({ line }) => line)

/** As an office would hand it in: numbered by hand without a slip, full-width marks, rates with their parts. */
const CLEAN = [
  '某市总工会2025年工作总结',
  '一、2025年工作情况',
  '（一）加强思想引领',
  '　　开展宣讲活动32场，受众1200人次。“工会大讲堂”走进企业，讲“听得懂、记得住”的道理。',
  '（二）做实维权服务',
  '　　办理职工诉求310宗，其中办结305宗，法律援助28宗。百人以上企业应建会120家，已建会113家，建会率94.2%。',
  '　　1.调解。组织调解员56名，覆盖IT行业（AI、5G）企业，每日10:30接待，咨询电话0755-12345。',
  '　　2.慰问。表彰先进个人30名、先进集体13个，发放慰问金12.5万元（详见附件）。',
  '二、2026年工作思路',
  '（一）提高质量',
  '　　力争建会率达到95%以上——这是全年的重点。',
].join('\n')

describe('a text without fault', () => {
  test('gets no remark, as plain text, as Word or as PDF', () => {
    for (const source of ['text', 'word', 'pdf'] as const) expect(defectsOf(CLEAN, source), source).toEqual([])
  })
})

describe('a rate', () => {
  test.each([
    '发现隐患93处，化解90处，化解率96.8%。',
    '项目\t预算（万元）\t决算（万元）\t执行率（%）\n维权\t9500.00\t8906.12\t93.75',
  ])('has its base where two numbers beside it make it: %s', (text) => {
    expect(kindsIn(text)).not.toContain('rate-without-base')
  })
  test('has none where the numbers beside it make another', () => {
    expect(kindsIn('发现隐患93处，化解80处，化解率96.8%。')).toContain('rate-without-base')
  })
})

describe('points within a paragraph', () => {
  test('are counted like headings', () => {
    expect(kindsIn('一是抓组建，二是抓维权，三是抓服务。')).toEqual([])
    expect(kindsIn('一是抓组建，二是抓维权，四是抓服务。')).toEqual(['skipped-heading'])
    expect(kindsIn('一是抓组建，二是抓维权，二是抓服务。')).toEqual(['repeated-heading'])
  })
  test('too long for a heading have their place in the order', () => {
    const long =
      '（2）各街道、社区和产业工会都要按照年度安排，把新就业形态劳动者入会、实名认证和信息采集等工作逐项落到实处，做到底数清、情况明、服务好、管得住'
    expect(kindsIn(`（1）建会。略。\n${long}。\n（3）服务。略。`)).not.toContain('skipped-heading')
  })
})

describe('headings', () => {
  test('with the same number twice are both marked, and what follows from the slip is not', () => {
    const text = '（一）甲事\n\n（二）乙事\n（二）丙事\n（三）丁事'
    expect(defectsOf(text).map(({ kind, quote, line }) => ({ kind, quote, line }))).toEqual([
      { kind: 'repeated-heading', quote: '（二）乙事', line: 3 },
      { kind: 'repeated-heading', quote: '（二）丙事', line: 4 },
    ])
  })

  test('that leave a number out are marked once, with the number that belongs there', () => {
    const [first, ...more] = defectsOf('一、甲\n二、乙\n四、丁\n五、戊')
    expect(first).toMatchObject({ kind: 'skipped-heading', line: 3 })
    expect(first?.words).toContain('应为 三、')
    expect(more).toEqual([])
  })

  test('count anew below each heading above them', () => {
    expect(kindsIn('一、甲\n（一）乙\n（二）丙\n二、丁\n（一）戊\n1.己\n2.庚\n（二）辛\n1.壬')).toEqual([])
  })

  test('numbered without a slip are never marked, however many there are', () => {
    const tree = fc.array(fc.array(fc.integer({ min: 0, max: 4 }), { maxLength: 15 }), { minLength: 1, maxLength: 12 })
    fc.assert(
      fc.property(tree, (chapters) => {
        const text = chapters.flatMap((parts, c) => [
          `${chineseOf(c + 1)}、工作`,
          ...parts.flatMap((points, p) => [
            `（${chineseOf(p + 1)}）办事`,
            ...Array.from({ length: points }, (_, i) => `${i + 1}.细处`),
          ]),
        ])
        expect(kindsIn(text.join('\n'))).toEqual([])
      }),
    )
  })
})

describe('each class of fault', () => {
  test.each<[DefectKind, string, string]>([
    ['page-mark', '干部职工要认真学习\n— 6 —\n深入贯彻落实', '— 6 —'],
    ['page-mark', '甲事办了\n第 6 页 共 9 页\n乙事办了', '第 6 页 共 9 页'],
    ['stray-space', '总结\n 活动丰富多彩，职工满意', ' 活动丰富多彩，'],
    ['half-width-punctuation', '建成驿站,服务职工。', '站,服'],
    ['half-width-punctuation', '建成驿站(点)，服务职工。', '站(点'],
    ['double-hyphen', '唱响和谐--记某企业。', '响和谐--记某企'],
    ['nested-quotes', '开展“学习“二十大”精神”活动。', '“二十大”精神”活动。'],
    ['unpaired-quotes', '开展“我们的节日活动。', '“我们的节日活动。'],
    ['quoted-award', '论文获“全国论文二等奖”。', '二等奖”'],
    ['unit-drift', '办理诉求20宗，受理诉求5宗。调解案件8件。', '8件'],
    ['unit-drift', '举办讲座5场。开展宣讲8场次、慰问9场次。', '5场'],
    ['name-drift', '推进厂务公开。规范厂务公开。开展企务公开示范。', '企务公开'],
    ['coded-name-reused', '制定“1+3”工作指引。印发“1+3”管理办法。', '“1+3”管理办法'],
    ['rate-without-base', '百人以上企业建会率达100%。', '100%'],
    ['total-without-base', '信息采集105人，实名认证225人。', '225人'],
    ['done-without-target', '各项工作均提前超额完成年度任务。', '各项工作均提前超额完成年度任务'],
    ['unsplit-sum', '表彰先进个人和集体共43个。', '43个'],
    ['unsplit-sum', '签订安全专项集体合同和女职工专项集体合同2344份。', '2344份'],
  ])('%s is found where it stands: %s', (kind, text, quote) => {
    const own = defectsOf(text).filter((one) => one.kind === kind)
    expect(own.map((one) => one.quote)).toEqual([quote])
    expect(own[0]?.words.length).toBeGreaterThan(8)
  })

  test('spaces beside digits are told once, with both counts and an example of the rarer way', () => {
    const text =
      '开展 42 个项目，培训 50 名，慰问 30 人。\n新建250家，采集105人，共13个，慰问629场，评出50名，救助4户。'
    const [only] = defectsOf(text).filter(({ kind }) => kind === 'mixed-spacing')
    expect(only).toMatchObject({ line: 1, quote: '开展 42' })
    expect(only?.words).toContain('6 处空格、12 处不空')
  })

  test('hard-wrapped text without indents is told so once; a Word file, whose indents are no letters, is not', () => {
    const wrapped = Array.from(
      { length: 12 },
      () =>
        '全区各级工会认真落实市总工会和区委的部署要求，\n\n服务职工、服务基层，办成了一批职工看得见的实\n\n事好事。',
    ).join('\n\n')
    expect(kindsIn(wrapped).sort()).toEqual(['hard-break', 'lost-indent'])
    expect(kindsIn(wrapped, 'pdf')).toEqual([])
  })

  test('a mark of a page is a PDF’s own', () => {
    expect(kindsIn('干部职工要认真学习\n— 6 —\n深入贯彻落实', 'pdf')).toEqual([])
  })

  test('many of one kind become one remark with their number', () => {
    const text = Array.from({ length: 30 }, () => '驿站,服务职工。').join('\n')
    const defects = defectsOf(text)
    expect(defects).toHaveLength(1)
    expect(defects[0]?.words).toContain('全文共 30 处')
  })
})

describe('any text at all', () => {
  const scrap = fc.constantFrom(
    '（一）',
    '“',
    '”',
    '--',
    ',',
    '12',
    '人',
    '建会率',
    '100%',
    '\n',
    '\r\n',
    '\f',
    '　',
    ' ',
    '— 6 —',
    '职工',
    '。',
    '𠮷',
  )
  test('is read without a fault of ours, and every quote stands in it where it is said to stand', () => {
    fc.assert(
      fc.property(fc.array(scrap, { maxLength: 120 }), (scraps) => {
        const text = scraps.join('')
        for (const { quote, start, end, line } of defectsOf(text)) {
          expect(text.slice(start, end)).toBe(quote)
          expect(text.slice(0, start).split(/\r\n|[\n\r\f\u2028]/)).toHaveLength(line)
        }
      }),
    )
  })
})

const SEED = new URL('../../../../shared/seed/report-2023.txt', import.meta.url)

test.skipIf(!existsSync(SEED))(
  'the federation’s own report of 2023, where it lies beside the project, has its known faults at their lines',
  () => {
    const text = readFileSync(SEED, 'utf8')
    expect(linesOf(text, 'repeated-heading')).toEqual([157, 175])
    expect(linesOf(text, 'stray-space')).toEqual([1, 45, 90, 135, 180, 277, 324, 371])
    expect(linesOf(text, 'page-mark')).toEqual([228])
    expect(linesOf(text, 'half-width-punctuation')).toEqual([141, 230])
    expect(linesOf(text, 'double-hyphen')).toEqual([149])
    expect(linesOf(text, 'quoted-award')).toContain(153)
    expect(linesOf(text, 'coded-name-reused')[0]).toBe(206)
    expect(linesOf(text, 'rate-without-base')).toEqual([135, 135])
    expect(linesOf(text, 'total-without-base')).toEqual([139])
    expect(linesOf(text, 'unsplit-sum')).toEqual([89, 110])
    expect(linesOf(text, 'unit-drift')).toEqual([116, 122, 134])
    for (const kind of ['lost-indent', 'hard-break', 'mixed-spacing'] as const)
      expect(linesOf(text, kind)).toHaveLength(1)
    expect(linesOf(text, 'unpaired-quotes')).toEqual([])
    expect(linesOf(text, 'name-drift').length).toBeGreaterThanOrEqual(6)
  },
)
