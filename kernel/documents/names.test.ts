import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dispositionOf, splitName } from './names.ts'

const nameOf = (raw: string) => {
  const { stem, extension } = splitName(raw)
  return extension ? `${stem}.${extension}` : stem
}

describe('the name of a file', () => {
  it.each([
    ['工资条（3月）.JPG', '工资条（3月）.jpg'],
    ['../../../etc/passwd', 'passwd'],
    ['C:\\Users\\张三\\桌面\\劳动合同.docx', '劳动合同.docx'],
    ['证据\u0000\r\n.pdf', '证据.pdf'],
    ['a\u202Egpj.exe', 'agpj.exe'],
    ['a<b>:"c"|?*.png', 'a_b___c____.png'],
    ['.htaccess', 'htaccess'],
    ['报告v1.0', '报告v1.0'],
    ['照片.jpg. . ', '照片.jpg'],
    ['e\u0301te\u0301.txt', 'été.txt'],
    ['\ud800.txt', '�.txt'],
    ['', '未命名'],
    ['...', '未命名'],
    ['合同.tar.gz', '合同.tar.gz'],
  ])('%j is kept as %j', (raw, kept) => expect(nameOf(raw)).toBe(kept))

  it('of three hundred characters loses its end but keeps its ending', () => {
    expect(nameOf(`${'证'.repeat(300)}.pdf`)).toBe(`${'证'.repeat(76)}.pdf`)
    expect([...nameOf(`${'😀'.repeat(300)}.pdf`)]).toHaveLength(80)
  })

  it('never holds a path, a control character or more than eighty characters, whatever was sent', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (raw) => {
        const name = nameOf(raw)
        expect(name).not.toMatch(/[/\\\p{Cc}\p{Cf}\p{Cs}]/u)
        expect([...name].length).toBeGreaterThan(0)
        expect([...name].length).toBeLessThanOrEqual(80)
      }),
    )
  })
})

describe('the download header', () => {
  it('carries a Chinese name in UTF-8 beside a plain one', () => {
    expect(dispositionOf('工资条.pdf')).toBe(
      `attachment; filename="document.pdf"; filename*=UTF-8''%E5%B7%A5%E8%B5%84%E6%9D%A1.pdf`,
    )
    expect(dispositionOf('a.png', true)).toMatch(/^inline; /)
  })

  it('is one line of ASCII that decodes to the name again, whatever the name', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 100 }), (raw) => {
        const header = dispositionOf(raw)
        expect(header).toMatch(/^[\x20-\x7e]+$/)
        const [, encoded = ''] = /filename\*=UTF-8''([^;"']*)$/.exec(header) ?? []
        expect(decodeURIComponent(encoded)).toBe(raw.toWellFormed())
      }),
    )
  })
})
