import { randomBytes } from 'node:crypto'
import type { Transform } from 'node:stream'
import { decryptStream, encryptStream } from './filestream.ts'
import { createKeyring, type Keyring } from './keyring.ts'
import type { Keys } from './keys.ts'
import { type Algorithm, nonceLength, type Suite, suiteNamed, suiteOf } from './suites.ts'

/** What a blind index is made of. Two kinds never give the same index for the same text. */
export type BlindKind = 'id' | 'phone' | 'card' | 'credit' | 'name' | 'email' | 'document' | 'receipt' | 'openid'

export type Sealer = {
  algorithm: Algorithm
  /**
   * Encrypts text for one place. @param context `table.column:record`, never empty: the value opens nowhere else.
   * @returns `v1.<suite>.<key name>.<base64url>`
   */
  seal(plain: string, context: string): string
  /** @throws Error when the text was changed, moved to another record, or its key is not here. */
  open(sealed: string, context: string): string
  /** As `seal`, for bytes that fit into memory. */
  sealBytes(plain: Uint8Array, context: string): Buffer
  /** @throws Error as `open` does. */
  openBytes(sealed: Uint8Array, context: string): Buffer
  /** Keyed fingerprint in hex, for finding an equal value without decrypting; give it the normalised value. */
  blindIndex(kind: BlindKind, value: string): string
  /** Plain fingerprint in hex: SHA-256, or SM3 under `national`. */
  digest(data: string | Uint8Array): string
  /** Encrypts a file on its way to the disk; memory stays flat. */
  encryptStream(context: string): Transform
  /** Gives out only bytes that are proven; a shortened file ends in an error instead of an end, so use `pipeline`. */
  decryptStream(context: string): Transform
}

const unopened = '加密内容打不开：内容被改动过、被挪到了别的记录，或密钥不对。(Sealed value does not open.)'

const header = (suite: Suite, keyName: string) => `v1.${suite.word}.${keyName}.`

function headerOf(sealed: string): { suite: Suite; keyName: string; length: number } {
  const found = /^v1\.([a-z0-9]+)\.([a-z0-9-]{1,16})\./.exec(sealed)
  const suite = found?.[1] && suiteNamed(found[1])
  if (!found?.[2] || !suite) throw new Error('这不是本系统加密的内容，请核对来源。(Not a sealed value.)')
  return { suite, keyName: found[2], length: found[0].length }
}

const DRAWN = 256
let drawn = Buffer.alloc(0)

/** Random bytes are drawn for many nonces at once, which is four times as fast; each is used once. */
function freshNonce(): Buffer {
  if (drawn.length === 0) drawn = randomBytes(nonceLength * DRAWN)
  const nonce = drawn.subarray(0, nonceLength)
  drawn = drawn.subarray(nonceLength)
  return nonce
}

function encryptParts(ring: Keyring, suite: Suite, plain: Uint8Array, context: string): [string, Buffer] {
  if (context === '') throw new Error('a sealed value must be bound to a context')
  const head = header(suite, ring.current)
  const nonce = freshNonce()
  const sealed = suite.encrypt(ring.valueKey(suite, ring.current), nonce, plain, Buffer.from(head + context))
  return [head, Buffer.concat([nonce, sealed])]
}

function decryptParts(ring: Keyring, head: string, body: Buffer, context: string): Buffer {
  const { suite, keyName } = headerOf(head)
  const key = ring.valueKey(suite, keyName)
  try {
    const nonce = body.subarray(0, nonceLength)
    return suite.decrypt(key, nonce, body.subarray(nonceLength), Buffer.from(head + context))
  } catch (cause) {
    throw new Error(unopened, { cause })
  }
}

/**
 * The one place where data is encrypted. It seals with the chosen algorithm and opens what either of them sealed.
 * @param keys from `keysFromFile` or `keysFromValues`. Blind indexes and digests of the two algorithms differ.
 */
export function createSealer(keys: Keys, algorithm: Algorithm = 'standard'): Sealer {
  const ring = createKeyring(keys)
  const suite = suiteOf(algorithm)
  return {
    algorithm,
    seal(plain, context) {
      const [head, body] = encryptParts(ring, suite, Buffer.from(plain), context)
      return head + body.toString('base64url')
    },
    open(sealed, context) {
      const { length } = headerOf(sealed)
      const text = sealed.slice(length)
      const body = Buffer.from(text, 'base64url')
      // Node skips characters that are not base64; a value with such characters is not what was written.
      if (body.toString('base64url') !== text) throw new Error(unopened)
      return decryptParts(ring, sealed.slice(0, length), body, context).toString()
    },
    sealBytes(plain, context) {
      const [head, body] = encryptParts(ring, suite, plain, context)
      return Buffer.concat([Buffer.from(head), body])
    },
    openBytes(sealed, context) {
      const bytes = Buffer.from(sealed.buffer, sealed.byteOffset, sealed.length)
      const { length } = headerOf(bytes.toString('latin1', 0, 64))
      return decryptParts(ring, bytes.toString('latin1', 0, length), bytes.subarray(length), context)
    },
    blindIndex: (kind, value) => suite.mac(ring.indexKey(suite, kind), value),
    digest: (data) => suite.hash(data),
    encryptStream: (context) => encryptStream(ring, suite, context),
    decryptStream: (context) => decryptStream(ring, context),
  }
}
