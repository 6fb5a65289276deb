import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import type { z } from 'zod'
import { ConfigError } from './config-error.ts'
import { type Setting, settings } from './settings.ts'

export { ConfigError } from './config-error.ts'

const root = resolve(import.meta.dirname, '../..')
export const standardPort = 8440

type Name = keyof typeof settings
type Values = { [N in Name]: z.output<(typeof settings)[N]['read']> }
export type Env = Readonly<Record<string, string | undefined>>
export type Config = ReturnType<typeof readConfig>

/** Puts the lines of the project's `.env`, where there is one, into `process.env`; what the environment already holds stays. */
export function loadEnvFile(file = resolve(root, '.env')): void {
  try {
    process.loadEnvFile(file)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) {
      throw new ConfigError(`读不了 ${file}，请检查它的权限。`)
    }
  }
}

/**
 * Reads every setting once from `env` (the text of the environment) and the command line (`--empty`). Gives a frozen record;
 * folders are absolute, `isPortChosen` tells a port the operator asked for from the standard one.
 * Throws ConfigError naming each wrong setting, what it held (never a secret) and what to write instead.
 */
export function readConfig(env: Env, argv: readonly string[] = []) {
  const isEmpty = readFlags(argv).empty
  const found = readSettings(env)
  checkTogether(found)
  const dataDir = resolve(root, found.DATA_DIR)
  return Object.freeze({
    port: found.PORT ?? standardPort,
    isPortChosen: found.PORT !== undefined,
    host: found.HOST,
    publicUrl: found.PUBLIC_URL?.replace(/\/+$/, ''),
    trustProxy: found.TRUST_PROXY,
    dataDir,
    databaseUrl: found.DATABASE_URL,
    databasePool: found.DATABASE_POOL,
    databaseDir: resolve(dataDir, 'db'),
    federation: found.FEDERATION,
    mode: isEmpty ? 'empty' : found.MODE,
    demoDaysAhead: found.DEMO_DAYS_AHEAD,
    logLevel: found.LOG_LEVEL,
    sessionIdleMinutes: found.SESSION_IDLE_MINUTES,
    passwordMaxAgeDays: found.PASSWORD_MAX_AGE_DAYS,
    uploadMaxBytes: found.UPLOAD_MAX_MB * 1024 * 1024,
    rateLimitPerMinute: found.RATE_LIMIT_PER_MINUTE,
    crypto: found.CRYPTO,
    masterKey: found.MASTER_KEY,
    mail: mailOf(found),
    sms: smsOf(found),
    mapTilesUrl: found.MAP_TILES_URL,
  })
}

function readFlags(argv: readonly string[]): { empty: boolean } {
  try {
    const { values } = parseArgs({ args: [...argv], options: { empty: { type: 'boolean', default: false } } })
    return values
  } catch {
    throw new ConfigError(`不认识的参数：${argv.join(' ')}。可用的只有 --empty（以空库启动，不建示范区）。`)
  }
}

function readSettings(env: Env): Values {
  const wrong: string[] = []
  const read = Object.entries<Setting>(settings).map(([name, setting]) => {
    const text = env[name]?.trim() || undefined
    const result = setting.read.safeParse(text)
    if (!result.success) wrong.push(complaint(name, setting, text))
    return [name, result.data]
  })
  if (wrong.length > 0) throw new ConfigError(wrong.join('\n'))
  return Object.fromEntries(read)
}

const complaint = (name: string, { isSecret, advice }: Setting, text = '') =>
  `设置 ${name} 的值${isSecret ? '不对（涉及保密，不在此显示）' : `“${text}”不对`}。${advice}。`

/** Settings that need one another. */
function checkTogether(found: Values): void {
  const missing: string[] = []
  const need = (name: Name, because: string) => {
    if (found[name] === undefined) missing.push(`${because}，还需要设置 ${name}。${settings[name].advice}。`)
  }
  if (found.MAIL === 'smtp') need('SMTP_URL', 'MAIL 写成了 smtp')
  if (found.SMTP_URL && found.MAIL !== 'console') need('SMTP_FROM', '设置了 SMTP_URL')
  if (found.SMS === 'http') {
    need('SMS_HTTP_URL', 'SMS 写成了 http')
    need('SMS_HTTP_TOKEN', 'SMS 写成了 http')
  }
  if (found.DEMO_DAYS_AHEAD > 0 && found.MODE !== 'demonstration')
    missing.push('DEMO_DAYS_AHEAD 只能用于演示区：真实的办理期限不能拨快。')
  if (missing.length > 0) throw new ConfigError(missing.join('\n'))
}

const mailOf = ({ MAIL, SMTP_URL, SMTP_FROM }: Values) =>
  MAIL !== 'console' && SMTP_URL && SMTP_FROM
    ? Object.freeze({ by: 'smtp' as const, url: SMTP_URL, from: SMTP_FROM })
    : Object.freeze({ by: 'console' as const })

const smsOf = ({ SMS, SMS_HTTP_URL, SMS_HTTP_TOKEN }: Values) =>
  SMS === 'http' && SMS_HTTP_URL && SMS_HTTP_TOKEN
    ? Object.freeze({ by: 'http' as const, url: SMS_HTTP_URL, token: SMS_HTTP_TOKEN })
    : Object.freeze({ by: 'console' as const })
