import { randomBytes } from 'node:crypto'
import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, readFileSync, statSync, writeSync } from 'node:fs'
import { dirname } from 'node:path'
import { z } from 'zod'

/** The installation's secrets. Every secret is 32 random bytes. */
export type Keys = {
  /** Name of the data key that new values are sealed with. */
  current: string
  /** Data keys by name; older ones stay so that what they sealed still opens. */
  dataKeys: ReadonlyMap<string, Buffer>
  /** Makes blind indexes. It cannot be changed without computing every index again. */
  indexKey: Buffer
  /** Base64. Signs sessions and links. */
  signingSecret: string
}

/** Secrets as text, each base64 or hex of 32 bytes. `dataKeys` reads `k2:<key>,k1:<key>`, the current one first. */
export type KeyValues = { dataKeys: string; indexKey: string; signingSecret: string }

const keyName = /^[a-z0-9-]{1,16}$/

const fileShape = z.strictObject({
  version: z.literal(1),
  current: z.string(),
  dataKeys: z.record(z.string(), z.string()),
  indexKey: z.string(),
  signingSecret: z.string(),
})

function bytesOf(name: string, text: string): Buffer {
  const encoding = /^[0-9a-f]{64}$/i.test(text) ? 'hex' : 'base64'
  const bytes = Buffer.from(text, encoding)
  const isExact = bytes.length === 32 && (encoding === 'hex' || bytes.toString('base64') === text)
  if (!isExact || new Set(bytes).size < 8) {
    throw new Error(
      `密钥 ${name} 不合格：应为 32 个随机字节的 base64 或十六进制文本，可用 openssl rand -base64 32 生成。(${name} must be 32 random bytes.)`,
    )
  }
  return bytes
}

function assemble(current: string, named: [string, string][], indexKey: string, signingSecret: string): Keys {
  const dataKeys = new Map<string, Buffer>()
  for (const [name, text] of named) {
    if (!keyName.test(name) || dataKeys.has(name)) {
      throw new Error(`数据密钥的名称“${name}”不合格或重复，请用小写字母、数字和连字符。(Bad or repeated key name.)`)
    }
    dataKeys.set(name, bytesOf(`dataKeys.${name}`, text))
  }
  if (!dataKeys.has(current)) throw new Error(`缺少当前数据密钥“${current}”。(The current data key is missing.)`)
  const keys = {
    current,
    dataKeys,
    indexKey: bytesOf('indexKey', indexKey),
    signingSecret: bytesOf('signingSecret', signingSecret).toString('base64'),
  }
  const all = [...dataKeys.values(), keys.indexKey].map((key) => key.toString('base64'))
  if (new Set([...all, keys.signingSecret]).size < dataKeys.size + 2) {
    throw new Error('各密钥必须互不相同，请分别生成。(Every key must be different.)')
  }
  return keys
}

/** Keys given as text, by environment or a vault. @throws Error in Chinese and English naming the key that is malformed. */
export function keysFromValues(values: KeyValues): Keys {
  const named = values.dataKeys.split(',').map((part): [string, string] => {
    const colon = part.indexOf(':')
    return [part.slice(0, Math.max(0, colon)).trim(), part.slice(colon + 1).trim()]
  })
  return assemble(named[0]?.[0] ?? '', named, values.indexKey.trim(), values.signingSecret.trim())
}

const freshFile = (): z.infer<typeof fileShape> => {
  const fresh = () => randomBytes(32).toString('base64')
  return { version: 1, current: 'k1', dataKeys: { k1: fresh() }, indexKey: fresh(), signingSecret: fresh() }
}

const fromShape = (shape: z.infer<typeof fileShape>) =>
  assemble(shape.current, Object.entries(shape.dataKeys), shape.indexKey, shape.signingSecret)

/** New keys that are written nowhere, for tests and for a first start without a disk. */
export const freshKeys = (): Keys => fromShape(freshFile())

function create(file: string): void {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
  const handle = openSync(file, 'wx', 0o600)
  try {
    writeSync(handle, `${JSON.stringify(freshFile(), null, 2)}\n`)
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

function parsed(file: string): z.infer<typeof fileShape> {
  try {
    return fileShape.parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch (cause) {
    // The parser's own message may quote a key, so it is not carried along.
    const kind = cause instanceof SyntaxError ? 'JSON' : 'shape'
    throw new Error(
      `密钥文件 ${file} 读不懂，请用备份恢复，不要删除，否则已加密的资料无法打开。(Malformed key file: ${kind}.)`,
    )
  }
}

/**
 * The keys in a file, made on the first start. The file and its backup must be kept apart from the data.
 * @param file path of the JSON file; on POSIX only its owner may read it (0600).
 * @throws Error in Chinese and English when the file is malformed or open to others.
 */
export function keysFromFile(file: string): Keys {
  if (!existsSync(file)) create(file)
  const isOpen = process.platform !== 'win32' && (statSync(file).mode & 0o077) !== 0
  if (isOpen)
    throw new Error(`密钥文件 ${file} 能被其他用户读取，请执行 chmod 600 后再启动。(Key file is readable by others.)`)
  return fromShape(parsed(file))
}
