import ExcelJS from 'exceljs'
import { describe, expect, it } from 'vitest'
import { createInspector } from './inspect.ts'
import { type Kind, kinds } from './kinds.ts'
import { bad, samples } from './sample-files.ts'

/** Sends a file through in pieces, as a network does. */
async function inspect(name: string, content: Uint8Array, piece = 1000) {
  const inspector = createInspector(name)
  const bytes = Buffer.from(content)
  for (let at = 0; at < bytes.length; at += piece) await inspector.take(bytes.subarray(at, at + piece))
  return inspector.finish()
}

describe('a file that may be handed in', () => {
  it.each(Object.keys(samples) as Kind[])('%s is known by its content, in pieces of any size', async (kind) => {
    for (const piece of [1, 7, 100_000]) {
      const verdict = await inspect(`材料.${kind}`, samples[kind], piece)
      expect(verdict).toEqual({ mediaType: kinds[kind].mediaType, name: `材料.${kind}` })
    }
  })

  it('receives its ending when it has none', async () => {
    expect(await inspect('IMG_0001', samples.jpg)).toEqual({ mediaType: 'image/jpeg', name: 'IMG_0001.jpg' })
    expect(await inspect('说明', samples.txt)).toEqual({ mediaType: 'text/plain', name: '说明.txt' })
    expect(await inspect('合同', samples.docx)).toMatchObject({ name: '合同.docx' })
  })

  it('is renamed when it is a picture under the ending of another picture', async () => {
    expect(await inspect('微信图片.png', samples.jpg)).toEqual({ mediaType: 'image/jpeg', name: '微信图片.jpg' })
    expect(await inspect('录音.mp3', samples.m4a)).toEqual({ mediaType: 'audio/mp4', name: '录音.m4a' })
  })

  it('may be a recording that the phone wrote under the brand of films', async () => {
    expect(await inspect('录音.m4a', samples.mp4)).toEqual({ mediaType: 'audio/mp4', name: '录音.m4a' })
  })

  it('may be a real workbook with a thousand rows', async () => {
    const workbook = new ExcelJS.Workbook()
    const sheet = workbook.addWorksheet('名单')
    for (let i = 0; i < 1000; i++) sheet.addRow([`职工${i}`, i, '龙岗区'])
    const bytes = Buffer.from(await workbook.xlsx.writeBuffer())
    expect(await inspect('名单.xlsx', bytes)).toMatchObject({ mediaType: kinds.xlsx.mediaType })
  })

  it('may be text of an older Windows, of the Notepad, and text that begins like a picture', async () => {
    const gb18030 = Buffer.from([0xb9, 0xa4, 0xd7, 0xca, 0x0d, 0x0a])
    const notepad = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('工资表', 'utf16le')])
    for (const content of [gb18030, notepad, Buffer.from('BMI 指数与职业健康'), Buffer.from('5 < 6 且 7 > 6')]) {
      expect(await inspect('说明.txt', content, 1)).toMatchObject({ mediaType: 'text/plain' })
    }
  })
})

describe('a file is refused with a sentence that says what to do', () => {
  it.each([
    ['a Word document that calls itself PDF', '合同.pdf', samples.docx, /实际是Word 文档.*另存/],
    ['a program that calls itself a picture', '照片.jpg', bad.exe, /程序不能上传/],
    ['a Linux program that calls itself a document', '合同.docx', bad.elf, /程序不能上传/],
    ['a program by its ending', '工资条.exe', bad.exe, /\.exe/],
    ['a program behind a false ending', '工资条.pdf.exe', samples.pdf, /\.exe/],
    ['a program that calls itself text', '说明.txt', bad.exe, /后缀 \.txt 对不上/],
    ['a program without an ending', '说明', bad.exe, /程序/],
    ['a web page that calls itself text', '说明.txt', bad.html, /网页和脚本不能上传/],
    ['a web page behind some text', '说明.txt', Buffer.from(`您好\n${bad.html}`), /网页和脚本/],
    [
      'a web page in UTF-16',
      '说明.txt',
      Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('<html>', 'utf16le')]),
      /网页和脚本/,
    ],
    ['a web page by its ending', '说明.html', bad.html, /\.html/],
    ['a web page that calls itself a workbook', '导出.xls', bad.html, /.*/],
    ['an SVG picture', '图.svg', bad.svg, /\.svg/],
    ['an SVG that calls itself PNG', '图.png', bad.svg, /.*/],
    ['an SVG without an ending', '图', bad.svg, /网页和脚本/],
    ['a shell script that calls itself text', '说明.txt', bad.shell, /网页和脚本/],
    ['an archive by its ending', '材料.zip', bad.archive, /解压后/],
    ['an archive that calls itself Word', '材料.docx', bad.archive, /解压后/],
    ['a film that calls itself a recording', '录音.webm', bad.film, /转成 mp4/],
    ['an installer that calls itself Word', '合同.doc', bad.installer, /后缀 \.doc 对不上/],
    ['an old workbook with macros', '表.xls', bad.oldMacro, /宏/],
    ['a new document with macros', '表.docx', bad.macro, /宏/],
    ['a document with a password', '合同.docx', bad.password, /密码/],
    ['a document with a locked part', '合同.docx', bad.sealed, /密码/],
    ['a document that unpacks into far more than it is', '合同.docx', bad.bomb, /压缩异常/],
    ['a document whose parts overlap', '合同.docx', bad.overlapping, /压缩异常/],
    ['a document of five thousand parts', '合同.docx', bad.crowded, /压缩异常/],
    ['a document whose parts climb out of it', '合同.docx', bad.escaping, /压缩异常/],
    ['a document that is cut off', '合同.docx', bad.cutOffice, /压缩异常/],
    ['a workbook that calls itself Word', '合同.docx', samples.xlsx, /实际是Excel/],
    ['a picture that calls itself PDF', '合同.pdf', samples.jpg, /实际是JPG/],
    ['a PDF that calls itself text', '说明.txt', Buffer.concat([samples.pdf, Buffer.from([0, 1, 2])]), /后缀 \.txt/],
    ['noise', '说明.txt', Buffer.from([0, 1, 2, 3, 4, 5]), /后缀 \.txt/],
    ['noise without an ending', '说明', Buffer.from([0, 1, 2, 3, 4, 5]), /认不出/],
  ])('%s', async (_, name, content, sentence) => {
    await expect(inspect(name, content)).rejects.toMatchObject({
      status: 415,
      message: expect.stringMatching(sentence),
    })
  })

  it('and the sentence never repeats the name, which may hold personal data', async () => {
    const refusal = await inspect('张三病历.pdf', samples.docx).catch((error: Error) => error.message)
    expect(refusal).not.toContain('张三')
  })
})
