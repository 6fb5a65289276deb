import { describe, expect, test } from 'vitest'
import { noRecords, type Records } from '../figures.ts'
import { samplePdf } from '../files/pdf.sample.ts'
import { mostFindings } from '../rules/words.ts'
import { examine } from './examine.ts'

const pasted = (text: string) => ({ text, source: 'text' as const, pages: null })
const none = async () => noRecords
const held: Records = {
  body: '',
  figures: [{ code: 'appeals', title: '职工诉求', unit: '宗', value: 894 }],
  targets: [],
}

describe('a report examined aside', () => {
  test('is held against the records of the year it tells of, which are asked for once', async () => {
    const years: number[] = []
    const recordsFor = async (year: number) => {
      years.push(year)
      return held
    }
    const report = pasted('2023年工作总结\n一、回顾\n接报处理职工诉求894宗。')
    const { file, checked } = await examine({ report, recordsFor })
    expect(years).toEqual([2023])
    expect(file).toEqual(report)
    expect(checked).toMatchObject({ year: 2023, claims: [{ verdict: 'agrees', figure: 'appeals' }] })
    expect(checked.headings).toMatchObject([{ level: 1 }])
    await examine({ report, year: 2022, recordsFor })
    expect(years).toEqual([2023, 2022])
  })

  test('of no year asks for no records', async () => {
    const recordsFor = () => Promise.reject(new Error('asked'))
    expect((await examine({ report: pasted('诉求894宗。'), recordsFor })).checked.year).toBeNull()
  })

  test('may be a file; why it cannot be read is told as it is', async () => {
    const file = (name: string, bytes: Uint8Array) => examine({ report: { name, bytes }, recordsFor: none })
    const good = samplePdf([[{ text: '诉求894宗。', x: 80, y: 700 }]])
    expect((await file('a.pdf', good)).file).toEqual({ text: '诉求894宗。', source: 'pdf', pages: 1 })
    await expect(file('a.pdf', samplePdf([[]]))).rejects.toMatchObject({ status: 422, name: 'Failure' })
  })

  test('that takes too long is given up, and the next one is examined', async () => {
    const text = '诉求894宗。'
    const slow = (report: Parameters<typeof examine>[0]['report']) =>
      examine({ report, recordsFor: none }, { longest: 1 })
    await expect(slow(pasted(text))).rejects.toMatchObject({
      status: 422,
      message: '这段文字太长太密，一直核不完，请分成几份来核',
    })
    await expect(slow({ name: 'a.txt', bytes: Buffer.from(text) })).rejects.toThrow('这个文件太复杂')
    expect((await examine({ report: pasted(text), recordsFor: none })).checked.claims).toHaveLength(1)
  })

  test('that has to wait too long for its turn is told so', async () => {
    const report = pasted('诉求894宗。')
    const [first, second] = await Promise.allSettled([
      examine({ report, recordsFor: none }),
      examine({ report, recordsFor: none }, { patience: 1 }),
    ])
    expect(first.status).toBe('fulfilled')
    expect(second).toMatchObject({ status: 'rejected', reason: { status: 503 } })
  })

  test('whose records cannot be had fails, and stands in nobody’s way', async () => {
    const report = pasted('2023年诉求894宗。')
    await expect(examine({ report, recordsFor: () => Promise.reject(new Error('no database')) })).rejects.toThrow(
      'no database',
    )
    expect((await examine({ report, recordsFor: none })).checked.year).toBe(2023)
  })

  test('with more numbers than a report can hold is refused', async () => {
    await expect(
      examine({ report: pasted('慰问3人\n'.repeat(mostFindings + 1)), recordsFor: none }),
    ).rejects.toMatchObject({ status: 413 })
  })
})
