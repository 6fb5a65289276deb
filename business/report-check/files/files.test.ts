import { deflateRawSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { Failure } from '../../../kernel/contract/errors.ts'
import { zipOf } from '../../../kernel/exchange/zip.sample.ts'
import { mostPages } from '../rules/words.ts'
import { readFileText } from './file-text.ts'
import { samplePdf } from './pdf.sample.ts'

const WORDS = '龙岗区总工会 2023 年工作总结\n接报处理职工诉求 894 宗。'

const TYPES = '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'
const document = (body: string, root = 'document') =>
  `<?xml version="1.0" encoding="UTF-8"?><w:${root} xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:mc="x">${body}</w:${root}>`
const p = (...runs: string[]) => `<w:p>${runs.join('')}</w:p>`
const r = (text: string) => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`
const word = (body: string, more: Record<string, string> = {}) =>
  zipOf({ '[Content_Types].xml': TYPES, 'word/document.xml': document(`<w:body>${body}</w:body>`), ...more })

const refusal = async (name: string, bytes: Uint8Array): Promise<Failure> => {
  const error = await readFileText(name, bytes).then(
    () => undefined,
    (found: unknown) => found,
  )
  if (!(error instanceof Failure)) throw new Error(`not refused: ${String(error)}`)
  return error
}

describe('a plain file', () => {
  test.each([
    ['UTF-8', Buffer.from(WORDS)],
    ['UTF-8 with a mark', Buffer.from(`\ufeff${WORDS}`)],
    ['UTF-16', Buffer.from(`\ufeff${WORDS}`, 'utf16le')],
    ['UTF-16 the other way round', Buffer.from(`\ufeff${WORDS}`, 'utf16le').swap16()],
  ])('is read in %s', async (_, bytes) => {
    expect(await readFileText('report.txt', bytes)).toEqual({ text: WORDS, source: 'text', pages: null })
  })

  test('is read in GB 18030, as older Windows wrote it', async () => {
    const bytes = Buffer.from('d6b0b9a4cbdfc7f320383934d7da', 'hex')
    expect((await readFileText('report.txt', bytes)).text).toBe('职工诉求 894宗')
  })

  test('that is a web page, a program or nothing is refused with what to do', async () => {
    expect((await refusal('a.txt', Buffer.from('<html><body>总结</body></html>'))).status).toBe(415)
    expect((await refusal('总结.wps', Buffer.from('x'))).message).toContain('另存为 .docx')
    expect((await refusal('a.txt', Buffer.from([0x4d, 0x5a, 0, 1, 2, 3, 0, 0]))).status).toBe(415)
    expect((await refusal('a.txt', Buffer.from(' \n '))).message).toContain('没有文字')
    expect((await refusal('a.txt', Buffer.alloc(0))).status).toBe(422)
    expect((await refusal('a.txt', Buffer.from('总'.repeat(250_001)))).message).toContain('请分成几份')
  })
})

describe('a Word file', () => {
  test('gives its paragraphs in order, cells parted by tabs, notes at the end', async () => {
    const cell = (...texts: string[]) => `<w:tc>${texts.map((text) => p(r(text))).join('')}</w:tc>`
    const body = [
      p(r('一、基本'), r('情况')),
      p(
        '<w:pPr><w:tabs><w:tab w:pos="1"/></w:tabs></w:pPr>',
        r('诉求 894 宗'),
        '<w:r><w:tab/><w:t>完</w:t><w:br/></w:r>',
      ),
      `<w:tbl><w:tr>${cell('街道')}${cell('数量')}</w:tr><w:tr>${cell('平湖')}${cell('12', '（件）')}</w:tr></w:tbl>`,
      p(r('末段')),
    ].join('')
    const notes = `<w:footnote w:type="separator" w:id="0">${p(r('线'))}</w:footnote><w:footnote w:id="1">${p(r('截至年底'))}</w:footnote>`
    const file = word(body, { 'word/footnotes.xml': document(notes, 'footnotes') })
    expect((await readFileText('a.docx', file)).text).toBe(
      '一、基本情况\n诉求 894 宗\t完\n\n街道\t数量\n平湖\t12\n（件）\n末段\n截至年底',
    )
  })

  test('leaves out what tracked changes deleted or moved away, and field codes', async () => {
    const body = p(
      r('诉求 '),
      `<w:del>${r('800')}<w:r><w:delText>800</w:delText></w:r></w:del>`,
      `<w:moveFrom>${r('移走')}</w:moveFrom>`,
      `<w:ins>${r('894')}</w:ins>`,
      '<w:r><w:instrText>PAGE</w:instrText></w:r>',
      r(' 宗'),
    )
    expect((await readFileText('a.docx', word(body))).text).toBe('诉求 894 宗')
  })

  test('leaves out hidden text and how a character is said, and joins what a deleted paragraph end joined', async () => {
    const run = (format: string, text: string) => `<w:r><w:rPr>${format}</w:rPr><w:t>${text}</w:t></w:r>`
    const body = [
      p(run('<w:vanish/>', '内部 12 人'), run('<w:vanish w:val="0"/>', '共 3 人')),
      p(`<w:ruby><w:rt>${r('nuan')}</w:rt><w:rubyBase>${r('暖')}</w:rubyBase></w:ruby>`),
      p('<w:pPr><w:rPr><w:del w:id="1"/></w:rPr></w:pPr>', r('前半句，')),
      p(r('后半句。')),
      p(r('另一段')),
    ].join('')
    expect((await readFileText('a.docx', word(body))).text).toBe('共 3 人\n暖\n前半句，后半句。\n另一段')
  })

  test('tells the automatic numbers of its headings, by paragraph and by style, each list for itself', async () => {
    const level = (at: number, format: string, text: string, more = '') =>
      `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/>${more}</w:lvl>`
    const kind = (id: number, ...levels: string[]) =>
      `<w:abstractNum w:abstractNumId="${id}">${levels.join('')}</w:abstractNum>`
    const list = (id: number, of: number, more = '') =>
      `<w:num w:numId="${id}"><w:abstractNumId w:val="${of}"/>${more}</w:num>`
    const numbering = [
      kind(
        0,
        level(0, 'chineseCountingThousand', '%1、'),
        level(1, 'chineseCounting', '（%2）', '<w:pStyle w:val="H2"/>'),
      ),
      kind(
        1,
        level(0, 'decimal', '%1.'),
        level(1, 'decimal', '%1.%2', '<w:suff w:val="nothing"/>'),
        level(2, 'bullet', '●'),
      ),
      list(1, 0),
      list(2, 1),
      list(3, 1, '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'),
    ].join('')
    const styles =
      '<w:style w:styleId="H2"><w:basedOn w:val="Base"/></w:style><w:style w:styleId="Base"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>' +
      '<w:style w:styleId="Own"><w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    const by = (list: number, level: number, text: string) =>
      p(`<w:pPr><w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${list}"/></w:numPr></w:pPr>`, r(text))
    const styled = (style: string, text: string) => p(`<w:pPr><w:pStyle w:val="${style}"/></w:pPr>`, r(text))
    const body = [
      by(1, 0, '回顾'),
      styled('Own', '组建'),
      styled('Own', '维权'),
      by(1, 0, '打算'),
      styled('Own', '培训'),
      by(2, 0, '甲'),
      by(2, 1, '甲一'),
      by(2, 2, '点'),
      by(2, 0, '乙'),
      by(3, 0, '从头'),
      by(0, 0, '没有号'),
      by(9, 0, '没有这个表'),
    ].join('')
    const more = {
      'word/numbering.xml': document(numbering, 'numbering'),
      'word/styles.xml': document(styles, 'styles'),
    }
    expect((await readFileText('a.docx', word(body, more))).text.split('\n')).toEqual([
      '一、回顾',
      '（一）组建',
      '（二）维权',
      '二、打算',
      '（一）培训',
      '1. 甲',
      '1.1甲一',
      '点',
      '2. 乙',
      '1. 从头',
      '没有号',
      '没有这个表',
    ])
  })

  test('tells a text box once, before the paragraph that holds it', async () => {
    const box = `<w:r><mc:AlternateContent><mc:Choice><w:txbxContent>${p(r('框里'))}</w:txbxContent></mc:Choice><mc:Fallback>${p(r('框里'))}</mc:Fallback></mc:AlternateContent></w:r>`
    expect((await readFileText('a.docx', word(p(r('前'), box, r('后'))))).text).toBe('框里\n前后')
  })

  test('that is damaged, a bomb, locked or something else under its name is refused', async () => {
    const good = word(p(r('总结')))
    expect((await refusal('a.docx', good.subarray(0, good.length - 40))).status).toBe(415)
    expect((await refusal('a.docx', Buffer.from('就是文字'))).message).toContain('对不上')
    expect((await refusal('a.docx', word('<w:p><w:r>'))).message).toContain('损坏')
    const packed = deflateRawSync(Buffer.from(document(`<w:body>${p(r(' '.repeat(100)))}</w:body>`.repeat(900_000))))
    const liar = zipOf({ '[Content_Types].xml': TYPES, 'word/document.xml': { packed, size: 1000 } })
    expect(liar.length).toBeLessThan(1_000_000)
    expect((await refusal('a.docx', liar)).status).toBe(413)
    expect(
      (await refusal('a.xlsx', zipOf({ '[Content_Types].xml': TYPES, 'xl/workbook.xml': '<a/>' }))).message,
    ).toContain('粘贴')
  })
})

