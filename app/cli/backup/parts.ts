import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { access, mkdir, open, readdir, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { Readable, Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { fail } from '../../../kernel/contract/errors.ts'
import type { Part } from './manifest.ts'

/** Writes a stream to `dir/file`, onto the disk, and says what has been written. Chunks pass as they come. */
export async function writePart(
  source: AsyncIterable<Uint8Array>,
  dir: string,
  file: string,
  ...through: Transform[]
): Promise<Part> {
  const hash = createHash('sha256')
  let bytes = 0
  const gauge = new Transform({
    transform(chunk: Buffer, _encoding, passOn) {
      hash.update(chunk)
      bytes += chunk.length
      passOn(null, chunk)
    },
  })
  await mkdir(dirname(join(dir, file)), { recursive: true, mode: 0o700 })
  const target = createWriteStream(join(dir, file), { flags: 'wx', mode: 0o600, flush: true })
  await pipeline([Readable.from(source), ...through, gauge, target])
  return { file, bytes, sha256: hash.digest('hex') }
}

/** Holds every file of a backup against its fingerprint. @throws Failure 422 naming the first that is missing or not as it was written */
export async function verifyParts(dir: string, parts: readonly Part[]): Promise<void> {
  for (const { file, bytes, sha256 } of parts) {
    const path = join(dir, file)
    const found = await stat(path).catch(() => undefined)
    if (!found) fail(422, `备份里缺少文件 ${file}，不能恢复。请换一份完整的备份。`)
    if (found.size !== bytes || (await fingerprint(path)) !== sha256)
      fail(422, `备份里的文件 ${file} 已损坏或被改动，不能恢复。请换一份备份。`)
  }
}

async function fingerprint(path: string): Promise<string> {
  const hash = createHash('sha256')
  for await (const chunk of createReadStream(path)) hash.update(chunk)
  return hash.digest('hex')
}

/** The uploaded files as they lie in the store, encrypted already. One that is removed for good while we copy is passed over. */
export async function copyFiles(from: string, dir: string): Promise<Part[]> {
  const parts: Part[] = []
  for (const folder of await namesIn(from, /^[0-9a-f]{2}$/)) {
    for (const name of await namesIn(join(from, folder), /^[0-9a-f]{32}$/)) {
      const source = await open(join(from, folder, name), 'r').catch(() => undefined)
      if (source) parts.push(await writePart(source.createReadStream(), dir, `files/${folder}/${name}`))
    }
  }
  return parts
}

const namesIn = async (folder: string, pattern: RegExp): Promise<string[]> =>
  (await readdir(folder).catch(() => [])).filter((name) => pattern.test(name)).sort()

/** A new or empty folder of one's own. @throws Failure 409 when something lies in it */
export async function takeEmptyFolder(dir: string): Promise<void> {
  await mkdir(dir, { recursive: true, mode: 0o700 })
  if ((await readdir(dir)).length > 0) fail(409, `文件夹 ${dir} 里已有内容，请另选一个空的或还没有的文件夹。`)
}

export const isThere = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  )
