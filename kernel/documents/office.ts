import type { Follower } from './inspect.ts'
import { type Kind, refuse } from './kinds.ts'

// A directory of this length lists far more parts than any document has.
const LONGEST_DIRECTORY = 1024 * 1024
const MOST_PARTS = 5000
const MOST_UNPACKED = 512 * 1024 * 1024
const MOST_RATIO = 150
const END_LENGTH = 22
const LONGEST_COMMENT = 65_535

type Part = { name: string; packed: number; unpacked: number }

const mains: [RegExp, Kind][] = [
  [/^word\/document\d*\.xml$/, 'docx'],
  [/^xl\/workbook\d*\.xml$/, 'xlsx'],
  [/^ppt\/presentation\d*\.xml$/, 'pptx'],
]

/**
 * Docx, xlsx and pptx are ZIP archives (ECMA-376). Only the end of the file is kept in memory; its central directory says what is inside, so nothing is
 * unpacked to judge it. Refuses other archives, macros, passwords, and archives that unpack into far more than they are.
 */
export function zipFollower(): Follower {
  let tail: Buffer[] = []
  let kept = 0
  const most = LONGEST_DIRECTORY + END_LENGTH + LONGEST_COMMENT
  return {
    take(chunk) {
      tail.push(chunk)
      kept += chunk.length
      while (kept - (tail[0] as Buffer).length >= most) kept -= (tail.shift() as Buffer).length
    },
    kinds(total) {
      const end = Buffer.concat(tail)
      tail = []
      const parts = partsOf(end, total)
      judgeSizes(parts, total)
      const names = new Set(parts.map((part) => part.name))
      if (!names.has('[Content_Types].xml')) return refuse.archive()
      if (parts.some((part) => /vbaproject\.bin$/i.test(part.name))) return refuse.macro()
      return mains.flatMap(([main, kind]) => (parts.some((part) => main.test(part.name)) ? [kind] : []))
    },
  }
}

/** The entries of the central directory (APPNOTE 4.3.12). ZIP64 is refused: nothing below four gigabytes needs it. */
function partsOf(tail: Buffer, total: number): Part[] {
  const end = endOf(tail)
  const count = tail.readUInt16LE(end + 10)
  const size = tail.readUInt32LE(end + 12)
  const start = tail.readUInt32LE(end + 16) - (total - tail.length)
  if (start < 0 || start + size > end || count > MOST_PARTS) return refuse.damaged()
  const parts: Part[] = []
  let at = start
  while (at < start + size) {
    const { part, next } = partAt(tail, at, start + size)
    parts.push(part)
    at = next
  }
  return parts.length === count ? parts : refuse.damaged()
}

/** Where the end record lies: the last place with its signature whose comment reaches exactly to the end. */
function endOf(tail: Buffer): number {
  for (let at = tail.length - END_LENGTH; at >= Math.max(0, tail.length - END_LENGTH - LONGEST_COMMENT); at--) {
    if (tail.readUInt32LE(at) === 0x06054b50 && at + END_LENGTH + tail.readUInt16LE(at + 20) === tail.length) return at
  }
  return refuse.damaged()
}

function partAt(tail: Buffer, at: number, end: number): { part: Part; next: number } {
  if (at + 46 > end || tail.readUInt32LE(at) !== 0x02014b50) return refuse.damaged()
  if (tail.readUInt16LE(at + 8) & 1) return refuse.password()
  const packed = tail.readUInt32LE(at + 20)
  const unpacked = tail.readUInt32LE(at + 24)
  const length = tail.readUInt16LE(at + 28)
  const name = tail.toString('utf8', at + 46, at + 46 + length)
  const next = at + 46 + length + tail.readUInt16LE(at + 30) + tail.readUInt16LE(at + 32)
  const isKnownMethod = [0, 8].includes(tail.readUInt16LE(at + 10))
  const isOutside = /^[/\\]|^[a-z]:|(^|[/\\])\.\.([/\\]|$)/i.test(name)
  if (next > end || packed === 0xffffffff || unpacked === 0xffffffff || !isKnownMethod || isOutside)
    return refuse.damaged()
  return { part: { name, packed, unpacked }, next }
}

/** Entries that share their packed bytes add up to more than the file: the trick of the overlapping bomb. */
function judgeSizes(parts: readonly Part[], total: number): void {
  const packed = parts.reduce((sum, part) => sum + part.packed, 0)
  const unpacked = parts.reduce((sum, part) => sum + part.unpacked, 0)
  if (packed > total || unpacked > MOST_UNPACKED || unpacked > total * MOST_RATIO) refuse.damaged()
}

const wide = (text: string) => Buffer.from(text, 'utf16le')
const streams = {
  doc: wide('WordDocument\0'),
  xls: wide('Workbook\0'),
  oldXls: wide('Book\0'),
  ppt: wide('PowerPoint Document\0'),
  macro: wide('_VBA_PROJECT'),
  password: wide('EncryptedPackage'),
}
const LONGEST_NAME = 64

/**
 * Doc, xls and ppt are compound files (MS-CFB), like installers and much else: the names of the streams inside tell them apart. Refuses macros and
 * passwords.
 */
export function compoundFollower(): Follower {
  const seen = new Set<string>()
  let carry: Buffer = Buffer.alloc(0)
  return {
    take(chunk) {
      const window = Buffer.concat([carry, chunk])
      for (const [what, name] of Object.entries(streams)) if (!seen.has(what) && window.includes(name)) seen.add(what)
      carry = window.subarray(-LONGEST_NAME)
    },
    kinds(): Kind[] {
      if (seen.has('password')) return refuse.password()
      const found: Kind[] = []
      if (seen.has('doc')) found.push('doc')
      if (seen.has('xls') || seen.has('oldXls')) found.push('xls')
      if (seen.has('ppt')) found.push('ppt')
      return found.length > 0 && seen.has('macro') ? refuse.macro() : found
    },
  }
}
