import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { joinLines } from './join.ts'
import { numberOfChinese } from './numerals.ts'
import { readReport } from './read.ts'

const said = (text: string) => readReport(text).claims.map(({ value, unit }) => `${value} ${unit ?? '-'}`)

describe('numbers as clerks write them', () => {
  test.each([
    ['接报处理职工诉求 894 宗，争取经济利益 3851 万元。', ['894 宗', '38510000 元']],
    ['覆盖职工 50 万余名，惠及 9.6 万余人次。', ['500000 人', '96000 人次']],
    ['共有党员１，２６８名，比例为１：４。', ['1268 人', '0.25 -']],
    ['举办讲座十二场，参加三千余人，满意率百分之九十五点五，近三成是女职工。', ['12 场', '3000 人', '95.5 %', '30 %']],
    ['事故率降至 1.9‰，下降 0.3 个百分点，是上年的 1.8 倍。', ['1.9 ‰', '0.3 个百分点', '1.8 倍']],
    ['会员由 5.2 万人增加到 6.1 万人。', ['52000 人', '61000 人']],
    ['一、二、三季度分别开展 12、15 和 18 场。', ['12 场', '15 场', '18 场']],
    ['每场 20 至 30 人。', ['20 人', '30 人']],
    ['发现问题 134 个，已整改 129，整改率 96.3%。', ['134 个', '129 个', '96.3 %']],
    ['发放慰问金 54.7 万。', ['547000 元']],
    ['建成“1+11+59”工会法律服务站（点）。', ['71 个']],
    ['基层工会6，318个，收入214，386，507.18元。', ['6318 个', '214386507.18 元']],
    ['分别为12，315，407人。', ['12 人', '315 人', '407 人']],
    ['服务46.8万+人次，听课5.6w人次。', ['468000 人次', '56000 人次']],
    ['归集6842.37万元（上年6205.9），补贴（万元）：362.5。', ['68423700 元', '62059000 元', '3625000 元']],
    ['投入分别为120和85.5万元，每个补助3—5万元。', ['1200000 元', '855000 元', '30000 元', '50000 元']],
    ['粉丝由年初的6.2万增加到9.7万人。', ['62000 人', '97000 人']],
    ['收诉求31件。来访14，办结12；青年联谊1场，男28、女26。', ['31 件', '14 件', '12 件', '1 场', '28 人', '26 人']],
    ['带动20万名以上职工比武，求人倍率1.21。', ['200000 人', '1.21 -']],
    ['投入分别为620、540和420万元。', ['6200000 元', '5400000 元', '4200000 元']],
    ['资金有三点二个亿，花了三个多亿，平均每户补了两千八。', ['320000000 元', '300000000 元', '2800 元']],
    ['每单由一块五涨到三块，首月工资九十八块五。', ['1.5 元', '3 元', '98.5 元']],
    ['男女选手的比例是三比一。', ['3 -']],
    ['换空调5,600+台，建议3.9w条，播放41.8w，送温暖2.36亿+元。', ['5600 台', '39000 条', '418000 次', '236000000 元']],
    ['3200来号人，女的1100多，最远的骑了15里地，送锦旗4面。', ['3200 人', '1100 人', '15 里', '4 面']],
    ['要回来87.36万，光钱就2.4万，花钱不超过3万。', ['873600 元', '24000 元', '30000 元']],
    ['查出的12个问题已销号，同一个工位上站了三十二年，讲了126堂课。', ['12 个', '32 年', '126 堂']],
    ['3.9w条　合理化建议　采纳率62.4%', ['39000 条', '62.4 %']],
    ['走遍铸造、焊装、涂装三个车间，人均147块左右，走了两万步。', ['3 个', '147 元', '20000 步']],
  ])('%s', (text, claims) => {
    expect(said(text)).toEqual(claims)
  })
})

describe('what has digits and claims nothing', () => {
  test.each([
    '2025年3月8日，第十二届大赛在12月31日前结束，近三年来连续5年获评。',
    '印发〔2025〕12号文件，按GB/T 9704-2012和第35条办理，拨打12351或12345热线。',
    '围绕“123420”思路和“1+3”指引，形成“1+1>2”的效果，落实“三横两纵”体系、四个意识、一岗双责。',
    '在百人以上企业、25-99人企业和30人以下小微企业中推行，18周岁以上职工都可参加。',
    '一是加强学习。二是三个方面五项机制，两级联动，三类培训对象。',
    '荣获一等奖，进入全国五强，评为五星级、3A级，名列前三名。',
    '推行24小时热线，8:30至17:30在88号3楼办理，5个工作日内答复。',
    '指导外卖、快递、网约车三个行业，比例高于全总规定的60%，对用工100人以上的企业开展检查，满分5分。',
    '报告期：2024.1.1-2024.12.31，保留2位小数，一式3份，其中24小时“司机之家”，365天，每一天都在。',
    '落实三方四家机制，打造“15分钟”就业服务圈，慰问35℃以上高温岗位，冷轧二班和7号线二期都到了。',
    '我用三句话来讲，骑手万一鸣三天两头来，三番五次、三言两语，以三比一取胜，#8小时之外#。',
    '对市十七届人大五次会议的答复，面积不足60平方米的阵地尚有问题，2人以上事故，3号人员通道。',
    '一批、一系列、一次性、唯一一个、一街道一品牌、数百名职工、千方百计、几十家。',
  ])('%s', (text) => {
    expect(said(text)).toEqual([])
  })
})

