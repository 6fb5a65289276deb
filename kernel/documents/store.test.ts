import { randomBytes } from 'node:crypto'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { freshKeys } from '../crypto/keys.ts'
import { createSealer } from '../crypto/seal.ts'
import { samples } from './sample-files.ts'
import { createFileStore, type FileStore } from './store.ts'

const MB = 1024 * 1024
const context = 'documents.content:440307:1'
let dir: string
let store: FileStore

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'nf-files-'))
  store = createFileStore({ dir, sealer: createSealer(freshKeys()), maxBytes: 20 * MB })
})
afterEach(() => rmSync(dir, { recursive: true, force: true }))

const filesOnDisk = (): string[] =>
  readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
const save = (name: string, content: Uint8Array) => store.save(Readable.from([content]), { name, context })
const onlyFile = (): string => filesOnDisk()[0] ?? ''

setFlagsFromString('--expose-gc')
const collectGarbage = runInNewContext('gc') as () => void
/** What is really held, past what only waits to be collected. */
const held = () => {
  collectGarbage()
  return process.memoryUsage().arrayBuffers
}

/** A picture of so many megabytes that is made while it is read. */
function largePicture(megabytes: number) {
  const made = { bytes: 0, peak: 0 }
  function* chunks() {
    yield samples.jpg
    const chunk = randomBytes(64 * 1024)
    for (let i = 0; i < megabytes * 16; i++) {
      made.bytes += chunk.length
      if (i % 16 === 0) made.peak = Math.max(made.peak, held())
      yield Buffer.from(chunk)
    }
  }
  return { stream: Readable.from(chunks(), { objectMode: false }), made }
}

describe('a file in the store', () => {
  it.each(['standard', 'national'] as const)('comes back byte for byte under the %s algorithms', async (algorithm) => {
    store = createFileStore({ dir, sealer: createSealer(freshKeys(), algorithm), maxBytes: MB })
    const content = Buffer.concat([samples.jpg, randomBytes(200_000)])
    const saved = await save('照片.jpg', content)
    expect(saved).toMatchObject({ name: '照片.jpg', mediaType: 'image/jpeg', bytes: content.length })
    expect(await buffer(await store.open(saved.storedAs, context))).toEqual(content)
  })

  it('lies there encrypted, under a name that says nothing, for its owner alone', async () => {
    const saved = await save('张三的病历.txt', Buffer.from('诊断结果：'.repeat(50)))
    const [path, ...others] = filesOnDisk()
    expect(others).toEqual([])
    expect(path).toBe(join(dir, saved.storedAs.slice(0, 2), saved.storedAs))
    expect(readFileSync(onlyFile()).includes(Buffer.from('诊断'))).toBe(false)
    if (process.platform !== 'win32') expect(statSync(onlyFile()).mode & 0o077).toBe(0)
  })

  it('may be there twice', async () => {
    const [one, two] = await Promise.all([save('a.png', samples.png), save('a.png', samples.png)])
    expect(one.digest).toBe(two.digest)
    expect(one.storedAs).not.toBe(two.storedAs)
    await store.remove(one.storedAs)
    await store.remove(one.storedAs)
    expect(await buffer(await store.open(two.storedAs, context))).toEqual(samples.png)
  })

  it('may be as large as the limit and not one byte larger', async () => {
    store = createFileStore({ dir, sealer: createSealer(freshKeys()), maxBytes: 100_000 })
    const content = Buffer.concat([samples.jpg, Buffer.alloc(100_000 - samples.jpg.length, 1)])
    expect((await save('a.jpg', content)).bytes).toBe(100_000)
    await expect(save('a.jpg', Buffer.concat([content, Buffer.from([1])]))).rejects.toMatchObject({ status: 413 })
    expect(filesOnDisk()).toHaveLength(1)
  })

  it('may not be empty', async () => {
    await expect(save('a.txt', Buffer.alloc(0))).rejects.toMatchObject({ status: 422 })
    expect(filesOnDisk()).toEqual([])
  })
})

