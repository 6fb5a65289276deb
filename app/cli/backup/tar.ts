import { createReadStream } from 'node:fs'
import { mkdir, open, opendir, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'

// POSIX ustar (IEEE 1003.1-1988), so that a decrypted backup opens with any `tar`. Written by hand because the folder must flow through with flat memory.
const block = 512
const zeros = Buffer.alloc(block)
const namePattern = /^(?!.*(^|\/)\.\.?(\/|$))[^/\0][^\0]*$/

function headerOf(name: string, size: number, type: '0' | '5'): Buffer {
  const header = Buffer.alloc(block)
  if (Buffer.byteLength(name) > 100) throw new Error(`name too long for the archive: ${name}`)
  const octal = (value: number, at: number, length: number) =>
    header.write(`${value.toString(8).padStart(length - 1, '0')}\0`, at)
  header.write(name)
  octal(type === '5' ? 0o700 : 0o600, 100, 8)
  octal(0, 108, 8)
  octal(0, 116, 8)
  octal(size, 124, 12)
  octal(0, 136, 12)
  header.write(`        ${type}`, 148)
  header.write('ustar\x0000', 257)
  const sum = header.reduce((total, byte) => total + byte, 0)
  header.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148)
  return header
}

const padding = (size: number): Buffer => zeros.subarray(0, (block - (size % block)) % block)

/** A folder with everything in it, as one stream. Nothing may write into it meanwhile. @throws Error when a file changes its size on the way */
export async function* pack(dir: string, under = ''): AsyncGenerator<Buffer> {
  for await (const entry of await opendir(join(dir, under))) {
    const name = under + entry.name
    if (entry.isDirectory()) {
      yield headerOf(`${name}/`, 0, '5')
      yield* pack(dir, `${name}/`)
    } else if (entry.isFile()) {
      yield* packFile(dir, name)
    }
  }
  if (under === '') yield Buffer.alloc(2 * block)
}

async function* packFile(dir: string, name: string): AsyncGenerator<Buffer> {
  const { size } = await stat(join(dir, name))
  yield headerOf(name, size, '0')
  let sent = 0
  for await (const chunk of createReadStream(join(dir, name), { highWaterMark: 256 * 1024 })) {
    sent += chunk.length
    yield chunk
  }
  if (sent !== size) throw new Error(`${name} changed while it was read`)
  yield padding(size)
}

/** Unpacks such a stream into a new folder. @throws Error on anything that is no whole archive, or would land outside the folder */
export async function unpack(source: AsyncIterable<Buffer>, dir: string): Promise<void> {
  const reader = readerOf(source)
  await mkdir(dir, { recursive: true, mode: 0o700 })
  for (;;) {
    const header = await reader.exactly(block)
    if (header.equals(zeros)) break
    const { name, size, isFolder } = entryOf(header)
    const target = join(dir, name)
    if (isFolder) {
      await mkdir(target, { recursive: true, mode: 0o700 })
      continue
    }
    await mkdir(dirname(target), { recursive: true, mode: 0o700 })
    const file = await open(target, 'wx', 0o600)
    try {
      for await (const chunk of reader.some(size)) await file.write(chunk)
      await file.sync()
    } finally {
      await file.close()
    }
    await reader.exactly(padding(size).length)
  }
  await reader.drain()
}

function entryOf(header: Buffer): { name: string; size: number; isFolder: boolean } {
  const text = (from: number, to: number) => header.toString('utf8', from, to).split('\0')[0] ?? ''
  const sum = header.reduce((total, byte, at) => total + (at >= 148 && at < 156 ? 32 : byte), 0)
  const name = text(0, 100)
  const size = Number.parseInt(text(124, 136), 8)
  if (Number.parseInt(text(148, 156), 8) !== sum || !Number.isInteger(size) || !namePattern.test(name))
    throw new Error('damaged archive')
  return { name, size, isFolder: header.toString('latin1', 156, 157) === '5' }
}

function readerOf(source: AsyncIterable<Buffer>) {
  const chunks = source[Symbol.asyncIterator]()
  let kept: Buffer = Buffer.alloc(0)
  async function take(most: number): Promise<Buffer> {
    while (kept.length === 0) {
      const next = await chunks.next()
      if (next.done) throw new Error('the archive is cut off')
      kept = next.value
    }
    const piece = kept.subarray(0, most)
    kept = kept.subarray(piece.length)
    return piece
  }
  async function* some(size: number): AsyncGenerator<Buffer> {
    for (let left = size; left > 0; ) {
      const piece = await take(left)
      left -= piece.length
      yield piece
    }
  }
  return {
    some,
    async exactly(size: number): Promise<Buffer> {
      const pieces: Buffer[] = []
      for await (const piece of some(size)) pieces.push(piece)
      return Buffer.concat(pieces)
    },
    /** To the end, so that the last sealed piece is proven too. */
    async drain(): Promise<void> {
      while (!(await chunks.next()).done);
    },
  }
}
