import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import fc from 'fast-check'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { pack, unpack } from './tar.ts'

let home: string
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'nf-tar-'))
})
afterEach(() => rmSync(home, { recursive: true, force: true }))

const cut = async function* (whole: Buffer, size: number) {
  for (let at = 0; at < whole.length; at += size) yield whole.subarray(at, at + size)
}
const packed = async (dir: string) => Buffer.concat(await Array.fromAsync(pack(dir)))
const listOf = (dir: string) => readdirSync(dir, { recursive: true, encoding: 'utf8' }).sort()

function fill(dir: string, files: Readonly<Record<string, Buffer>>) {
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(dir, name)), { recursive: true })
    writeFileSync(join(dir, name), content)
  }
}

test('a folder comes back with every file and every empty folder, however the stream was cut', async () => {
  const sizes = fc.array(fc.oneof(fc.constantFrom(0, 1, 511, 512, 513, 1024), fc.nat(5000)), { maxLength: 6 })
  await fc.assert(
    fc.asyncProperty(sizes, fc.integer({ min: 1, max: 3000 }), async (lengths, piece) => {
      const from = mkdtempSync(join(home, 'from-'))
      const to = join(mkdtempSync(join(home, 'to-')), 'db')
      mkdirSync(join(from, 'pg_notify'))
      const files = Object.fromEntries(
        lengths.map((length, at) => [`base/${at}/${at}_fsm`, Buffer.alloc(length, at + 1)]),
      )
      fill(from, files)
      await unpack(cut(await packed(from), piece), to)
      expect(listOf(to)).toEqual(listOf(from))
      for (const [name, content] of Object.entries(files)) expect(readFileSync(join(to, name))).toEqual(content)
    }),
    { numRuns: 25 },
  )
})

test('an archive that is cut off anywhere is no archive', async () => {
  fill(home, { 'from/a': Buffer.alloc(700, 1), 'from/b/c': Buffer.alloc(100, 2) })
  const whole = await packed(join(home, 'from'))
  for (const length of [0, 100, 512, 900, 1536, whole.length - 1024]) {
    await expect(unpack(cut(whole.subarray(0, length), 64), join(home, `to-${length}`))).rejects.toThrow('cut off')
  }
})

test('a file that would land outside the folder is refused, as is a damaged header', async () => {
  fill(home, { 'from/inside': Buffer.from('x') })
  const whole = await packed(join(home, 'from'))
  const renamed = Buffer.from(whole)
  renamed.write('../out\0', 0)
  const sum = renamed.subarray(0, 512).reduce((total, byte, at) => total + (at >= 148 && at < 156 ? 32 : byte), 0)
  renamed.write(sum.toString(8).padStart(6, '0'), 148)
  await expect(unpack(cut(renamed, 512), join(home, 'to'))).rejects.toThrow('damaged archive')
  const touched = Buffer.from(whole)
  touched.write('X', 0)
  await expect(unpack(cut(touched, 512), join(home, 'again'))).rejects.toThrow('damaged archive')
  expect(readdirSync(home).sort()).toEqual(['again', 'from', 'to'])
})
