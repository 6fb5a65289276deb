import { readdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { beforeAll, describe, expect, test } from 'vitest'
import { writeCommented } from './commented.ts'
import { findLibreOffice } from './libreoffice.ts'
import { character, widthOf } from './measures.ts'
import { type PdfPage, pagesOf } from './pages.sample.ts'
import { toPdf } from './pdf.ts'
import { sampleDocument } from './sample.ts'
import { writeOfficial } from './write.ts'

const program = findLibreOffice()
const plainBlock = (text: string) => ({ level: 0 as const, runs: [{ text }] })
const isNumber = (text: string) => /^—\s*\d+\s*—$/.test(text)
const textOf = (page: PdfPage | undefined) => (page?.lines ?? []).filter(({ text }) => !isNumber(text))
const numberOf = (page: PdfPage | undefined) => page?.lines.find(({ text }) => isNumber(text))
const folders = () => readdirSync(tmpdir()).filter((name) => name.startsWith('nf-pdf-'))

async function pdfOf(docx: Buffer): Promise<Buffer> {
  const pdf = await toPdf(docx)
  if (!pdf) throw new Error('There is no LibreOffice with Writer; set LIBREOFFICE to its soffice')
  return pdf
}

// Where it has to be there, on the machine that checks every change, its absence is a failure.
describe.skipIf(!program && !process.env.CI)('pages as LibreOffice sets them', () => {
  const han = '国家机关公文格式标准规定每面排二十二行每行排二十八个字并撑满版心特定情况可以作适当调整'
  const long = Array.from({ length: 28 * 22 * 3 }, (_, at) => han[at % han.length]).join('')
  let full: PdfPage[]
  let sample: PdfPage[]
  beforeAll(async () => {
    const blocks = [{ level: 0 as const, runs: [{ text: long }] }]
    full = await pagesOf(await pdfOf(await writeOfficial({ title: '报告', blocks, annexes: [] })))
    sample = await pagesOf(await pdfOf(await writeOfficial(sampleDocument)))
  })

  test('are A4', () => {
    for (const { width, height } of [...full, ...sample]) {
      expect(width).toBeCloseTo(210, 0)
      expect(height).toBeCloseTo(297, 0)
    }
  })

  test('hold 22 lines, and a full line holds 28 characters', () => {
    expect(full).toHaveLength(4)
    expect(textOf(full[1])).toHaveLength(22)
    expect(textOf(full[2])).toHaveLength(22)
    for (const line of [...textOf(full[1]), ...textOf(full[2])])
      expect([...line.text.replaceAll(' ', '')]).toHaveLength(28)
    expect(
      full
        .flatMap(textOf)
        .map(({ text }) => text.replaceAll(' ', ''))
        .join(''),
    ).toBe(`报告${long}`)
  })

  test('keep the text within 156 mm by 225 mm, 28 mm from the left and 37 mm from the top', () => {
    const lines = textOf(full[1])
    for (const { left, right } of lines) {
      expect(left).toBeCloseTo(28, 0)
      expect(right).toBeGreaterThan(183)
      expect(right).toBeLessThan(184.5)
    }
    expect(lines[0]?.foot).toBeGreaterThan(37 + 5)
    expect(lines[0]?.foot).toBeLessThan(37 + 225 / 22)
    expect(lines.at(-1)?.foot).toBeLessThan(37 + 225)
  })

  test('set body text in by two characters', () => {
    const first = textOf(sample[0]).find(({ text }) => text.startsWith('现将'))
    expect(first?.left).toBeGreaterThan(28 + 10.9)
    expect(first?.left).toBeLessThan(28 + 11.5)
  })

  test('carry the page number 7 mm below the text, right on odd pages and left on even ones, one character from the edge', () => {
    for (const [at, page] of [...full.entries(), ...sample.entries()]) {
      const number = numberOf(page)
      expect(number?.text.replaceAll(' ', '')).toBe(`—${at + 1}—`)
      if (at % 2 === 0) expect(number?.right).toBeCloseTo(184 - 4.94, 0)
      else expect(number?.left).toBeCloseTo(28 + 4.94, 0)
      // The dash is drawn about a third of the letters' height above their foot.
      expect((number?.foot ?? 0) - 4.94 / 3).toBeGreaterThan(37 + 225 + 6)
      expect((number?.foot ?? 0) - 4.94 / 3).toBeLessThan(37 + 225 + 8)
    }
  })

  test('set nothing between digits and Chinese', async () => {
    const text = '共有1234家。'
    const pages = await pagesOf(
      await pdfOf(await writeOfficial({ title: '报告', blocks: [plainBlock(text)], annexes: [] })),
    )
    const { left = 0, right = 0 } = textOf(pages[0]).find((line) => line.text.startsWith('共有')) ?? {}
    const millimetres = (length: number) => (length * 25.4) / 1440
    expect(right - left).toBeGreaterThan(millimetres(character * (widthOf(text) - 1)))
    expect(right - left).toBeLessThan(millimetres(character * (widthOf(text) + 0.2)))
  })

  test('let no mark hang over the edge', async () => {
    const blocks = Array.from({ length: 28 }, (_, at) => plainBlock(`${han.slice(0, at + 1)}，后面还有一句话。`))
    const pages = await pagesOf(await pdfOf(await writeOfficial({ title: '报告', blocks, annexes: [] })))
    for (const { right } of pages.flatMap(textOf)) expect(right).toBeLessThan(184.5)
  })

  test('begin an annex on a page of its own, with its title at the third line', () => {
    const page = sample.find(({ lines }) => lines[0]?.text.replaceAll(' ', '') === '附件1')
    const [mark, title] = page?.lines ?? []
    expect(title?.text).toBe('数据口径')
    expect(((title?.foot ?? 0) - (mark?.foot ?? 0)) / (225 / 22)).toBeCloseTo(2, 0)
  })

  test('add none that is empty after a table that fills the last one', async () => {
    const entries = Array.from({ length: 25 }, (_, at) => ({ key: String(at), heading: `指标${at}`, rows: [] }))
    const counts = await Promise.all(
      [24, 25].map(async (count) => {
        const annexes = [{ title: '说明', entries: entries.slice(0, count) }]
        const pages = await pagesOf(
          await pdfOf(await writeOfficial({ title: '报告', blocks: [plainBlock('文')], annexes })),
        )
        return pages.filter((page) => textOf(page).length === 0).length
      }),
    )
    expect(counts).toEqual([0, 0])
  })

  test('show a text with remarks too', async () => {
    const paragraphs = [{ text: '全年办结职工诉求894宗。', comments: [{ from: 2, to: 12, text: '系统记录为890宗。' }] }]
    const pages = await pagesOf(
      await pdfOf(await writeCommented({ title: '报告', paragraphs, stampedAt: '2024-01-05T00:00:00Z' })),
    )
    expect(textOf(pages[0]).map(({ text }) => text.replaceAll(' ', ''))).toEqual(['全年办结职工诉求894宗。'])
  })

  test('come one after another when several are asked for, and leave nothing behind', async () => {
    const docx = await writeOfficial(sampleDocument)
    const made = await Promise.all([pdfOf(docx), pdfOf(docx)])
    expect(made.map((pdf) => pdf.subarray(0, 5).toString())).toEqual(['%PDF-', '%PDF-'])
    expect(folders()).toEqual([])
  })

  test('are not made of a file that is none, nor when it takes too long', async () => {
    await expect(toPdf(Buffer.from('PK\u0003\u0004 not a document'))).rejects.toThrow('made no PDF')
    await expect(toPdf(await writeOfficial(sampleDocument), { timeout: 5 })).rejects.toThrow('longer than 5 ms')
    expect(await toPdf(await writeOfficial(sampleDocument))).not.toBeNull()
    expect(folders()).toEqual([])
  })
})

test('without LibreOffice there is no PDF, and nobody has to wait to hear it', async () => {
  expect(findLibreOffice({ LIBREOFFICE: '/nowhere/soffice' })).toBeUndefined()
  expect(await toPdf(Buffer.from('x'), { program: '' })).toBeNull()
})
