import { type CipherGCMTypes, createCipheriv, createHmac, getHashes, hkdfSync, randomBytes } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { freshKeys, type Keys } from './keys.ts'
import { createSealer } from './seal.ts'
import { type Algorithm, digestWith, suiteOf } from './suites.ts'

const keys = freshKeys()
const algorithms: Algorithm[] = ['standard', 'national']
const place = 'people.id_number:0197'

describe.each(algorithms)('sealing with the %s algorithms', (algorithm) => {
  const sealer = createSealer(keys, algorithm)

  test('whatever is sealed opens again at its own place, and looks different every time', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ minLength: 1 }), (plain, context) => {
        const sealed = sealer.seal(plain, context)
        expect(sealer.open(sealed, context)).toBe(plain)
        expect(sealer.seal(plain, context)).not.toBe(sealed)
      }),
    )
  })

  test('a number that is copied to another person does not open there', () => {
    const sealed = sealer.seal('11010519491231002X', place)
    expect(() => sealer.open(sealed, 'people.id_number:0198')).toThrow('被挪到了别的记录')
    expect(() => sealer.open(sealed, 'people.phone:0197')).toThrow('被挪到了别的记录')
  })

  test('a single changed character anywhere is noticed', () => {
    const sealed = sealer.seal('13800000000', place)
    fc.assert(
      fc.property(fc.nat(sealed.length - 1), fc.constantFrom(...'Ab3-_.='), (at, letter) => {
        fc.pre(sealed[at] !== letter)
        expect(() => sealer.open(sealed.slice(0, at) + letter + sealed.slice(at + 1), place)).toThrow()
      }),
    )
    expect(() => sealer.open(`${sealed}A`, place)).toThrow()
    expect(() => sealer.open(sealed.slice(0, -6), place)).toThrow()
    expect(() => sealer.open(sealed.slice(0, 20), place)).toThrow()
  })

  test('bytes are sealed and guarded the same way', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), fc.nat(), fc.integer({ min: 1, max: 255 }), (plain, at, flip) => {
        const sealed = sealer.sealBytes(plain, place)
        expect(sealer.openBytes(sealed, place).equals(plain)).toBe(true)
        const index = at % sealed.length
        sealed.writeUInt8(sealed.readUInt8(index) ^ flip, index)
        expect(() => sealer.openBytes(sealed, place)).toThrow()
      }),
    )
  })

  test('a value is never sealed for no place at all', () => {
    expect(() => sealer.seal('张三', '')).toThrow('bound to a context')
  })

  test('equal numbers have equal blind indexes, but a phone and a card of the same digits do not', () => {
    const index = sealer.blindIndex('phone', '13800000000')
    expect(index).toMatch(/^[0-9a-f]{64}$/)
    expect(createSealer(keys, algorithm).blindIndex('phone', '13800000000')).toBe(index)
    expect(sealer.blindIndex('card', '13800000000')).not.toBe(index)
    expect(createSealer(freshKeys(), algorithm).blindIndex('phone', '13800000000')).not.toBe(index)
  })

  test('an import of 260 000 rows is a matter of seconds', () => {
    const count = 5000
    const start = performance.now()
    for (let n = 0; n < count; n += 1) sealer.seal('11010519491231002X', place)
    const seconds = ((performance.now() - start) / 1000) * (260_000 / count)
    console.info(`260 000 seals with ${algorithm}: about ${seconds.toFixed(1)} s`)
    expect(sealer.open(sealer.seal('完', place), place)).toBe('完')
  })
})

test('either sealer opens what the other has sealed, so that the algorithm can be changed one day', () => {
  const [standard, national] = [createSealer(keys), createSealer(keys, 'national')]
  expect(standard.seal('a', place)).toMatch(/^v1\.aes\.k1\.[\w-]+$/)
  expect(national.seal('a', place)).toMatch(/^v1\.sm4\.k1\.[\w-]+$/)
  expect(standard.open(national.seal('张三', place), place)).toBe('张三')
  expect(national.open(standard.seal('张三', place), place)).toBe('张三')
  expect(() => standard.open('v1.rot13.k1.AAAA', place)).toThrow('不是本系统加密的内容')
  expect(() => standard.open('11010519491231002X', place)).toThrow('不是本系统加密的内容')
})

