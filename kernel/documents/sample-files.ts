import { crc32 } from 'node:zlib'

/** Small files of every kind for tests: as short as their formats allow. */

type Entry = { name: string; content?: string; packed?: number; unpacked?: number; flags?: number }

/** A ZIP archive of stored entries; the sizes in its central directory may be made to lie. */
export function zipOf(entries: readonly Entry[]): Buffer {
  const locals: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const { name, content = '', packed, unpacked, flags = 0 } of entries) {
    const data = Buffer.from(content)
    const label = Buffer.from(name)
    const local = Buffer.alloc(30)
    local.writeUInt32LE(0x04034b50, 0)
    local.writeUInt32LE(crc32(data), 14)
    local.writeUInt32LE(data.length, 18)
    local.writeUInt32LE(data.length, 22)
    local.writeUInt16LE(label.length, 26)
    const card = Buffer.alloc(46)
    card.writeUInt32LE(0x02014b50, 0)
    card.writeUInt16LE(flags, 8)
    card.writeUInt32LE(crc32(data), 16)
    card.writeUInt32LE(packed ?? data.length, 20)
    card.writeUInt32LE(unpacked ?? data.length, 24)
    card.writeUInt16LE(label.length, 28)
    card.writeUInt32LE(offset, 42)
    locals.push(local, label, data)
    directory.push(card, label)
    offset += 30 + label.length + data.length
  }
  const cards = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(entries.length, 8)
  end.writeUInt16LE(entries.length, 10)
  end.writeUInt32LE(cards.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...locals, cards, end])
}

const office = (main: string, ...more: Entry[]) =>
  zipOf([{ name: '[Content_Types].xml', content: '<Types/>' }, { name: main, content: '<document/>' }, ...more])

const compound = (...streams: string[]) =>
  Buffer.concat([
    Buffer.from('d0cf11e0a1b11ae1', 'hex'),
    Buffer.alloc(1016),
    ...streams.map((name) => Buffer.from(`${name}\0`, 'utf16le')),
    Buffer.alloc(512),
  ])

const brand = (name: string) =>
  Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from(`ftyp${name}\0\0\0\0${name}mp42`), Buffer.alloc(64)])
const riff = (name: string) =>
  Buffer.concat([Buffer.from('RIFF'), Buffer.from([64, 0, 0, 0]), Buffer.from(name), Buffer.alloc(64)])
const ebml = (track: string) =>
  Buffer.concat([
    Buffer.from('1a45dfa3', 'hex'),
    Buffer.from([0x87]),
    Buffer.from('4282', 'hex'),
    Buffer.from([0x84]),
    Buffer.from('webm'),
    Buffer.from(`\u0001\u0002${track}`),
    Buffer.alloc(32),
  ])

export const samples = {
  jpg: Buffer.concat([
    Buffer.from('ffd8ffe000104a46494600010100', 'hex'),
    Buffer.alloc(200, 7),
    Buffer.from('ffd9', 'hex'),
  ]),
  png: Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  ),
  gif: Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64'),
  webp: riff('WEBPVP8 '),
  heic: brand('heic'),
  pdf: Buffer.from('%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF\n'),
  docx: office('word/document.xml'),
  xlsx: office('xl/workbook.xml'),
  pptx: office('ppt/presentation.xml'),
  doc: compound('Root Entry', 'WordDocument'),
  xls: compound('Root Entry', 'Workbook'),
  ppt: compound('Root Entry', 'PowerPoint Document'),
  txt: Buffer.from('拖欠工资三个月，已多次交涉。\n'),
  csv: Buffer.from('姓名,金额\n张三,100\n'),
  mp3: Buffer.concat([
    Buffer.from('494433030000000000', 'hex'),
    Buffer.from([10]),
    Buffer.alloc(10),
    Buffer.from('fffb9064', 'hex'),
    Buffer.alloc(400),
  ]),
  m4a: brand('M4A '),
  mp4: brand('isom'),
  amr: Buffer.concat([Buffer.from('#!AMR\n'), Buffer.alloc(64, 0x3c)]),
  wav: riff('WAVEfmt '),
  ogg: Buffer.concat([Buffer.from('OggS'), Buffer.alloc(24), Buffer.from('OpusHead'), Buffer.alloc(64)]),
  webm: ebml('A_OPUS'),
} as const

/** What must not come in. */
export const bad = {
  exe: Buffer.concat([Buffer.from('4d5a90000300000004000000ffff0000', 'hex'), Buffer.alloc(300, 0x90)]),
  elf: Buffer.concat([Buffer.from('7f454c46020101', 'hex'), Buffer.alloc(200)]),
  html: Buffer.from('<!DOCTYPE html><html><body><script>alert(1)</script></body></html>'),
  svg: Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"></svg>'),
  shell: Buffer.from('#!/bin/sh\nrm -rf /\n'),
  archive: zipOf([{ name: 'a.txt', content: 'a' }]),
  film: ebml('V_VP8'),
  installer: compound('Root Entry', 'Property'),
  oldMacro: compound('Root Entry', 'Workbook', '_VBA_PROJECT_CUR'),
  password: compound('Root Entry', 'EncryptedPackage', 'EncryptionInfo'),
  macro: office('word/document.xml', { name: 'word/vbaProject.bin', content: 'x' }),
  bomb: office('word/document.xml', { name: 'word/media/a.bin', content: 'x', unpacked: 400_000_000 }),
  overlapping: office(
    'word/document.xml',
    ...Array.from({ length: 50 }, (_, i) => ({ name: `word/${i}`, packed: 900, unpacked: 1000 })),
  ),
  crowded: office('word/document.xml', ...Array.from({ length: 5001 }, (_, i) => ({ name: `word/${i}` }))),
  sealed: office('word/document.xml', { name: 'word/a.xml', content: 'x', flags: 1 }),
  escaping: office('word/document.xml', { name: '../../etc/passwd', content: 'x' }),
  cutOffice: office('word/document.xml').subarray(0, -10),
} as const