describe('how sure and for when', () => {
  const first = (text: string) => readReport(text).claims[0]
  test.each([
    ['参与超250万人次', '>', '超'],
    ['力争达到85%以上', '>=', '以上'],
    ['培育示范点不少于 30 个', '>=', '不少于'],
    ['慰问近百名职工', '<', '近'],
    ['约 40 场', '≈', '约'],
    ['签约64家', '=', null],
    ['2000 余名', '>', '余'],
    ['历时三个多月', '>', '多'],
    ['占总量的三分之一强', '>', '强'],
    ['误差不到总数的两成', '<', '不到'],
    ['折合约3.8个月', '≈', '约'],
    ['男女比例约为4∶1', '≈', '约'],
    ['违约占12%', '=', null],
    ['入会率：≥98%', '>=', '≥'],
    ['答复：≤5个工作日', '<=', '≤'],
  ])('%s', (text, comparator, qualifier) => {
    expect(first(`${text}。`)).toMatchObject({ comparator, qualifier })
  })

  test('an aim is told from a fact by its words and by its chapter', () => {
    const text =
      '一、2023年工作回顾\n新建工会250家。\n二、2024年工作思路\n新建工会300家，在去年250家的基础上更进一步。力争入会率达到85%以上。'
    expect(readReport(text).claims.map(({ value, isTarget }) => [value, isTarget])).toEqual([
      [250, false],
      [300, true],
      [250, false],
      [85, true],
    ])
  })

  test.each([
    ['2025，我们还要——\n✅ 再建驿站12个', true],
    ['年度任务新建工会20家', true],
    ['2024年工作总结\n一、2024年回顾\n略。\n二、2025年重点\n新建工会20家', true],
    ['2025年工作要点\n新建工会20家', true],
    ['2024年工作要点完成情况\n新建工会20家', false],
    ['【12月打算】\n1. 新建工会20家', true],
    ['【圆梦计划】\n1. 新建工会20家', false],
    ['【活动安排】\n新建工会20家', false],
    ['全年争取到补贴20家', false],
    ['【12月打算】\n略。\n【11月情况】\n新建工会20家', false],
    ['2025年总结\n明年怎么干:\n1,再建20家', true],
    ['2025年总结\n下一步打算：\n略。\n完成情况：\n新建工会20家', false],
    ['现将活动安排如下：\n新建工会20家', false],
    ['2025年总结\n附件：2026年工作要点\n1.阵地建设。新建工会20家', true],
    ['## 三、“十五五”主要目标\n新建工会20家', true],
    ['PART 06　2026小目标\n新建工会20家', true],
    ['2025年总结\n到2030年，新建工会20家', true],
    ['▍第10页　2024年目标\n● 新建工会20家', true],
    ['工会将她家纳入名单，送来慰问金20元', false],
    ['2016年他进厂。\n到2021年，带徒20人', false],
    ['二、2025年计划\n今年8月底前新建工会20家', true],
    ['2025年总结\n记者：最后一问，今年怎么干？\n主席：新建工会20家', true],
    ['二、2025年计划\n从业人员新入会20人', true],
    ['第二部分 2025年工作思路\n一、夯实基础\n新建工会20家', true],
    ['📣 ０３ 剧透一下下一步\n1️⃣ 新建工会20家', true],
  ])('%s', (text, isTarget) => {
    expect(first(`${text}。\n。\n。`)?.isTarget).toBe(isTarget)
  })

  test('a claim knows under which heading it stands and the year of its text', () => {
    const read = readReport('某区总工会2023年工作总结\n一、2023年工作回顾\n（三）维权服务\n接报诉求 894 宗。')
    expect(read.claims[0]?.section).toBe('一、2023年工作回顾 （三）维权服务')
    expect(read.year).toBe(2023)
  })
})

