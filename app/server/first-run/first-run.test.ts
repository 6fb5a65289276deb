import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { isPresentPassword } from '../../../kernel/accounts/passwords.ts'
import { freshKeys } from '../../../kernel/crypto/keys.ts'
import { createSealer } from '../../../kernel/crypto/seal.ts'
import type { Database } from '../../../kernel/db/database.ts'
import { testDatabase } from '../../../kernel/testing/database.ts'
import { checkAudit } from '../../cli/commands/verify-audit.ts'
import { readConfig } from '../config.ts'
import { askFirstRun, federationIn } from '../first-run.ts'
import { establish } from './establish.ts'
import { setupForm } from './form.ts'
import { buildSetup } from './routes.ts'

const keys = freshKeys()
const code = 'K7MQ-3XWD'
const dataDir = mkdtempSync(join(tmpdir(), 'nf-first-'))
const config = readConfig({ DATA_DIR: dataDir, MODE: 'empty', PORT: '0' })
const filled = {
  code: '440309',
  name: '某某区总工会',
  shortName: '区总工会',
  system: { name: '方伟', username: 'system', password: 'Fang-Wei-2026' },
  security: { name: '严琳', username: 'security', password: 'Yan-Lin-2026' },
  audit: { name: '石磊', username: 'audit', password: 'Shi-Lei-2026' },
}

let db: Database
let app: FastifyInstance
let finished: Promise<void>
let said: string[]

beforeAll(async () => {
  db = await testDatabase()
})
afterAll(async () => {
  await db.close()
  rmSync(dataDir, { recursive: true, force: true })
})
beforeEach(async () => {
  said = []
  const setup = await buildSetup({ config, db, keys, webDir: undefined, code, say: (line) => said.push(line) })
  app = setup.app
  finished = setup.finished
})
afterEach(async () => {
  await app.close()
  for (const table of [
    'account_past_passwords',
    'account_credentials',
    'account_users',
    'posts',
    'persons',
    'org_codes',
    'orgs',
    'audit_log',
    'audit_heads',
    'federations',
  ] as const)
    await db.owner.deleteFrom(table).execute()
})

const post = (url: string, payload: unknown = {}, typed = code) =>
  app.inject({
    method: 'POST',
    url,
    headers: { 'nf-setup-code': encodeURIComponent(typed), 'content-type': 'application/json' },
    payload: JSON.stringify(payload),
  })
const faultsOf = async (payload: unknown): Promise<Record<string, string>> => {
  const response = await post('/api/setup', payload)
  expect(response.statusCode).toBe(400)
  const fields: { path: string; message: string }[] = response.json().error.details.fields
  return Object.fromEntries(fields.map(({ path, message }) => [path, message]))
}
const sheet = (content: string) => {
  const body = `--edge\r\ncontent-disposition: form-data; name="file"; filename="tree.csv"\r\ncontent-type: text/csv\r\n\r\n${content}\r\n--edge--\r\n`
  return (check: 'yes' | 'no') =>
    app.inject({
      method: 'POST',
      url: `/api/setup/tree?check=${check}`,
      headers: { 'nf-setup-code': code, 'content-type': 'multipart/form-data; boundary=edge' },
      payload: body,
    })
}
const orgs = () => db.owner.selectFrom('orgs').select(['path', 'name', 'kind', 'grade']).orderBy('path').execute()

describe('An empty house', () => {
  test('leads every page to the setup, lives, and is not ready', async () => {
    for (const url of ['/', '/console', '/console/appeals/1', '/gallery']) {
      const response = await app.inject(url)
      expect([response.statusCode, response.headers.location]).toEqual([302, '/setup'])
    }
    expect((await app.inject('/healthz')).statusCode).toBe(200)
    expect((await app.inject('/readyz')).statusCode).toBe(503)
    expect((await app.inject('/api/setup')).json()).toEqual({ stage: 'federation' })
    expect(await federationIn(db)).toBeNull()
  })

  test('is opened only by the code of the terminal, however it is typed', async () => {
    for (const url of ['/api/setup', '/api/setup/code', '/api/setup/tree', '/api/setup/finish']) {
      expect((await post(url, filled, 'AAAA-AAAA')).statusCode).toBe(403)
      expect((await app.inject({ method: 'POST', url, payload: filled })).statusCode).toBe(403)
    }
    expect(await federationIn(db)).toBeNull()
    for (const typed of ['K7MQ-3XWD', 'k7mq3xwd', ' K7MQ 3XWD ', 'Ｋ７ＭＱ－３ＸＷＤ'])
      expect((await post('/api/setup/code', {}, typed)).json()).toEqual({ stage: 'federation' })
  })

  test('does not let the code be guessed', async () => {
    const statuses: number[] = []
    for (let turn = 0; turn < 22; turn++) statuses.push((await post('/api/setup/code', {}, 'AAAA-AAAA')).statusCode)
    expect(statuses).toEqual([...Array(20).fill(403), 429, 429])
    expect((await post('/api/setup/code')).json().error.message).toContain('请等一分钟')
  })
})