describe('an upload that fails leaves nothing behind', () => {
  it('a hundred megabytes against a limit of twenty: refused on the way, with flat memory', async () => {
    const before = held()
    const { stream, made } = largePicture(100)
    await expect(store.save(stream, { name: 'a.jpg', context })).rejects.toMatchObject({
      status: 413,
      details: { maxBytes: 20 * MB },
    })
    expect(made.bytes).toBeLessThan(22 * MB)
    expect(made.peak - before).toBeLessThan(8 * MB)
    expect(filesOnDisk()).toEqual([])
    expect(stream.destroyed).toBe(true)
  })

  it('nineteen megabytes pass with flat memory', async () => {
    const before = held()
    const { stream, made } = largePicture(19)
    await store.save(stream, { name: 'a.jpg', context })
    expect(made.peak - before).toBeLessThan(8 * MB)
  })

  it('a connection that breaks off', async () => {
    const broken = new Readable({ read() {} })
    broken.push(samples.jpg)
    setTimeout(() => broken.destroy(new Error('socket hang up')), 20)
    await expect(store.save(broken, { name: 'a.jpg', context })).rejects.toMatchObject({
      status: 400,
      message: '上传中断了，请再试一次',
    })
    const silent = new Readable({ read() {} })
    silent.push(samples.jpg)
    setTimeout(() => silent.destroy(), 20)
    await expect(store.save(silent, { name: 'a.jpg', context })).rejects.toMatchObject({ status: 400 })
    expect(filesOnDisk()).toEqual([])
  })

  it('a disk that cannot be written', async () => {
    writeFileSync(join(dir, 'arriving'), 'a file where the folder should be')
    const waiting = new Readable({ read() {} })
    await expect(store.save(waiting, { name: 'a.jpg', context })).rejects.toMatchObject({
      code: expect.stringMatching(/^E/),
    })
    expect(waiting.destroyed).toBe(true)
  })

  it('a kind that may not come in', async () => {
    await expect(save('a.pdf', samples.docx)).rejects.toMatchObject({ status: 415 })
    await expect(save('a.exe', samples.jpg)).rejects.toMatchObject({ status: 415 })
    expect(filesOnDisk()).toEqual([])
  })
})

describe('a file that was touched on the disk', () => {
  const content = Buffer.concat([samples.jpg, randomBytes(300_000)])
  const read = async (storedAs: string) => buffer(await store.open(storedAs, context))

  it.each([
    ['its first bytes', (bytes: Buffer) => bytes.fill(0, 0, 8)],
    ['one bit in the first frame', (bytes: Buffer) => bytes.fill((bytes[100] ?? 0) ^ 1, 100, 101)],
    ['one bit in the middle', (bytes: Buffer) => bytes.fill((bytes[200_000] ?? 0) ^ 1, 200_000, 200_001)],
    ['its last byte', (bytes: Buffer) => bytes.subarray(0, -1)],
    ['its last frame', (bytes: Buffer) => bytes.subarray(0, 2 * 65_552)],
    ['everything', () => Buffer.alloc(0)],
  ])('does not come back as if it were whole: %s', async (_, touch) => {
    const { storedAs } = await save('a.jpg', content)
    writeFileSync(onlyFile(), touch(readFileSync(onlyFile())))
    await expect(read(storedAs)).rejects.toThrow(/损坏|打不开|不完整/)
  })

  it('is refused before its first byte is given out when its beginning is damaged, and when it is gone', async () => {
    const { storedAs } = await save('a.jpg', content)
    writeFileSync(onlyFile(), readFileSync(onlyFile()).fill(0, 60, 80))
    await expect(store.open(storedAs, context)).rejects.toMatchObject({
      status: 500,
      message: expect.stringContaining('备份'),
    })
    rmSync(onlyFile())
    await expect(store.open(storedAs, context)).rejects.toMatchObject({ status: 500 })
  })

  it('opens for no other document', async () => {
    const { storedAs } = await save('a.jpg', content)
    await expect(store.open(storedAs, 'documents.content:440307:2')).rejects.toMatchObject({ status: 500 })
    await expect(store.open('../../../../etc/passwd', context)).rejects.toMatchObject({ status: 500 })
  })
})

describe('the sweep', () => {
  const now = '2026-03-10T00:00:00.000Z'
  const age = (path: string, hours: number) => {
    const at = new Date(Date.parse(now) - hours * 3_600_000)
    utimesSync(path, at, at)
  }

  it('deletes what is older than a day and known to nobody, and half-written files of a crash', async () => {
    const [known, orphan, fresh] = [
      await save('a.png', samples.png),
      await save('a.png', samples.png),
      await save('a.png', samples.png),
    ]
    const placeOf = (storedAs: string) => join(dir, storedAs.slice(0, 2), storedAs)
    for (const { storedAs } of [known, orphan]) age(placeOf(storedAs), 25)
    age(placeOf(fresh.storedAs), 23)
    const crashed = join(dir, 'arriving', 'f'.repeat(32))
    const arriving = join(dir, 'arriving', 'e'.repeat(32))
    mkdirSync(join(dir, 'arriving'), { recursive: true })
    writeFileSync(crashed, 'half')
    writeFileSync(arriving, 'half')
    age(crashed, 25)
    age(arriving, 1)
    const asked: string[] = []
    const swept = await store.sweep(now, async (names) => {
      asked.push(...names)
      return new Set([known.storedAs])
    })
    expect(swept).toBe(2)
    expect(asked.sort()).toEqual([known.storedAs, orphan.storedAs].sort())
    expect(filesOnDisk().sort()).toEqual([placeOf(known.storedAs), placeOf(fresh.storedAs), arriving].sort())
  })

  it('finds nothing where nothing was ever stored', async () => {
    const empty = createFileStore({ dir: join(dir, 'nowhere'), sealer: createSealer(freshKeys()), maxBytes: MB })
    expect(await empty.sweep(now, async () => new Set())).toBe(0)
  })
})
