import { setTimeout as wait } from 'node:timers/promises'
import { SaxesParser } from 'saxes'
import { beforeAll, describe, expect, test } from 'vitest'
import { openZip } from '../../exchange/zip.ts'
import { paragraphsOf, partOf, valuesOf } from './reading.sample.ts'
import { sampleDocument } from './sample.ts'
import type { OfficialDocument } from './types.ts'
import { writeOfficial } from './write.ts'

const bare: OfficialDocument = { title: '报告', blocks: [{ level: 0, runs: [{ text: '正文。' }] }], annexes: [] }
const bodyOf = async (document: OfficialDocument) => partOf(await writeOfficial(document), 'word/document.xml')

describe('an official document', () => {
  let file: Buffer
  let body: string
  beforeAll(async () => {
    file = await writeOfficial(sampleDocument)
    body = await partOf(file, 'word/document.xml')
  })

  test('has well-formed parts', async () => {
    for (const name of openZip(file, 64 * 1024 * 1024).keys()) {
      const parser = new SaxesParser({ xmlns: true })
      parser.write(await partOf(file, name)).close()
    }
  })

  test('is A4 with the margins of the standard and a line every 1/22 of the page', () => {
    const mm = (attribute: string, element: string) => Number(valuesOf(body, element, attribute)[0]) / (1440 / 25.4)
    expect(mm('w:w', 'w:pgSz')).toBeCloseTo(210, 1)
    expect(mm('w:h', 'w:pgSz')).toBeCloseTo(297, 1)
    expect(mm('w:top', 'w:pgMar')).toBeCloseTo(37, 1)
    expect(mm('w:left', 'w:pgMar')).toBeCloseTo(28, 1)
    expect(210 - 28 - mm('w:right', 'w:pgMar')).toBeCloseTo(156, 1)
    expect(297 - 37 - mm('w:bottom', 'w:pgMar')).toBeCloseTo(225, 1)
    expect(mm('w:linePitch', 'w:docGrid') * 22).toBeCloseTo(225, 0)
  })

  test('sets body text in 3号仿宋, set in by two characters, in lines of a fixed distance', async () => {
    const styles = await partOf(file, 'word/styles.xml')
    const defaults = /<w:docDefaults>.*<\/w:docDefaults>/s.exec(styles)?.[0] ?? ''
    const normal = /w:styleId="Normal">.*?<\/w:style>/s.exec(styles)?.[0] ?? ''
    expect(valuesOf(defaults, 'w:rFonts', 'w:eastAsia')).toEqual(['仿宋_GB2312'])
    expect(valuesOf(defaults, 'w:sz', 'w:val')).toEqual(['32'])
    expect(normal).toContain('w:firstLineChars="200"')
    expect(normal).toContain('w:line="579" w:lineRule="exact"')
    expect(normal).toContain('<w:widowControl w:val="0"/>')
  })

  test.each([
    ['Title', '方正小标宋简体', '44'],
    ['Heading1', '黑体', undefined],
    ['Heading2', '楷体_GB2312', undefined],
    ['Heading3', undefined, undefined],
    ['Footer', '宋体', '28'],
  ])('sets %s in %s, size %s', async (id, face, size) => {
    const styles = await partOf(file, 'word/styles.xml')
    const style = new RegExp(`w:styleId="${id}">.*?</w:style>`, 's').exec(styles)?.[0] ?? ''
    expect(valuesOf(style, 'w:rFonts', 'w:eastAsia')[0]).toBe(face)
    expect(valuesOf(style, 'w:sz', 'w:val')[0]).toBe(size)
  })

  test('names faces to turn to for every face it uses', async () => {
    const used = new Set(valuesOf(await partOf(file, 'word/styles.xml'), 'w:rFonts', 'w:eastAsia'))
    const table = await partOf(file, 'word/fontTable.xml')
    expect(used.size).toBe(5)
    for (const face of used)
      expect(table).toMatch(new RegExp(`w:name="${face}"><w:altName w:val="[^"]*(宋体|SimSun|SimHei)`))
  })

  test('numbers its headings with characters that survive copying', () => {
    const texts = paragraphsOf(body)
    expect(texts).toContain('一、职工诉求')
    expect(texts).toContain('（四）第4季度的法律服务')
    expect(texts.filter((text) => text.startsWith('1.窗口接待。'))).toHaveLength(4)
    expect(texts.filter((text) => text.startsWith('（2）仲裁和诉讼。'))).toHaveLength(4)
    expect(texts).toContain(
      '全年受理职工诉求894宗，涉及职工3127人，按期办结率98.6%。其中劳动报酬类最多，主要发生在制造业和建筑业；新就业形态劳动者的诉求比上年增加，主要是计件单价和意外伤害。',
    )
    expect(body).not.toContain('<w:numPr>')
  })

  test('holds number, note, addressee, list of annexes, issuer and day as the standard writes them', () => {
    const texts = paragraphsOf(body)
    for (const text of [
      '龙工〔2024〕1号',
      '（草稿）',
      '深圳市总工会：',
      '附件：1.数据口径',
      '龙岗区总工会',
      '2024年1月5日',
      '附件2',
    ])
      expect(texts).toContain(text)
    const title = /<w:pStyle w:val="Title"\/>.*?<\/w:p>/s.exec(body)?.[0]
    expect(title?.match(/<w:br\/>/g)).toHaveLength(1)
  })

  test('puts the page number right on odd pages, left on even ones, one character from the edge', async () => {
    expect(await partOf(file, 'word/settings.xml')).toContain('<w:evenAndOddHeaders/>')
    const relations = await partOf(file, 'word/_rels/document.xml.rels')
    const footerOf = (type: string) => {
      const id = new RegExp(`<w:footerReference w:type="${type}" r:id="([^"]+)"`).exec(body)?.[1]
      const target = [...relations.matchAll(/<Relationship [^>]*>/g)].find(([one]) => one.includes(`Id="${id}"`))?.[0]
      return partOf(file, `word/${/Target="([^"]+)"/.exec(target ?? '')?.[1]}`)
    }
    expect(await footerOf('default')).toMatch(/<w:ind w:right="280".*<w:jc w:val="right"\/>/s)
    expect(await footerOf('even')).toMatch(/<w:ind w:left="280".*<w:jc w:val="left"\/>/s)
    expect(await footerOf('even')).toMatch(/>— <.*PAGE.*> —</s)
  })

  test('links every figure to its entry and the entry back to the first figure', () => {
    const bookmarks = valuesOf(body, 'w:bookmarkStart', 'w:name')
    const anchors = valuesOf(body, 'w:hyperlink', 'w:anchor')
    expect(anchors).toHaveLength(4 + 3)
    expect(anchors.filter((anchor) => !bookmarks.includes(anchor))).toEqual([])
    expect(new Set(bookmarks).size).toBe(bookmarks.length)
    const ids = valuesOf(body, 'w:bookmarkStart', 'w:id')
    expect(new Set(ids).size).toBe(ids.length)
    expect(valuesOf(body, 'w:bookmarkEnd', 'w:id').sort()).toEqual(ids.sort())
    expect(body).toMatch(/w:anchor="entry_1"[^>]*>(?:(?!<\/w:hyperlink>).)*894宗/s)
  })

  test('carries its fingerprint at the end and in its properties', async () => {
    expect(paragraphsOf(body).at(-1)).toBe(`校验码：${sampleDocument.fingerprint}`)
    expect(await partOf(file, 'docProps/custom.xml')).toContain(sampleDocument.fingerprint)
  })

  test('is the same to the byte whenever it is written, and says when it was made', async () => {
    await wait(2100)
    expect((await writeOfficial(sampleDocument)).equals(file)).toBe(true)
    expect(await partOf(file, 'docProps/core.xml')).toContain('2024-01-05T00:00:00Z</dcterms:created>')
    const later = await writeOfficial({ ...sampleDocument, stampedAt: '2024-02-01T08:30:15.250Z' })
    expect(await partOf(later, 'docProps/core.xml')).toContain('2024-02-01T08:30:15Z</dcterms:modified>')
  })
})

