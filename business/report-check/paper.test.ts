import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readReport } from './claims/read.ts'
import { sheetsOf } from './paper.ts'

test('a spot across a line end is marked once in the paragraph put together again', () => {
  const input = `${'全区各级工会认真办理职工反映的各类诉求共计九百零'.repeat(1)}\n\n894 宗，职工满意。`
  const start = input.indexOf('零')
  const [sheet] = sheetsOf(
    input,
    {
      paragraphs: [{ text: '零894 宗', at: [start, start + 3, start + 4, start + 5, start + 6, start + 7], line: 1 }],
      headings: [],
    },
    [{ start, end: start + 8, finding: 0 }],
  )
  expect(sheet?.marks).toEqual([{ from: 0, to: 6, finding: 0 }])
})

test('what stands in no paragraph, a page’s number, gets a sheet of its own in its place', () => {
  const input = '甲事办了。\n— 6 —\n乙事办了。'
  const start = input.indexOf('—')
  const sheets = sheetsOf(input, readReport(input), [{ start, end: start + 5, finding: 0 }])
  expect(sheets.map(({ text, marks }) => [text, marks.length])).toEqual([
    ['甲事办了。', 0],
    ['— 6 —', 1],
    ['乙事办了。', 0],
  ])
})

test('no spot is lost, whatever the text and wherever it lies', () => {
  const scrap = fc.constantFrom('职工', '894宗', '。', '\n', '\r\n', '\f', ' ', '　', '— 6 —', '（一）', '一、')
  fc.assert(
    fc.property(
      fc.array(scrap, { minLength: 1, maxLength: 60 }),
      fc.nat(),
      fc.integer({ min: 1, max: 9 }),
      (scraps, at, long) => {
        const input = scraps.join('')
        const start = at % input.length
        const end = Math.min(input.length, start + long)
        const sheets = sheetsOf(input, readReport(input), [{ start, end, finding: 7 }])
        const marks = sheets.flatMap((sheet) => sheet.marks.map((mark) => ({ ...mark, text: sheet.text })))
        expect(marks).toHaveLength(1)
        for (const { from, to, text } of marks) expect(from >= 0 && from < to && to <= text.length).toBe(true)
      },
    ),
  )
})
