import { z } from 'zod'

/** One line of `.env`: how its text is read, what to write instead of a wrong one, and whether its value may be shown. */
export type Setting<T = unknown> = { read: z.ZodType<T>; advice: string; isSecret?: true }

const setting = <T>(read: z.ZodType<T>, advice: string, isSecret?: true): Setting<T> => ({ read, advice, isSecret })

const whole = (from: number, to: number) =>
  z
    .string()
    .regex(/^\d{1,9}$/)
    .transform(Number)
    .refine((value) => value >= from && value <= to)

const number = (from: number, to: number, standard: number, unit = '') =>
  setting(whole(from, to).prefault(String(standard)), `请写 ${from} 到 ${to} 之间的整数${unit}，例如 ${standard}`)

const oneOf = <const T extends readonly [string, ...string[]]>(names: T, standard: T[number]) =>
  setting(z.enum(names).default(standard as never), `只能写 ${names.join('、')} 之一，不写即 ${standard}`)

const url = (schemes: readonly string[]) =>
  z.string().refine((text) => {
    const found = URL.parse(text)
    return found !== null && schemes.includes(found.protocol) && found.hostname !== ''
  })

const key = z
  .base64()
  .transform((text) => Buffer.from(text, 'base64'))
  .refine((bytes) => bytes.length === 32)

/** Proxies to believe: how many stand in front, or their addresses. `true` is not offered: it would believe anybody. */
const proxies = z.union([
  whole(0, 9).transform((hops) => (hops === 0 ? false : hops)),
  z
    .string()
    .transform((text) => text.split(',').map((part) => part.trim()))
    .pipe(z.array(z.union([z.ipv4(), z.ipv6(), z.cidrv4(), z.cidrv6(), z.literal('loopback')])).min(1)),
])

/** Every setting there is. `.env.example` documents them one by one; a test compares the two. */
export const settings = {
  PORT: setting(whole(0, 65_535).optional(), '请写 0 到 65535 之间的端口号，例如 8440'),
  HOST: setting(
    z
      .string()
      .regex(/^[\w.:-]+$/)
      .default('127.0.0.1'),
    '请写本机的地址，例如 127.0.0.1；要让别的机器访问写 0.0.0.0',
  ),
  PUBLIC_URL: setting(url(['http:', 'https:']).optional(), '请写完整网址，例如 https://nuanfeng.example.org.cn'),
  TRUST_PROXY: setting(
    proxies.default(false),
    '请写前面代理的层数（例如 1），或代理的地址（例如 127.0.0.1,10.0.0.0/8）',
  ),
  DATA_DIR: setting(z.string().default('.data'), '请写一个文件夹，例如 .data'),
  DATABASE_URL: setting(
    url(['postgres:', 'postgresql:']).optional(),
    '请写 postgresql://用户:密码@主机:5432/库名；不写则使用内置数据库',
    true,
  ),
  DATABASE_POOL: number(2, 500, 16),
  FEDERATION: setting(
    z
      .string()
      .regex(/^\d{6}$/)
      .default('440307'),
    '请写六位行政区划代码，例如 440307',
  ),
  MODE: oneOf(['demonstration', 'empty'], 'demonstration'),
  DEMO_DAYS_AHEAD: number(0, 3650, 0, '（天，只用于演示区）'),
  LIBREOFFICE: setting(z.string().optional(), '请写 soffice 程序的完整路径，例如 /usr/bin/soffice'),
  LOG_LEVEL: oneOf(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'], 'warn'),
  SESSION_IDLE_MINUTES: number(1, 1440, 30, '（分钟）'),
  PASSWORD_MAX_AGE_DAYS: number(1, 3650, 90, '（天）'),
  UPLOAD_MAX_MB: number(1, 2048, 50, '（兆）'),
  RATE_LIMIT_PER_MINUTE: number(1, 1_000_000, 1000, '（次每分钟）'),
  CRYPTO: oneOf(['international', 'national'], 'international'),
  MASTER_KEY: setting(
    key.optional(),
    '请写 32 字节密钥的 base64，可用 openssl rand -base64 32 生成；不写则在 DATA_DIR 里保存密钥文件',
    true,
  ),
  MAIL: setting(z.enum(['console', 'smtp']).optional(), '只能写 console、smtp 之一，不写时有 SMTP_URL 即 smtp'),
  SMTP_URL: setting(url(['smtp:', 'smtps:']).optional(), '请写 smtps://用户:密码@主机:465', true),
  SMTP_FROM: setting(
    z
      .string()
      .regex(/^([^<>]+<[^\s<>@]+@[^\s<>@]+>|[^\s<>@]+@[^\s<>@]+)$/)
      .optional(),
    '请写发件人，例如 暖蜂 <nuanfeng@example.org.cn>',
  ),
  SMS: oneOf(['console', 'http'], 'console'),
  SMS_HTTP_URL: setting(
    url(['http:', 'https:']).optional(),
    '请写短信网关的完整网址，例如 https://sms.example.org.cn/send',
  ),
  SMS_HTTP_TOKEN: setting(z.string().min(8).optional(), '请写短信网关给的令牌（至少 8 个字符）', true),
  MAP_TILES_URL: setting(
    z
      .string()
      .regex(/^(https?:\/\/|\/).*\{z\}.*\{[xy]\}.*\{[xy]\}/)
      .optional(),
    '请写带 {z}/{x}/{y} 的瓦片网址，例如 https://tiles.example.org.cn/{z}/{x}/{y}.png；不写则用示意图',
  ),
} satisfies Record<string, Setting>