describe('a PDF', () => {
  test('gives its lines from top to bottom and left to right, page by page, whatever order they were drawn in', async () => {
    const pages = [
      [
        { text: '第二行在下面', x: 80, y: 660 },
        { text: '894 宗。', x: 80 + 16 * 6, y: 700.4 },
        { text: '职工诉求共计', x: 80, y: 700 },
      ],
      [{ text: '第二页', x: 80, y: 700 }],
    ]
    expect(await readFileText('a.pdf', samplePdf(pages))).toEqual({
      text: '职工诉求共计894 宗。\n第二行在下面\f第二页',
      source: 'pdf',
      pages: 2,
    })
  })

  test('keeps an indent of two letters, parts columns by a space, and leaves out the raised number of a note', async () => {
    const page = [
      { text: '全年接报诉求', x: 112, y: 700 },
      { text: '894', x: 112 + 96, y: 700 },
      { text: '1', x: 112 + 96 + 48, y: 708, size: 8 },
      { text: '宗，上升', x: 112 + 96 + 56, y: 700 },
      { text: '平湖', x: 80, y: 670 },
      { text: '12', x: 200, y: 670 },
    ]
    expect((await readFileText('a.pdf', samplePdf([page]))).text).toBe('　　全年接报诉求894宗，上升\n平湖 12')
  })

  test('reads what is turned by a quarter for itself, and leaves a watermark out', async () => {
    const page = [
      { text: '正文一行', x: 80, y: 700 },
      { text: '草稿', x: 200, y: 400, angle: 45 },
      { text: '横表第二行', x: 330, y: 100, angle: 90 },
      { text: '横表第一行', x: 300, y: 100, angle: 90 },
    ]
    expect((await readFileText('a.pdf', samplePdf([page]))).text).toBe('正文一行\n横表第一行\n横表第二行')
  })

  test('of more pages than anybody reads is refused', async () => {
    const pages = Array.from({ length: mostPages + 1 }, () => [])
    expect((await refusal('a.pdf', samplePdf(pages))).message).toBe('这个 PDF 超过 600 页，请分成几份来核')
  })

  test('of pictures only says that it wants its words recognised first', async () => {
    const { status, message } = await refusal('a.pdf', samplePdf([[]]))
    expect([status, message]).toEqual([422, '这个 PDF 里没有文字（可能是扫描件），请先做文字识别或粘贴文字'])
  })

  test('that is locked, damaged or no PDF at all is refused with what to do', async () => {
    expect((await refusal('a.pdf', samplePdf([[{ text: '密', x: 80, y: 700 }]], true))).message).toContain('密码')
    expect((await refusal('a.pdf', Buffer.from('%PDF-1.7\n乱七八糟'))).status).toBe(415)
    expect((await refusal('a.pdf', Buffer.from('只是文字'))).status).toBe(415)
  })

  test('is never repeated in a refusal, neither its name nor its words', async () => {
    const { message, details } = await refusal('张三病历.pdf', Buffer.from('%PDF-1.7\n张三 13900139000'))
    expect(message + JSON.stringify(details ?? '')).not.toMatch(/张三|1390/)
  })
})
