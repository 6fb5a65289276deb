import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseEnv } from 'node:util'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ConfigError, type Env, loadEnvFile, readConfig, standardPort } from './config.ts'
import { type Setting, settings } from './settings.ts'

const root = join(import.meta.dirname, '../..')
const names = Object.keys(settings)
const example = parseEnv(
  readFileSync(join(root, '.env.example'), 'utf8')
    .split('\n')
    .map((line) => line.replace(/^# (?=[A-Z][A-Z_]*=)/, ''))
    .join('\n'),
)

const complaintOf = (env: Env, argv: string[] = []) => {
  try {
    readConfig(env, argv)
  } catch (error) {
    if (error instanceof ConfigError) return error.message
    throw error
  }
  return undefined
}

test('without any setting the demonstration district runs on the embedded database for this machine alone', () => {
  expect(readConfig({})).toEqual({
    port: standardPort,
    isPortChosen: false,
    host: '127.0.0.1',
    publicUrl: undefined,
    trustProxy: false,
    dataDir: join(root, '.data'),
    databaseUrl: undefined,
    databasePool: 16,
    databaseDir: join(root, '.data/db'),
    federation: '440307',
    mode: 'demonstration',
    demoDaysAhead: 0,
    logLevel: 'warn',
    sessionIdleMinutes: 30,
    passwordMaxAgeDays: 90,
    uploadMaxBytes: 50 * 1024 * 1024,
    rateLimitPerMinute: 1000,
    crypto: 'international',
    masterKey: undefined,
    mail: { by: 'console' },
    sms: { by: 'console' },
    mapTilesUrl: undefined,
  })
})

test('.env.example documents every setting, and no other', () => {
  expect(Object.keys(example).sort()).toEqual([...names].sort())
})

test('.env.example shows the defaults that hold, and works when every line is switched on', () => {
  for (const [name, { read }] of Object.entries<Setting>(settings)) {
    const standard = read.parse(undefined)
    if (standard !== undefined) expect([name, read.parse(example[name])]).toEqual([name, standard])
  }
  expect(example.PORT).toBe(String(standardPort))
  expect(readConfig(example).mail).toEqual({
    by: 'smtp',
    url: 'smtps://user:password@smtp.example.org.cn:465',
    from: '暖蜂 <nuanfeng@example.org.cn>',
  })
})

test('the configuration cannot be changed after it was read, nor does a later change of the environment reach it', () => {
  const env: Record<string, string> = { PORT: '9000' }
  const config = readConfig(env)
  env.PORT = '9001'
  expect(config.port).toBe(9000)
  expect(Object.isFrozen(config) && Object.isFrozen(config.mail) && Object.isFrozen(config.sms)).toBe(true)
})

test('an empty setting counts as none, and blanks around a value do not count', () => {
  expect(readConfig({ PORT: '', DATABASE_URL: ' ' })).toEqual(readConfig({}))
  expect(readConfig({ PORT: ' 9000 ' })).toMatchObject({ port: 9000, isPortChosen: true })
})

test('--empty starts without the demonstration district; an argument nobody knows stops the start', () => {
  expect(readConfig({}, ['--empty']).mode).toBe('empty')
  expect(complaintOf({}, ['--emtpy'])).toContain('--emtpy')
})

test.each([
  ['PORT', '80a', '80a', '0 到 65535'],
  ['PORT', '70000', '70000', '例如 8440'],
  ['HOST', 'http://x', 'http://x', '127.0.0.1'],
  ['PUBLIC_URL', 'nuanfeng.example', 'nuanfeng.example', 'https://'],
  ['TRUST_PROXY', 'true', 'true', '层数'],
  ['DATABASE_POOL', '0', '“0”', '2 到 500'],
  ['FEDERATION', '龙岗', '龙岗', '440307'],
  ['MODE', 'demo', 'demo', 'demonstration、empty'],
  ['LOG_LEVEL', 'loud', 'loud', 'warn'],
  ['UPLOAD_MAX_MB', '1.5', '1.5', '整数（兆）'],
  ['CRYPTO', 'sm', 'sm', 'national'],
  ['SMTP_FROM', '暖蜂', '暖蜂', '发件人'],
  ['MAP_TILES_URL', 'https://tiles.example', 'https://tiles.example', '{z}/{x}/{y}'],
])('a wrong %s (%s) is named, shown and corrected', (name, text, shown, advice) => {
  const said = complaintOf({ [name]: text })
  expect(said).toContain(`设置 ${name} 的值`)
  expect(said).toContain(shown)
  expect(said).toContain(advice)
})

test.each([
  ['DATABASE_URL', 'mysql://nf:secret-word@127.0.0.1/nf'],
  ['MASTER_KEY', 'secret-word'],
  ['SMTP_URL', 'secret-word@example.org.cn'],
  ['SMS_HTTP_TOKEN', 'secret'],
])('a wrong %s is named without being shown', (name, text) => {
  const said = complaintOf({ [name]: text })
  expect(said).toContain(`设置 ${name} 的值不对（涉及保密，不在此显示）`)
  expect(said).not.toContain('secret')
})

test('all wrong settings are named at once', () => {
  expect(complaintOf({ PORT: 'x', MODE: 'y' })?.split('\n')).toHaveLength(2)
})

test('a master key is 32 bytes', () => {
  const key = Buffer.alloc(32, 7)
  expect(readConfig({ MASTER_KEY: key.toString('base64') }).masterKey).toEqual(key)
  expect(complaintOf({ MASTER_KEY: Buffer.alloc(31).toString('base64') })).toContain('openssl rand -base64 32')
})

test('proxies are a number of them or their addresses', () => {
  expect(readConfig({ TRUST_PROXY: '2' }).trustProxy).toBe(2)
  expect(readConfig({ TRUST_PROXY: '0' }).trustProxy).toBe(false)
  expect(readConfig({ TRUST_PROXY: '127.0.0.1, 10.0.0.0/8' }).trustProxy).toEqual(['127.0.0.1', '10.0.0.0/8'])
})

test('mail and messages that are to be sent say what else they need', () => {
  expect(complaintOf({ MAIL: 'smtp', SMTP_FROM: 'a@b.cn' })).toContain('还需要设置 SMTP_URL')
  expect(complaintOf({ SMTP_URL: 'smtp://127.0.0.1:25' })).toContain('还需要设置 SMTP_FROM')
  expect(complaintOf({ SMS: 'http' })).toMatch(/SMS_HTTP_URL.*SMS_HTTP_TOKEN/s)
  expect(readConfig({ MAIL: 'console', SMTP_URL: 'smtp://127.0.0.1:25' }).mail).toEqual({ by: 'console' })
})

test('whatever is written in the environment, the start either has a configuration or a Chinese sentence', () => {
  const env = fc.dictionary(fc.constantFrom(...names), fc.oneof(fc.string(), fc.integer().map(String), fc.webUrl()))
  fc.assert(
    fc.property(env, (record) => {
      const said = complaintOf(record)
      expect(said === undefined || /设置 [A-Z_]+/.test(said)).toBe(true)
    }),
  )
})

test('.env is read where there is one, and the environment comes first', () => {
  const dir = mkdtempSync(join(tmpdir(), 'nf-env-'))
  const file = join(dir, '.env')
  loadEnvFile(file)
  writeFileSync(file, 'NF_TEST_A=file\nNF_TEST_B=file\n')
  process.env.NF_TEST_A = 'environment'
  loadEnvFile(file)
  expect([process.env.NF_TEST_A, process.env.NF_TEST_B]).toEqual(['environment', 'file'])
  delete process.env.NF_TEST_A
  delete process.env.NF_TEST_B
  rmSync(dir, { recursive: true })
  expect(() => loadEnvFile(tmpdir())).toThrow(ConfigError)
})

test('days ahead are for the demonstration and refused in earnest', () => {
  expect(readConfig({ DEMO_DAYS_AHEAD: '9' }).demoDaysAhead).toBe(9)
  expect(() => readConfig({ DEMO_DAYS_AHEAD: '9', MODE: 'empty' })).toThrow(/只能用于演示区/)
})