test('after a new data key is added old values still open, and without the old key the sentence names it', () => {
  const old = createSealer(keys).seal('张三', place)
  const dataKeys = new Map([...keys.dataKeys, ['k2', randomBytes(32)]])
  const rotated: Keys = { ...keys, current: 'k2', dataKeys }
  const sealer = createSealer(rotated)
  expect(sealer.open(old, place)).toBe('张三')
  expect(sealer.seal('张三', place)).toMatch(/^v1\.aes\.k2\./)
  const { k1: _, ...rest } = Object.fromEntries(dataKeys)
  const forgetful = createSealer({ ...rotated, dataKeys: new Map(Object.entries(rest)) })
  expect(() => forgetful.open(old, place)).toThrow('缺少数据密钥“k1”')
})

describe('the algorithms are the published ones', () => {
  test('SM3 and SHA-256 of "abc"', () => {
    expect(digestWith('national', 'abc')).toBe('66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0')
    expect(digestWith('standard', 'abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad')
    expect(digestWith('national', Buffer.from('张三'))).toBe(digestWith('national', '张三'))
  })

  test('SM4-GCM gives the vector of RFC 8998', () => {
    const bytes = (hex: string) => Buffer.from(hex, 'hex')
    const plain = ['AA', 'BB', 'CC', 'DD', 'EE', 'FF', 'EE', 'AA'].map((pair) => pair.repeat(8)).join('')
    const sealed = suiteOf('national').encrypt(
      bytes('0123456789ABCDEFFEDCBA9876543210'),
      bytes('00001234567800000000ABCD'),
      bytes(plain),
      bytes('FEEDFACEDEADBEEFFEEDFACEDEADBEEFABADDAD2'),
    )
    expect(sealed.toString('hex').toUpperCase()).toBe(
      '17F399F08C67D5EE19D0DC9969C4BB7D5FD46FD3756489069157B282BB200735' +
        'D82710CA5C22F0CCFA7CBF93D496AC15A56834CBCF98C397B4024A2691233B8D83DE3541E4C2B58177E065A9BF7B62EC',
    )
  })

  test('SM4-GCM, HMAC-SM3 and HKDF-SM3 agree byte for byte with OpenSSL', () => {
    expect(getHashes()).toContain('sm3')
    // Node has it, its typings do not.
    const sm4Gcm: string = 'sm4-gcm'
    const suite = suiteOf('national')
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), fc.string({ minLength: 1 }), (plain, bound) => {
        const [key, nonce, salt] = [randomBytes(16), randomBytes(12), randomBytes(32)]
        const cipher = createCipheriv(sm4Gcm as CipherGCMTypes, key, nonce).setAAD(Buffer.from(bound))
        const theirs = Buffer.concat([cipher.update(plain), cipher.final(), cipher.getAuthTag()])
        expect(suite.encrypt(key, nonce, plain, Buffer.from(bound)).equals(theirs)).toBe(true)
        expect(suite.decrypt(key, nonce, theirs, Buffer.from(bound)).equals(plain)).toBe(true)
        expect(suite.mac(key, bound)).toBe(createHmac('sm3', key).update(bound).digest('hex'))
        expect(suite.deriveKey(key, salt, bound).equals(Buffer.from(hkdfSync('sm3', key, salt, bound, 16)))).toBe(true)
        const unsalted = Buffer.from(hkdfSync('sm3', key, Buffer.alloc(0), bound, 16))
        expect(suite.deriveKey(key, Buffer.alloc(0), bound).equals(unsalted)).toBe(true)
      }),
    )
  })
})