describe('The federation', () => {
  test('is founded with three administrators who must change their passwords, and the audit says so', async () => {
    expect((await post('/api/setup', filled)).json()).toEqual({ stage: 'tree' })
    expect(await federationIn(db)).toBe('440309')
    expect(await orgs()).toEqual([{ path: '440309.', name: '某某区总工会', kind: 'district', grade: null }])
    const accounts = await db.owner
      .selectFrom('account_users as u')
      .innerJoin('posts as p', 'p.person_id', 'u.person_id')
      .innerJoin('persons as n', 'n.id', 'u.person_id')
      .select(['u.id', 'u.username', 'u.must_change_password', 'p.role', 'p.org_path', 'n.name'])
      .orderBy('u.username')
      .execute()
    expect(accounts.map(({ username, role, name, org_path }) => [username, role, name, org_path])).toEqual([
      ['audit', 'audit_admin', '石磊', '440309.'],
      ['security', 'security_admin', '严琳', '440309.'],
      ['system', 'system_admin', '方伟', '440309.'],
    ])
    expect(accounts.every((account) => account.must_change_password)).toBe(true)
    expect(await isPresentPassword(db, '440309', accounts[2]?.id ?? '', 'Fang-Wei-2026')).toBe(true)
    expect(await checkAudit(db)).toEqual({ lines: 1, faults: [] })
    expect(said.join()).not.toContain('2026')
  })

  test('is founded once, also when two browsers send at the same time', async () => {
    const answers = await Promise.all([post('/api/setup', filled), post('/api/setup', { ...filled, code: '440304' })])
    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409])
    expect(await db.owner.selectFrom('federations').select('id').execute()).toHaveLength(1)
    expect((await post('/api/setup', filled)).statusCode).toBe(409)
  })

  test('is not founded at all when something breaks in the middle', async () => {
    const form = setupForm.parse(filled)
    const broken = { ...form, audit: { ...form.audit, username: form.system.username } }
    await expect(establish(db, createSealer(keys), broken, '2026-03-02T01:00:00.000Z')).rejects.toThrow()
    expect(await federationIn(db)).toBeNull()
    expect(await db.owner.selectFrom('persons').select('id').execute()).toEqual([])
  })

  test('asks for every field in Chinese', async () => {
    expect(await faultsOf({})).toEqual({
      code: '请填写行政区划代码',
      name: '请填写总工会全称',
      shortName: '请填写简称',
      system: '请填写这名管理员',
      security: '请填写这名管理员',
      audit: '请填写这名管理员',
    })
    const faults = await faultsOf({
      ...filled,
      code: '99',
      name: '某某公司',
      audit: { name: '', username: 'A', password: 'short' },
    })
    expect(faults).toEqual({
      code: expect.stringContaining('6 位数字'),
      name: expect.stringContaining('全称'),
      'audit.name': '请填写姓名',
      'audit.username': expect.stringContaining('小写字母开头'),
      'audit.password': expect.stringContaining('密码至少 10 位'),
    })
    expect(await faultsOf({ ...filled, code: '990101' })).toEqual({
      code: expect.stringContaining('没有这个行政区划代码'),
    })
  })

  test('has three different people as administrators', async () => {
    const faults = await faultsOf({ ...filled, security: filled.system })
    expect(Object.keys(faults).sort()).toEqual(['security.name', 'security.password', 'security.username'])
    expect(faults['security.name']).toContain('三个不同的人')
  })
})

describe('The tree of unions', () => {
  beforeEach(async () => {
    await post('/api/setup', filled)
  })

  test('is looked at first, then brought in, and may be brought again', async () => {
    const send = sheet(
      '上级名称或代码,名称,代码,类型,等级\n,东门街道,440309001,街道,\n440309001,甲社区工联会,,社区,二级\n甲社区工联会,某某玩具厂工会,,基层工会,\n丙社区,丁工会,,,',
    )
    const wrong = [{ row: 5, message: expect.stringContaining('没有找到上级“丙社区”') }]
    expect((await send('yes')).json()).toEqual({ added: 3, known: 0, errors: wrong })
    expect(await orgs()).toHaveLength(1)
    expect((await send('no')).json()).toEqual({ added: 3, known: 0, errors: wrong })
    expect((await send('no')).json()).toEqual({ added: 0, known: 3, errors: wrong })
    expect((await orgs()).map(({ name, kind, grade }) => [name, kind, grade])).toEqual([
      ['某某区总工会', 'district', null],
      ['东门街道总工会', 'street', null],
      ['甲社区工联会', 'community', 2],
      ['某某玩具厂工会', 'enterprise', null],
    ])
    expect((await checkAudit(db)).faults).toEqual([])
  })

  test('needs a federation, and a file', async () => {
    expect((await post('/api/setup/tree')).json().error.message).toContain('请选择要导入的表格')
    expect((await sheet('%PDF-1.7')('yes')).statusCode).toBe(415)
  })
})

test('the first run ends when it is told to, and gives its port back', async () => {
  const lines: string[] = []
  const closing: (() => Promise<void>)[] = []
  const run = askFirstRun({ config, db, keys, webDir: '/nowhere', say: (line) => lines.push(line), closing })
  await expect.poll(() => lines.join()).toContain('设置码')
  const [, url = '', shown = ''] = /(http:\S+)\/setup\n\s+设置码 (\S+)/.exec(lines.join()) ?? []
  const send = (path: string, body: unknown) =>
    fetch(url + path, {
      method: 'POST',
      headers: { 'nf-setup-code': shown, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
  expect((await send('/api/setup/finish', {})).status).toBe(409)
  expect((await send('/api/setup', filled)).status).toBe(200)
  expect(closing).toHaveLength(1)
  expect(await (await send('/api/setup/finish', {})).json()).toEqual({ stage: 'done' })
  await run
  expect(closing).toEqual([])
  await expect(fetch(`${url}/healthz`)).rejects.toThrow()
  void finished
})

test('of several federations the configured one is meant', async () => {
  await db.owner
    .insertInto('federations')
    .values([
      { id: '440306', name: '甲区总工会', short_name: '甲' },
      { id: '440307', name: '乙区总工会', short_name: '乙' },
    ])
    .execute()
  expect(await federationIn(db, '440307')).toBe('440307')
  await expect(federationIn(db, '440399')).rejects.toThrow('请用 FEDERATION 写明')
})
