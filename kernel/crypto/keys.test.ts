import { randomBytes } from 'node:crypto'
import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { freshKeys, keysFromFile, keysFromValues } from './keys.ts'
import { createSealer } from './seal.ts'

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'nuanfeng-keys-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const fresh = () => randomBytes(32).toString('base64')
const rewrite = (name: string, change: (shape: Record<string, unknown>) => unknown) => {
  const file = join(folder, name)
  keysFromFile(file)
  writeFileSync(file, JSON.stringify(change(JSON.parse(readFileSync(file, 'utf8')))))
  return () => keysFromFile(file)
}

test('the first start makes a key file that only its owner can read, and the next start finds the same keys', () => {
  const file = join(folder, 'new', 'keys.json')
  const keys = keysFromFile(file)
  expect(keysFromFile(file)).toEqual(keys)
  expect(keys.dataKeys.get(keys.current)).toHaveLength(32)
  expect(statSync(file).mode & 0o777).toBe(process.platform === 'win32' ? 0o666 : 0o600)
  const sealed = createSealer(keys).seal('张三', 'people.name:1')
  expect(createSealer(keysFromFile(file)).open(sealed, 'people.name:1')).toBe('张三')
})

test.skipIf(process.platform === 'win32')('a key file that others can read is refused', () => {
  const file = join(folder, 'open.json')
  keysFromFile(file)
  chmodSync(file, 0o644)
  expect(() => keysFromFile(file)).toThrow('chmod 600')
})

test('a damaged key file is refused without telling its content, and is left as it is', () => {
  const file = join(folder, 'damaged.json')
  writeFileSync(file, '{"version":1,"current":"k1","secret', { mode: 0o600 })
  expect(() => keysFromFile(file)).toThrow('请用备份恢复')
  expect(() => keysFromFile(file)).not.toThrow('secret"')
  expect(readFileSync(file, 'utf8')).toContain('secret')
  expect(rewrite('version.json', (shape) => ({ ...shape, version: 2 }))).toThrow('请用备份恢复')
})

test('a key that is short, empty of chance, repeated or missing is refused by name', () => {
  expect(rewrite('a.json', (shape) => ({ ...shape, indexKey: randomBytes(16).toString('base64') }))).toThrow('indexKey')
  expect(rewrite('b.json', (shape) => ({ ...shape, dataKeys: { k1: Buffer.alloc(32).toString('base64') } }))).toThrow(
    'k1',
  )
  expect(rewrite('c.json', (shape) => ({ ...shape, signingSecret: shape.indexKey }))).toThrow('互不相同')
  expect(rewrite('d.json', (shape) => ({ ...shape, current: 'k9' }))).toThrow('“k9”')
  expect(rewrite('e.json', (shape) => ({ ...shape, signingSecret: '口令' }))).toThrow('signingSecret')
  expect(rewrite('f.json', (shape) => ({ ...shape, dataKeys: { 'K 1': fresh() } }))).toThrow('“K 1”')
})

test('keys may come from the environment instead, in base64 or hex, the current one first', () => {
  const [k1, k2] = [fresh(), randomBytes(32).toString('hex')]
  const keys = keysFromValues({ dataKeys: `k2:${k2}, k1:${k1}`, indexKey: fresh(), signingSecret: fresh() })
  expect(keys.current).toBe('k2')
  expect(keys.dataKeys.get('k2')?.toString('hex')).toBe(k2)
  expect(keys.dataKeys.get('k1')?.toString('base64')).toBe(k1)
  expect(() => keysFromValues({ dataKeys: k1, indexKey: fresh(), signingSecret: fresh() })).toThrow('名称')
  expect(() => keysFromValues({ dataKeys: `k1:${k1},k1:${k2}`, indexKey: fresh(), signingSecret: fresh() })).toThrow(
    '重复',
  )
  expect(freshKeys()).not.toEqual(freshKeys())
})
