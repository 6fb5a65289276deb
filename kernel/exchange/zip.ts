import { createInflateRaw } from 'node:zlib'
import { fail } from '../contract/errors.ts'

/** A part of a zip archive: `read` unpacks it piece by piece. */
export type Part = { name: string; read: () => AsyncGenerator<Buffer> }

const broken = '这个表格文件损坏了，打不开，请用 Excel 或 WPS 打开后另存一份再试'
const PIECE = 256 * 1024

/** Where the list of parts begins, from the record at the very end (APPNOTE 4.3.16); a comment of up to 64 KB may follow it. */
function findDirectory(zip: Buffer): { at: number; count: number } {
  const end = zip.lastIndexOf(Buffer.from('PK\u0005\u0006'))
  if (end === -1 || end + 22 > zip.length) fail(400, broken)
  return { at: zip.readUInt32LE(end + 16), count: zip.readUInt16LE(end + 10) }
}

/**
 * The parts of a zip archive in memory, by name. Everything unpacked from it together stays below `maxBytes`, whatever its headers claim.
 * @throws Failure 400 when it is damaged, 415 when it is locked with a password; reading a part: 413 beyond `maxBytes`
 */
export function openZip(zip: Buffer, maxBytes: number): Map<string, Part> {
  const budget = { left: maxBytes }
  const parts = new Map<string, Part>()
  try {
    let { at, count } = findDirectory(zip)
    for (; count > 0; count -= 1) {
      if (zip.readUInt32LE(at) !== 0x02014b50) fail(400, broken)
      const nameLength = zip.readUInt16LE(at + 28)
      const name = zip.toString('utf8', at + 46, at + 46 + nameLength)
      const entry = {
        flags: zip.readUInt16LE(at + 8),
        method: zip.readUInt16LE(at + 10),
        packed: zip.readUInt32LE(at + 20),
        start: zip.readUInt32LE(at + 42),
      }
      parts.set(name, { name, read: () => unpack(zip, entry, budget) })
      at += 46 + nameLength + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32)
    }
  } catch (error) {
    if (error instanceof RangeError) fail(400, broken)
    throw error
  }
  return parts
}

type Entry = { flags: number; method: number; packed: number; start: number }

async function* unpack(zip: Buffer, entry: Entry, budget: { left: number }): AsyncGenerator<Buffer> {
  if (entry.flags & 1) fail(415, '这个表格加了密码，请去掉密码后再上传')
  if (entry.start + 30 > zip.length) fail(400, broken)
  const from = entry.start + 30 + zip.readUInt16LE(entry.start + 26) + zip.readUInt16LE(entry.start + 28)
  const packed = zip.subarray(from, from + entry.packed)
  for await (const piece of entry.method === 0 ? [packed] : inflate(packed)) {
    budget.left -= piece.length
    if (budget.left < 0) fail(413, '这个表格解开后太大，请分成几份，每份少一些行')
    yield piece
  }
}

async function* inflate(packed: Buffer): AsyncGenerator<Buffer> {
  const stream = createInflateRaw({ chunkSize: PIECE })
  stream.end(packed)
  try {
    for await (const piece of stream) yield piece as Buffer
  } catch {
    fail(400, broken)
  }
}
