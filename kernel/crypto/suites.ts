import { createCipheriv, createDecipheriv, createHash, createHmac, hkdfSync } from 'node:crypto'
import { sm3, hkdf as sm3Hkdf, sm4 } from 'sm-crypto-v2'

/** `standard` is AES-256-GCM with SHA-256; `national` is SM4-GCM with SM3 (GB/T 32907, GB/T 32905, as GB/T 39786 asks). */
export type Algorithm = 'standard' | 'national'

/** What one family of algorithms can do. Keys and nonces come in ready-made; encrypted text carries its 16-byte tag at the end. */
export type Suite = {
  /** The word written into everything this suite seals. */
  word: 'aes' | 'sm4'
  encrypt(key: Buffer, nonce: Buffer, plain: Uint8Array, bound: Uint8Array): Buffer
  /** @throws Error when the text, the nonce or what it is bound to was changed. */
  decrypt(key: Buffer, nonce: Buffer, sealed: Uint8Array, bound: Uint8Array): Buffer
  /** A key of the suite's own length, from a longer-lived secret (RFC 5869). */
  deriveKey(secret: Buffer, salt: Uint8Array, purpose: string): Buffer
  hash(data: string | Uint8Array): string
  mac(key: Buffer, data: string): string
}

export const nonceLength = 12
export const tagLength = 16

const aes: Suite = {
  word: 'aes',
  encrypt(key, nonce, plain, bound) {
    const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(bound)
    return Buffer.concat([cipher.update(plain), cipher.final(), cipher.getAuthTag()])
  },
  decrypt(key, nonce, sealed, bound) {
    const end = sealed.length - tagLength
    if (end < 0) throw new Error('too short to carry a tag')
    const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: tagLength }).setAAD(bound)
    decipher.setAuthTag(sealed.subarray(end))
    return Buffer.concat([decipher.update(sealed.subarray(0, end)), decipher.final()])
  },
  deriveKey: (secret, salt, purpose) => Buffer.from(hkdfSync('sha256', secret, salt, purpose, 32)),
  hash: (data) => createHash('sha256').update(data).digest('hex'),
  mac: (key, data) => createHmac('sha256', key).update(data).digest('hex'),
}

const national: Suite = {
  word: 'sm4',
  encrypt(key, nonce, plain, bound) {
    const options = { mode: 'gcm', iv: nonce, associatedData: bound, output: 'array', outputTag: true } as const
    const { output, tag } = sm4.encrypt(plain, key, options)
    if (!tag) throw new Error('SM4-GCM gave no tag')
    return Buffer.concat([output, tag])
  },
  decrypt(key, nonce, sealed, bound) {
    const end = sealed.length - tagLength
    if (end < 0) throw new Error('too short to carry a tag')
    const options = {
      mode: 'gcm',
      iv: nonce,
      associatedData: bound,
      output: 'array',
      tag: sealed.subarray(end),
    } as const
    return Buffer.from(sm4.decrypt(sealed.subarray(0, end), key, options))
  },
  deriveKey: (secret, salt, purpose) => Buffer.from(sm3Hkdf(secret, salt, purpose, 16)),
  hash: (data) => sm3(data),
  mac: (key, data) => sm3(data, { key, mode: 'hmac' }),
}

/** The suite that a sealer of this algorithm seals with. */
export const suiteOf = (algorithm: Algorithm): Suite => (algorithm === 'national' ? national : aes)

/** The suite that wrote a sealed value, by its word; undefined for a word nobody writes. */
export const suiteNamed = (word: string): Suite | undefined => [aes, national].find((suite) => suite.word === word)

/** Fingerprint in lower-case hex: SHA-256, or SM3 under `national`. Text is taken as UTF-8. */
export const digestWith = (algorithm: Algorithm, data: string | Uint8Array): string => suiteOf(algorithm).hash(data)
