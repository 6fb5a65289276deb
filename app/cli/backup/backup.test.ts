import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { text } from 'node:stream/consumers'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { createSealer } from '../../../kernel/crypto/seal.ts'
import { lockFolder } from '../../../kernel/db/lock.ts'
import { type Config, readConfig } from '../../server/config.ts'
import { keysOf } from '../../server/house.ts'
import { freshFolder, openSmallHouse, runAlone, type SmallHouse } from '../small-house.ts'
import { type Manifest, sealManifest } from './manifest.ts'

const home = mkdtempSync(join(tmpdir(), 'nf-backup-'))
const letter = '一份说明，只有自己人能看'
let source: SmallHouse
let whole: string
let storedAs: string

/** An untouched copy of the backup for each test to spoil. */
let copy: string
/** A second installation with the same keys and its own, empty database. */
let target: Config

beforeAll(async () => {
  source = await openSmallHouse(await freshFolder())
  await source.runWith(
    'Heng-Gang2026',
    'user',
    'add',
    '--username',
    'chen.xm',
    '--name',
    '陈晓梅',
    '--role',
    'street_officer',
    '--org',
    '440307003',
  )
  storedAs = (
    await source.house.files.save(Readable.from([Buffer.from(letter)]), { name: '说明.txt', context: 'documents:1' })
  ).storedAs
  whole = join(home, 'whole')
  await source.run('backup', whole)
})
afterAll(async () => {
  await source.close()
  rmSync(source.config.dataDir, { recursive: true, force: true })
  rmSync(home, { recursive: true, force: true })
})
beforeEach(() => {
  copy = mkdtempSync(join(home, 'copy-'))
  cpSync(whole, copy, { recursive: true })
  const dir = mkdtempSync(join(home, 'target-'))
  cpSync(join(source.config.dataDir, 'keys.json'), join(dir, 'keys.json'))
  target = readConfig({ DATA_DIR: dir })
})

const manifestOf = (dir: string): Manifest => JSON.parse(readFileSync(join(dir, 'manifest.json'), 'utf8'))
const write = (dir: string, manifest: unknown) => writeFileSync(join(dir, 'manifest.json'), JSON.stringify(manifest))
const spoil = (file: string, at: number) => {
  const bytes = readFileSync(file)
  bytes[at] = (bytes[at] ?? 0) ^ 1
  writeFileSync(file, bytes)
}
/** Nothing has come into the data folder. */
const isUntouched = () => expect(readdirSync(target.dataDir)).toEqual(['keys.json'])

test('a backup is one encrypted database, the encrypted files and a manifest, and no key', () => {
  const files = readdirSync(whole, { recursive: true, encoding: 'utf8' }).sort()
  expect(files).toEqual([
    'database.enc',
    'files',
    `files/${storedAs.slice(0, 2)}`,
    `files/${storedAs.slice(0, 2)}/${storedAs}`,
    'manifest.json',
  ])
  const all = files.filter((file) => !/^files(\/..)?$/.test(file)).map((file) => readFileSync(join(whole, file)))
  for (const secret of [
    '陈晓梅',
    letter,
    readFileSync(join(source.config.dataDir, 'keys.json'), 'utf8').match(/"indexKey": "(.*)"/)?.[1] ?? '?',
  ]) {
    expect(all.some((bytes) => bytes.includes(secret))).toBe(false)
  }
})

test('what was backed up stands again elsewhere: rows, accounts, files, an unbroken audit log', async () => {
  const outcome = await runAlone(target, 'restore', copy)
  expect(outcome.ok).toBe(true)
  expect(outcome.text).toContain('账号 1')
  expect(outcome.text).toContain('附件文件 1 个')
  expect(outcome.text).toContain('逐条核对无误')
  const restored = await openSmallHouse(target.dataDir, {}, false)
  try {
    const users = await restored.house.db.owner.selectFrom('account_users').select('username').execute()
    expect(users).toEqual([{ username: 'chen.xm' }])
    expect(await text(await restored.house.files.open(storedAs, 'documents:1'))).toBe(letter)
    const actions = await restored.house.db.owner
      .selectFrom('audit_log')
      .select('action')
      .where('federation_id', '=', '440307')
      .execute()
    expect(actions.map(({ action }) => action).sort()).toEqual(['house.restore', 'house.user-add'])
    expect((await restored.run('verify-audit')).ok).toBe(true)
  } finally {
    await restored.close()
  }
})

test('restoring over a working house keeps what was there under another name', async () => {
  await runAlone(target, 'restore', copy)
  writeFileSync(join(target.dataDir, 'db', 'mark-of-the-old'), '')
  const outcome = await runAlone(target, 'restore', copy)
  const aside = readdirSync(target.dataDir).filter((name) => name.includes('.before-'))
  expect(aside.map((name) => name.split('.')[0]).sort()).toEqual(['db', 'files'])
  for (const name of aside) expect(outcome.text).toContain(name)
  expect(existsSync(join(target.dataDir, aside.find((name) => name.startsWith('db')) ?? '', 'mark-of-the-old'))).toBe(
    true,
  )
  expect(existsSync(join(target.dataDir, 'db', 'mark-of-the-old'))).toBe(false)
  expect(readdirSync(target.dataDir).filter((name) => name.includes('restoring'))).toEqual([])
})

