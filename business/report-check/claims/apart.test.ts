import { describe, expect, test } from 'vitest'
import { readReport } from './read.ts'

const report = (text: string) => readReport(`城东区总工会2023年工作总结\n2024年1月\n一、工作回顾\n${text}`).claims
const words = (text: string) => report(text).map(({ apart }) => apart?.words ?? null)

describe('a number that tells of another time, place or part than the whole report is told apart', () => {
  test.each([
    ['2022年新建工会40家，2023年新建45家。', ['2022年', null]],
    ['新建工会45家，比上年的40家增加5家。', [null, '上年', '变化的幅度']],
    ['获评2022年度先进单位，一年来新建工会45家。', [null]],
    ['自2021年以来发展会员9000人。', ['2021年以来']],
    ['第一季度新建工会12家，上半年新建20家。', ['第一季度', '上半年']],
    ['截至2023年12月底，工会500家。', [null]],
    ['建会率由96%提高到98%。', ['原来的数', null]],
    ['南山街道新建工会12家，改选9家。', ['南山街道', '南山街道']],
    ['推动街道新建工会12家。', [null]],
    ['为11个街道总工会配备法律顾问。', [null]],
    ['全市新建工会1200家，全区新建45家。', ['全市', null]],
    ['列全市第一，新建工会45家。', [null]],
    ['城西区总工会新建工会60家，城东区总工会新建45家。', ['城西区', null]],
    ['人社部门全年处理诉求300宗。', ['人社部门']],
    ['每个街道平均发展会员90人。', ['平均数']],
  ])('%s', (text, apart) => {
    expect(words(text)).toEqual(apart)
  })

  test('in a column of another year and a row of another place', () => {
    expect(words('指标\t2022年\t2023年\n新建工会（家）\t40\t45')).toEqual(['2022年', null])
    expect(words('街道\t新建工会（家）\t会员（人）\n南山街道\t12\t900\n合计\t45\t5400')).toEqual([
      '南山街道',
      '南山街道',
      null,
      null,
    ])
  })
})
