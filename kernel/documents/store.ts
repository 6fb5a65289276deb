import { createHash, randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { constants, createWriteStream } from 'node:fs'
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { pipeline as piped, type Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { Failure, fail } from '../contract/errors.ts'
import type { Sealer } from '../crypto/seal.ts'
import { createInspector, type Verdict } from './inspect.ts'

export type Saved = Verdict & {
  storedAs: string
  bytes: number
  /** SHA-256 of the content, hex. */
  digest: string
}

export type FileStore = {
  /** Most bytes of one file. */
  maxBytes: number
  /**
   * Streams a file to the disk, encrypted, and finds out what it is; memory stays flat. Nothing is left behind when it fails.
   * @param about.context what the content is bound to; it opens for nothing else
   * @throws Failure 400 cut off on the way, 413 larger than `maxBytes`, 415 not a kind that may be handed in, 422 empty
   */
  save(source: Readable, about: { name: string; context: string }): Promise<Saved>
  /**
   * The content again. A file that is not as it was written ends in an error: before anything is given out when its first 64 KB are touched, else
   * in the middle of the stream. @throws Failure 500 when the file is gone or its beginning is damaged
   */
  open(storedAs: string, context: string): Promise<Readable>
  /** Deletes the content for good; no matter when it is gone already. */
  remove(storedAs: string): Promise<void>
  /**
   * Deletes what a crash or a rolled-back action left behind: files older than a day that nobody knows.
   * @param now the machine's time as ISO instant, since files carry the machine's time
   * @param isKnown which of these (at most 500) names are in use
   * @returns how many were deleted
   */
  sweep(now: string, isKnown: (names: readonly string[]) => Promise<ReadonlySet<string>>): Promise<number>
}

const DAY = 24 * 60 * 60 * 1000
const PAGE = 500
const NAME = /^[0-9a-f]{32}$/
const ARRIVING = 'arriving'

const sizeWords = (bytes: number) =>
  bytes < 1024 * 1024 ? `${Math.floor(bytes / 1024)} KB` : `${Math.floor(bytes / 1024 / 1024)} MB`

/** The refusal of a file that is too large, with the limit in words. @throws Failure 413 */
export const refuseSize = (maxBytes: number): never =>
  fail(413, `文件超过 ${sizeWords(maxBytes)}，请压缩或截短后再上传`, { maxBytes })

type Options = { dir: string; sealer: Sealer; maxBytes: number }

/**
 * Files in a folder of their own, encrypted at rest under random names, each written aside and moved into place when it is complete and on the disk.
 * @param options.dir the folder, made when missing; to be backed up together with the database
 */
export function createFileStore(options: Options): FileStore {
  const { dir, maxBytes } = options
  return {
    maxBytes,
    save: (source, about) => save(options, source, about),
    open: (storedAs, context) => reopen(options, storedAs, context),
    remove: async (storedAs) => rm(placeOf(dir, storedAs), { force: true }),
    sweep: (now, isKnown) => sweep(dir, Date.parse(now) - DAY, isKnown),
  }
}

function placeOf(dir: string, storedAs: string): string {
  if (!NAME.test(storedAs)) throw new Error('malformed name in the file store')
  return join(dir, storedAs.slice(0, 2), storedAs)
}

async function save(
  { dir, sealer, maxBytes }: Options,
  source: Readable,
  { name, context }: { name: string; context: string },
): Promise<Saved> {
  const storedAs = randomBytes(16).toString('hex')
  const aside = join(dir, ARRIVING, storedAs)
  try {
    await makeFolder(join(dir, ARRIVING))
    const found = await receive(source, name, maxBytes, aside, sealer.encryptStream(context))
    await settle(aside, placeOf(dir, storedAs))
    return { storedAs, ...found }
  } catch (error) {
    source.destroy()
    await rm(aside, { force: true })
    throw error
  }
}

async function reopen({ dir, sealer }: Options, storedAs: string, context: string): Promise<Readable> {
  try {
    const file = (await open(placeOf(dir, storedAs), 'r')).createReadStream()
    const plain = piped(file, sealer.decryptStream(context), () => {})
    await once(plain, 'readable')
    return plain
  } catch (cause) {
    const failure = new Failure(500, '这个文件损坏或丢失了，请联系系统管理员从备份恢复')
    failure.cause = cause
    throw failure
  }
}

const makeFolder = (folder: string) => mkdir(folder, { recursive: true, mode: 0o700 })

async function receive(
  source: Readable,
  name: string,
  maxBytes: number,
  target: string,
  encrypt: NodeJS.ReadWriteStream,
) {
  const inspector = createInspector(name)
  const hash = createHash('sha256')
  let bytes = 0
  async function* gauged() {
    for await (const chunk of whole(source)) {
      bytes += chunk.length
      if (bytes > maxBytes) refuseSize(maxBytes)
      hash.update(chunk)
      await inspector.take(chunk)
      yield chunk
    }
  }
  const disk = createWriteStream(target, { flags: 'wx', mode: 0o600, flush: true })
  disk.once('error', () => source.destroy()) // a full disk must not wait for the next piece
  await pipeline(gauged, encrypt, disk)
  if (bytes === 0) fail(422, '文件是空的，请重新选择')
  return { ...(await inspector.finish()), bytes, digest: hash.digest('hex') }
}

/** The pieces of a stream; one that breaks off is the sender's network, not a fault of ours. @throws Failure 400 */
async function* whole(source: Readable): AsyncGenerator<Buffer> {
  try {
    for await (const part of source as AsyncIterable<Uint8Array>)
      yield Buffer.from(part.buffer, part.byteOffset, part.length)
  } catch (cause) {
    const failure = new Failure(400, '上传中断了，请再试一次')
    failure.cause = cause
    throw failure
  }
}

/** Moves a finished file into place; after this it survives a power cut. */
async function settle(aside: string, place: string): Promise<void> {
  const folder = dirname(place)
  await makeFolder(folder)
  await rename(aside, place)
  if (process.platform === 'win32') return // Windows cannot open a folder to flush it
  const handle = await open(folder, constants.O_RDONLY)
  await handle.sync().finally(() => handle.close())
}

async function sweep(
  dir: string,
  before: number,
  isKnown: (names: readonly string[]) => Promise<ReadonlySet<string>>,
): Promise<number> {
  let swept = 0
  for (const folder of await namesIn(dir)) {
    const names = (await namesIn(join(dir, folder))).filter((name) => NAME.test(name))
    for (let at = 0; at < names.length; at += PAGE) {
      const old = await olderThan(before, join(dir, folder), names.slice(at, at + PAGE))
      const kept = folder === ARRIVING || old.length === 0 ? new Set<string>() : await isKnown(old)
      for (const name of old.filter((one) => !kept.has(one))) {
        await rm(join(dir, folder, name), { force: true })
        swept += 1
      }
    }
  }
  return swept
}

const namesIn = (folder: string): Promise<string[]> => readdir(folder).catch(() => [])

async function olderThan(before: number, folder: string, names: readonly string[]): Promise<string[]> {
  const old: string[] = []
  for (const name of names) {
    const facts = await stat(join(folder, name)).catch(() => undefined) // another sweep may have been faster
    if (facts && facts.mtimeMs < before) old.push(name)
  }
  return old
}
