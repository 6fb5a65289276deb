import { randomBytes } from 'node:crypto'
import { Readable, type Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { freshKeys } from './keys.ts'
import { createSealer } from './seal.ts'
import type { Algorithm } from './suites.ts'

const keys = freshKeys()
const place = 'attachments.body:7'

/** Sends bytes through a stream in chunks; gives what came out and how it ended. */
async function through(stream: Transform, bytes: Buffer, chunk = 10_000): Promise<{ out: Buffer; failure?: string }> {
  const pieces: Buffer[] = []
  const chunks = function* () {
    for (let at = 0; at < bytes.length; at += chunk) yield bytes.subarray(at, at + chunk)
  }
  const collect = async (source: AsyncIterable<Buffer>) => {
    for await (const piece of source) pieces.push(piece)
  }
  try {
    await pipeline(Readable.from(chunks()), stream, collect)
    return { out: Buffer.concat(pieces) }
  } catch (error) {
    return { out: Buffer.concat(pieces), failure: error instanceof Error ? error.message : String(error) }
  }
}

describe.each(['standard', 'national'] as Algorithm[])(
  'a contract scan encrypted with the %s algorithms',
  (algorithm) => {
    const sealer = createSealer(keys, algorithm)
    const encrypt = async (plain: Buffer, chunk?: number) =>
      (await through(sealer.encryptStream(place), plain, chunk)).out
    const decrypt = (sealed: Buffer, chunk?: number) => through(sealer.decryptStream(place), sealed, chunk)

    test.each([0, 1, 65_535, 65_536, 65_537, 131_072, 200_001])(
      'comes back whole when it has %i bytes',
      async (size) => {
        const plain = randomBytes(size)
        const { out, failure } = await decrypt(await encrypt(plain))
        expect(failure).toBeUndefined()
        expect(out.equals(plain)).toBe(true)
      },
    )

    test('comes back whole however the network cuts it', async () => {
      await fc.assert(
        fc.asyncProperty(
          fc.nat(3000),
          fc.integer({ min: 1, max: 500 }),
          fc.integer({ min: 1, max: 500 }),
          async (size, a, b) => {
            const plain = randomBytes(size)
            const { out, failure } = await decrypt(await encrypt(plain, a), b)
            expect({ failure, same: out.equals(plain) }).toEqual({ failure: undefined, same: true })
          },
        ),
        { numRuns: 30 },
      )
    })

    test('ends in an error when it was cut off, even exactly between two frames', async () => {
      const plain = randomBytes(150_000)
      const sealed = await encrypt(plain)
      const frames = sealed.length - 150_000 - 3 * 16
      for (const length of [0, 5, frames, frames + 65_552, frames + 2 * 65_552, sealed.length - 1]) {
        const { out, failure } = await decrypt(sealed.subarray(0, length))
        expect(failure, `cut to ${length}`).toMatch(/不完整/)
        expect(plain.subarray(0, out.length).equals(out)).toBe(true)
      }
    })

    test('never gives out a byte that was altered, repeated or swapped', async () => {
      const plain = randomBytes(150_000)
      const sealed = await encrypt(plain)
      const start = sealed.length - 150_000 - 3 * 16
      const [head, one, two, rest] = [
        sealed.subarray(0, start),
        sealed.subarray(start, start + 65_552),
        sealed.subarray(start + 65_552, start + 2 * 65_552),
        sealed.subarray(start + 2 * 65_552),
      ]
      const flipped = Buffer.from(sealed)
      flipped.writeUInt8(flipped.readUInt8(start + 70_000) ^ 1, start + 70_000)
      const salted = Buffer.from(sealed)
      salted.writeUInt8(salted.readUInt8(start - 1) ^ 1, start - 1)
      for (const forged of [
        flipped,
        salted,
        Buffer.concat([head, two, one, rest]),
        Buffer.concat([head, one, one, rest]),
      ]) {
        const { out, failure } = await decrypt(forged)
        expect(failure).toMatch(/被改动过/)
        expect(plain.subarray(0, out.length).equals(out)).toBe(true)
      }
      expect((await decrypt(Buffer.concat([sealed, rest]))).failure).toMatch(/被改动过/)
    })

    test('does not open for another record or under other keys', async () => {
      const sealed = await encrypt(Buffer.from('集体合同'))
      expect((await through(sealer.decryptStream('attachments.body:8'), sealed)).failure).toMatch(/不属于这条记录/)
      const stranger = createSealer(freshKeys(), algorithm)
      expect((await through(stranger.decryptStream(place), sealed)).failure).toMatch(/打不开/)
    })
  },
)

test('a file of either algorithm opens, a file that was never encrypted is refused, and a context is required', async () => {
  const [standard, national] = [createSealer(keys), createSealer(keys, 'national')]
  const sealed = (await through(national.encryptStream(place), Buffer.from('协议'))).out
  expect((await through(standard.decryptStream(place), sealed)).out.toString()).toBe('协议')
  const pdf = Buffer.from('%PDF-1.7 a file that nobody ever encrypted')
  expect((await through(standard.decryptStream(place), pdf)).failure).toMatch(/不是本系统加密的文件/)
  expect(() => standard.encryptStream('')).toThrow('bound to a context')
})
