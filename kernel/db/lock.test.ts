import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { hostname, tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { FolderLocked, lockFolder } from './lock.ts'
import { thisProcess } from './process.ts'
import { findServing, writeServing } from './serving.ts'

let dir: string
const children: ChildProcess[] = []
const lockFile = () => join(dir, 'database.lock')

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'nf-lock-'))
})

afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL')
  rmSync(dir, { recursive: true, force: true })
})

/** Another program that takes the folder, serves, and stays until it is ended; says `held` or the sentence it was refused with. */
async function otherProgram(then = 'setInterval(() => {}, 1000)') {
  const lines = `
    import { lockFolder } from ${JSON.stringify(join(import.meta.dirname, 'lock.ts'))}
    import { writeServing } from ${JSON.stringify(join(import.meta.dirname, 'serving.ts'))}
    try {
      lockFolder(${JSON.stringify(dir)})
      writeServing(${JSON.stringify(dir)}, { url: 'http://127.0.0.1:8440', token: 'let-me-in' })
      console.log('held')
      ${then}
    } catch (error) { console.log(error.message) }`
  const child = spawn(process.execPath, ['--input-type=module', '-e', lines], { stdio: ['ignore', 'pipe', 'inherit'] })
  children.push(child)
  const [said] = await once(child.stdout, 'data')
  return { child, said: String(said).trim() }
}

const refusal = () => {
  try {
    lockFolder(dir).release()
  } catch (error) {
    if (error instanceof FolderLocked) return error
    throw error
  }
  return undefined
}

const writeOwner = (owner: object) => writeFileSync(lockFile(), JSON.stringify({ ...thisProcess(), id: 'x', ...owner }))

test('a folder that was given back can be taken again, and nothing of the lock stays', () => {
  const lock = lockFolder(dir)
  writeServing(dir, { url: 'http://127.0.0.1:8440', token: 'let-me-in' })
  lock.release()
  lock.release()
  expect(existsSync(lockFile())).toBe(false)
  expect(findServing(dir)).toBeUndefined()
  lockFolder(dir).release()
})

test('a folder that does not exist yet is made', () => {
  const lock = lockFolder(join(dir, 'deep', 'data'))
  expect(existsSync(join(dir, 'deep', 'data', 'database.lock'))).toBe(true)
  lock.release()
})

test('the same process cannot take a folder twice', () => {
  const lock = lockFolder(dir)
  expect(refusal()?.pid).toBe(process.pid)
  lock.release()
  expect(refusal()).toBeUndefined()
})

test('a living program keeps the folder, and the refusal says who it is and how to reach it', async () => {
  const { child, said } = await otherProgram()
  expect(said).toBe('held')
  const error = refusal()
  expect(error).toMatchObject({ pid: child.pid, url: 'http://127.0.0.1:8440' })
  expect(error?.message).toContain(
    `进程 ${child.pid}，服务地址 http://127.0.0.1:8440，访问令牌在 ${join(dir, 'serving.json')}`,
  )
  expect(error?.message).not.toContain('let-me-in')
  expect(findServing(dir)).toEqual({ pid: child.pid, url: 'http://127.0.0.1:8440', token: 'let-me-in' })
})

test('after kill -9 the folder is taken over and the note of the dead server is gone', async () => {
  const { child } = await otherProgram()
  child.kill('SIGKILL')
  await once(child, 'exit')
  expect(existsSync(lockFile())).toBe(true)
  const lock = lockFolder(dir)
  expect(findServing(dir)).toBeUndefined()
  expect(JSON.parse(readFileSync(lockFile(), 'utf8')).pid).toBe(process.pid)
  lock.release()
})

test('a program that ends by itself gives the folder back', async () => {
  const { child } = await otherProgram('process.exit(0)')
  if (child.exitCode === null) await once(child, 'exit')
  expect(existsSync(lockFile())).toBe(false)
})

test('of several programs that find a dead lock at once, one gets the folder', async () => {
  const { child } = await otherProgram()
  child.kill('SIGKILL')
  await once(child, 'exit')
  const others = await Promise.all(Array.from({ length: 4 }, () => otherProgram()))
  expect(others.filter(({ said }) => said === 'held')).toHaveLength(1)
})

test.runIf(process.platform !== 'win32')(
  'a process number that was given to another program does not keep the folder',
  () => {
    writeOwner({ started: 'long ago' })
    expect(refusal()).toBeUndefined()
  },
)

test('a lock from another machine holds as long as it shows signs of life, and not a minute longer', () => {
  writeOwner({ host: `not-${hostname()}` })
  expect(refusal()?.message).toContain(`（在 not-${hostname()} 上）`)
  const { mtimeMs } = statSync(lockFile())
  utimesSync(lockFile(), mtimeMs / 1000 - 61, mtimeMs / 1000 - 61)
  expect(refusal()).toBeUndefined()
})

test('a lock without a name in it is believed for a minute', () => {
  writeFileSync(lockFile(), '')
  expect(refusal()?.message).toContain('进程 未知')
  const { mtimeMs } = statSync(lockFile())
  utimesSync(lockFile(), mtimeMs / 1000 - 61, mtimeMs / 1000 - 61)
  expect(refusal()).toBeUndefined()
})

test.runIf(process.platform !== 'win32')('lock and note are for the same user only', () => {
  const lock = lockFolder(dir)
  writeServing(dir, { url: 'http://127.0.0.1:8440', token: 'let-me-in' })
  expect(statSync(join(dir, 'serving.json')).mode & 0o777).toBe(0o600)
  expect(statSync(lockFile()).mode & 0o777).toBe(0o600)
  lock.release()
})

test('a note that is damaged is no note', () => {
  writeFileSync(join(dir, 'serving.json'), '{"pid": 1')
  expect(findServing(dir)).toBeUndefined()
})