test.each([
  ['whose end never came (no manifest)', () => rmSync(join(copy, 'manifest.json')), '备份时中断'],
  [
    'whose manifest is half written',
    () => writeFileSync(join(copy, 'manifest.json'), readFileSync(join(whole, 'manifest.json')).subarray(0, 200)),
    '已损坏',
  ],
  [
    'whose database is cut off',
    () => writeFileSync(join(copy, 'database.enc'), readFileSync(join(whole, 'database.enc')).subarray(0, 1_000_000)),
    '已损坏或被改动',
  ],
  [
    'in whose database one bit has changed',
    () => spoil(join(copy, 'database.enc'), 2_000_000),
    'database.enc 已损坏或被改动',
  ],
  [
    'in whose attachment one bit has changed',
    () => spoil(join(copy, 'files', storedAs.slice(0, 2), storedAs), 70),
    '已损坏或被改动',
  ],
  ['that lacks an attachment', () => rmSync(join(copy, 'files'), { recursive: true }), '缺少文件'],
  [
    'whose manifest tells other numbers',
    () => write(copy, { ...manifestOf(copy), rows: { ...manifestOf(copy).rows, persons: 1 } }),
    '被改动过',
  ],
  [
    'whose parts were exchanged',
    () => write(copy, { ...manifestOf(copy), parts: manifestOf(copy).parts.slice(0, 1) }),
    '被改动过',
  ],
  ['of a later format', () => write(copy, { ...manifestOf(copy), format: 2 }), '更新的版本'],
  [
    'that reaches outside its folder',
    () => write(copy, { ...manifestOf(copy), parts: [{ file: '../keys.json', bytes: 1, sha256: '0'.repeat(64) }] }),
    '已损坏',
  ],
])('a backup %s is refused, and nothing is touched', async (_, harm, words) => {
  harm()
  await expect(runAlone(target, 'restore', copy)).rejects.toThrow(words)
  isUntouched()
})

test('a backup of a later version, with migrations unknown here, is refused', async () => {
  const { proof: _, ...content } = manifestOf(copy)
  const sealer = createSealer(keysOf(target))
  write(copy, sealManifest(sealer, { ...content, migrations: [...content.migrations, '20990101-00-later'] }))
  await expect(runAlone(target, 'restore', copy)).rejects.toThrow('更新的版本')
  isUntouched()
})

test('with other keys, or none, nothing is restored and no new key is made', async () => {
  rmSync(join(target.dataDir, 'keys.json'))
  await expect(runAlone(target, 'restore', copy)).rejects.toThrow('没有密钥')
  expect(readdirSync(target.dataDir)).toEqual([])
  keysOf(target)
  await expect(runAlone(target, 'restore', copy)).rejects.toThrow('密钥与这份备份不符')
  isUntouched()
})

test('when the rows are not those that were counted, the present database stays', async () => {
  await runAlone(target, 'restore', copy)
  const { proof: _, ...content } = manifestOf(copy)
  write(copy, sealManifest(createSealer(keysOf(target)), { ...content, rows: { ...content.rows, persons: 9999 } }))
  const before = readdirSync(target.dataDir).sort()
  await expect(runAlone(target, 'restore', copy)).rejects.toThrow('人员应有 9999')
  expect(readdirSync(target.dataDir).sort()).toEqual(before)
})

test('a running house is not restored into', async () => {
  const lock = lockFolder(target.dataDir)
  await expect(runAlone(target, 'restore', copy)).rejects.toThrow('正由另一个程序使用')
  lock.release()
})

test('a backup of another engine is not taken', async () => {
  const config = readConfig({ DATA_DIR: target.dataDir, DATABASE_URL: 'postgresql://nobody@127.0.0.1:1/none' })
  await expect(runAlone(config, 'restore', copy)).rejects.toThrow('请去掉 DATABASE_URL')
})

test('a backup goes into an empty folder only, and never into the data it backs up', async () => {
  await expect(source.run('backup', whole)).rejects.toThrow('已有内容')
  await expect(source.run('backup', join(source.config.dataDir, 'files', 'mine'))).rejects.toThrow(
    '不能备份到数据文件夹',
  )
  await expect(source.run('backup', source.config.databaseDir)).rejects.toThrow('不能备份到数据文件夹')
})

test('while a backup runs, others wait for the database and then find it as it was', async () => {
  const dir = join(home, 'second')
  const [outcome, answer] = await Promise.all([
    source.run('backup', dir),
    sql<{ n: number }>`select count(*) as n from persons`.execute(source.house.db.owner),
  ])
  expect(outcome.text).toContain('keys.json')
  expect(answer.rows[0]?.n).toBe(manifestOf(dir).rows.persons)
})