test('a document of a title and a sentence has nothing else', async () => {
  expect(paragraphsOf(await bodyOf(bare))).toEqual(['报告', '', '正文。'])
})

test('one annex has no number', async () => {
  const texts = paragraphsOf(await bodyOf({ ...bare, annexes: [{ title: '口径', entries: [] }] }))
  expect(texts).toEqual(['报告', '', '正文。', '', '附件：口径', '附件', '', '口径', ''])
})

test('a long issuer stays on the page', async () => {
  const body = await bodyOf({
    ...bare,
    issuer: '龙岗区总工会职工服务中心新就业形态劳动者权益维护工作领导小组',
    issuedOn: '2024-11-30',
  })
  for (const right of valuesOf(body, 'w:ind', 'w:right')) expect(Number(right)).toBeGreaterThanOrEqual(0)
})

test('marks of XML and characters it cannot hold do no harm', async () => {
  const body = await bodyOf({
    ...bare,
    title: '<甲>&"乙"',
    blocks: [{ level: 0, runs: [{ text: '甲\u0000乙\f丙\uD800丁𠮷' }] }],
  })
  expect(() => new SaxesParser().write(body).close()).not.toThrow()
  expect(body).toContain('甲乙丙\uFFFD丁𠮷')
  expect(body).toContain('&lt;甲&gt;&amp;')
})

test('a figure without an entry, an entry twice, or a title broken into another one is refused', async () => {
  const entry = { key: 'a', heading: '甲', rows: [] }
  const figure = { level: 0 as const, runs: [{ text: '1人', annex: 'b' }] }
  await expect(writeOfficial({ ...bare, blocks: [figure] })).rejects.toThrow('b')
  await expect(writeOfficial({ ...bare, annexes: [{ title: '口径', entries: [entry, entry] }] })).rejects.toThrow(
    'share a key',
  )
  await expect(writeOfficial({ ...bare, titleLines: ['报', '表'] })).rejects.toThrow('报告')
})
