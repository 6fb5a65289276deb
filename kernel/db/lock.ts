import { randomUUID } from 'node:crypto'
import {
  closeSync,
  fstatSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { z } from 'zod'
import { isSameProcess, type Process, processSchema, thisProcess } from './process.ts'
import { findServing } from './serving.ts'

export type FolderLock = { release(): void }

const lockSchema = processSchema.extend({ id: z.string() })
type Owner = z.infer<typeof lockSchema>

/** How often the owner shows that it lives, and how long others believe it without a sign when they cannot look at its process. */
const pulseMs = 10_000
const silenceMs = 60_000

/** The folder is in use. The message is a Chinese sentence for the person who tried; a command can be passed to the server at `url` with its token. */
export class FolderLocked extends Error {
  override name = 'FolderLocked'
  /** Of the process that holds the folder; absent in the instant in which it has not yet written its name. */
  readonly pid: number | undefined
  readonly url: string | undefined
  constructor(dir: string, owner: Process | undefined, url?: string) {
    const where = owner && owner.host !== hostname() ? `（在 ${owner.host} 上）` : ''
    const server = url ? `，服务地址 ${url}，访问令牌在 ${join(dir, 'serving.json')}` : ''
    super(
      `数据文件夹 ${dir} 正由另一个程序使用：进程 ${owner?.pid ?? '未知'}${where}${server}。内置数据库同一时间只能由一个程序打开，` +
        `请先停止它，或通过它的服务执行。如果它已意外停止，请一分钟后再试；仍不行，先确认它没有在运行，再删除 ${join(dir, 'database.lock')}。`,
    )
    this.pid = owner?.pid
    this.url = url
  }
}

/**
 * Takes the data folder `dir` (made when missing) for this process alone, because the embedded database in it belongs to one process.
 * A lock whose owner is gone, also after kill -9, a reboot or in a vanished container, is taken over. `release` gives the folder back and may be
 * called twice; so does the end of the process. Throws FolderLocked when a living process, this one included, holds it.
 */
export function lockFolder(dir: string): FolderLock {
  mkdirSync(dir, { recursive: true, mode: 0o700 })
  const file = join(dir, 'database.lock')
  const mine: Owner = { ...thisProcess(), id: randomUUID() }
  const handle = create(file, mine) ?? takeOver(dir, file, mine)
  const text = JSON.stringify(mine)
  const pulse = setInterval(() => touch(handle, text), pulseMs).unref()
  let isHeld = true
  const release = () => {
    if (!isHeld) return
    isHeld = false
    clearInterval(pulse)
    process.off('exit', release)
    closeSync(handle)
    if (read(file)?.id === mine.id) {
      rmSync(join(dir, 'serving.json'), { force: true })
      rmSync(file, { force: true })
    }
  }
  process.once('exit', release)
  return { release }
}

/** Opens the lock file for the first who asks; nothing when there is one already. */
function create(file: string, mine: Owner): number | undefined {
  try {
    const handle = openSync(file, 'wx', 0o600)
    writeSync(handle, JSON.stringify(mine))
    return handle
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return undefined
    throw error
  }
}

function touch(handle: number, text: string): void {
  try {
    writeSync(handle, text, 0)
  } catch {
    // A full disk must not end the server: where its process can be seen the sign is not needed.
  }
}

function read(file: string): Owner | undefined {
  try {
    return lockSchema.safeParse(JSON.parse(readFileSync(file, 'utf8'))).data
  } catch {
    return undefined
  }
}

/** Removes a dead owner's lock and takes its place. Two that find the same dead owner would remove each other's: a second file lets one through. */
function takeOver(dir: string, file: string, mine: Owner): number {
  const owner = read(file)
  if (isAlive(file, owner)) throw new FolderLocked(dir, owner, findServing(dir)?.url)
  const gate = `${file}.takeover`
  const gateHandle = create(gate, mine)
  if (gateHandle === undefined) {
    if (!isAlive(gate, read(gate))) rmSync(gate, { force: true })
    throw new FolderLocked(dir, read(gate) ?? owner)
  }
  try {
    if (read(file)?.id !== owner?.id) throw new FolderLocked(dir, read(file))
    // Renaming before removing: Windows keeps the name of a file that is still open somewhere.
    renameSync(file, `${gate}.old`)
    rmSync(`${gate}.old`, { force: true })
    rmSync(join(dir, 'serving.json'), { force: true })
    const handle = create(file, mine)
    if (handle === undefined) throw new FolderLocked(dir, read(file))
    return handle
  } finally {
    closeSync(gateHandle)
    rmSync(gate, { force: true })
  }
}

/** Whether the owner of a lock lives; where its process cannot be seen, whether the file was touched lately. */
function isAlive(file: string, owner: Owner | undefined): boolean {
  const known = owner && isSameProcess(owner)
  return known ?? silence(file) < silenceMs
}

/** Milliseconds since a file was last written, by the clock of the disk it lies on, which several machines may share. */
function silence(file: string): number {
  const probe = `${file}.${randomUUID()}`
  const handle = openSync(probe, 'wx', 0o600)
  try {
    return fstatSync(handle).mtimeMs - statSync(file).mtimeMs
  } finally {
    closeSync(handle)
    rmSync(probe, { force: true })
  }
}