describe('columns', () => {
  const told = (text: string) => readReport(text).claims.map(({ value, unit, subject }) => [value, unit, subject])

  test('between upright strokes are a table', () => {
    const text = '表1（单位：份、%）\n| 区 | 集体合同 | 建制率 |\n| --- | --- | --- |\n| 城东区 | 2,316 | 92.1 |'
    expect(told(text)).toEqual([
      [2316, '份', '城东区集体合同'],
      [92.1, '%', '城东区建制率'],
    ])
  })

  test('need no stroke at their ends', () => {
    expect(told('类别｜应建会（家）｜建会率\n百人以上企业｜884｜100%')).toEqual([
      [884, '家', '百人以上企业应建会（家）'],
      [100, '%', '百人以上企业建会率'],
    ])
  })

  test('take of several units above them the one that fits', () => {
    const text = '单位：人、万元\n街道\t会员\t经费\n城东\t620\t31.5'
    expect(told(text).map(([value, unit]) => [value, unit])).toEqual([
      [620, '人'],
      [315_000, '元'],
    ])
  })
})

describe('the row of sums', () => {
  const row = (cells: string) => `序号\t案由\t收案（件）\t标的额（万元）\n1\t追索劳动报酬\t412\t1,386.20\n${cells}`

  test('stands under its columns, though it spans the first two', () => {
    expect(said(row('合计\t951\t4,052.40'))).toEqual(['412 件', '13862000 元', '951 件', '40524000 元'])
  })
})

describe('lines wrapped by a page', () => {
  const wrapped = (text: string, width: number, between: string) =>
    (text.match(new RegExp(`.{1,${width}}`, 'gsu')) ?? []).join(between)
  const body = `${'全年开展职工素质提升培训项目，惠及全区职工群众，取得明显成效，得到广泛好评。'.repeat(5)}接报处理职工诉求 1894 宗。`

  test('are put together again, even through a number', () => {
    for (const width of [20, 28, 29, 31, 35]) {
      expect(said(wrapped(body, width, '\n'))).toEqual(['1894 宗'])
      expect(said(wrapped(body, width, '\n\n'))).toEqual(['1894 宗'])
    }
  })

  test('short lines by hand part no number from its measure word', () => {
    expect(said('🎁 清凉包１２６０\n份，人人有份\n💊 走了将近\n两万步，喜提第１名')).toEqual(['1260 份', '20000 步'])
  })

  test('a page mark between two lines is left out', () => {
    const lines = wrapped(body, 28, '\n').split('\n')
    lines.splice(3, 0, '', '— 6 —', '')
    expect(joinLines(lines.join('\n'))).toHaveLength(1)
  })

  test('a heading stays a paragraph of its own', () => {
    const text = `${wrapped(body, 28, '\n')}\n（五）突出抓好工会改革\n${wrapped(body, 28, '\n')}`
    expect(joinLines(text)).toHaveLength(3)
  })
})

describe('for every text', () => {
  test('a quote is an exact piece of the input and holds digits or numerals', () => {
    const piece = fc.constantFrom(
      '接报诉求',
      ' 894 ',
      '宗，',
      '3.7\n万余',
      '家。',
      '百分之九十',
      '“1+3”',
      '（五）',
      '\n',
      '２０',
      '人次',
      '第',
      '2023 年',
      '一、',
      '0.5%',
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const input = pieces.join('')
        for (const { quote, start, end, value } of readReport(input).claims) {
          expect(input.slice(start, end)).toBe(quote)
          expect(quote).toMatch(/[\d０-９一二两三四五六七八九十百千万]/)
          expect(Number.isFinite(value)).toBe(true)
        }
      }),
    )
  })

  test('every number is found whatever stands around it', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 2, max: 9_999_999 }).filter((n) => n < 1900 || n > 2100),
        (value) => {
          expect(said(`全年慰问职工${value}人，发放慰问品。`)).toEqual([`${value} 人`])
          expect(said(`全年慰问职工 ${value.toLocaleString('en-US')} 人。`)).toEqual([`${value} 人`])
        },
      ),
    )
  })

  test('Chinese numerals say the number they were made from', () => {
    const digits = [...'零一二三四五六七八九']
    const words = (value: number): string => {
      const units = ['', '十', '百', '千']
      return [...String(value)]
        .map((digit, place, all) => (digit === '0' ? '零' : `${digits[Number(digit)]}${units[all.length - 1 - place]}`))
        .join('')
        .replace(/零+/g, '零')
        .replace(/零$/, '')
    }
    fc.assert(
      fc.property(fc.integer({ min: 11, max: 9999 }), (value) => {
        expect(numberOfChinese(words(value))).toBe(value)
      }),
    )
    expect(numberOfChinese('一亿三千万')).toBe(130_000_000)
    expect(numberOfChinese('三十五万六千')).toBe(356_000)
    expect(numberOfChinese('一二')).toBeNaN()
  })
})
