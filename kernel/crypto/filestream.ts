import { randomBytes } from 'node:crypto'
import { Transform, type TransformCallback } from 'node:stream'
import type { Keyring } from './keyring.ts'
import { nonceLength, type Suite, suiteNamed, tagLength } from './suites.ts'

// A file is a header, a salt, and frames that are sealed one by one under a key of this file alone. The nonce of a frame is its number and
// whether it is the last (the STREAM construction of Hoang, Reyhanitabar, Rogaway and Vizár, 2015), so no frame can be altered, repeated,
// dropped, reordered or cut off without the next one failing to open.
const frameLength = 64 * 1024
const saltLength = 32
const longestHeader = 32

const nothing = Buffer.alloc(0)
const header = (suite: Suite, keyName: string) => `f1.${suite.word}.${keyName}.`

function nonceOf(frame: number, isLast: boolean): Buffer {
  const nonce = Buffer.alloc(nonceLength)
  nonce.writeUIntBE(frame, nonceLength - 7, 6)
  nonce[nonceLength - 1] = isLast ? 1 : 0
  return nonce
}

function fileKey(ring: Keyring, suite: Suite, keyName: string, salt: Buffer, context: string): Buffer {
  if (context === '') throw new Error('an encrypted file must be bound to a context')
  return suite.deriveKey(ring.secret(keyName), salt, `nuanfeng file ${header(suite, keyName)}${context}`)
}

/** Cuts a stream into pieces of one size; the last may be shorter, and is empty only when there was nothing at all. */
function cutter(size: number, each: (piece: Buffer, isLast: boolean) => Buffer) {
  let kept: Buffer = nothing
  return {
    *take(chunk: Buffer) {
      kept = kept.length === 0 ? chunk : Buffer.concat([kept, chunk])
      // A whole piece stays until more arrives, since it may be the last one.
      while (kept.length > size) {
        yield each(kept.subarray(0, size), false)
        kept = kept.subarray(size)
      }
    },
    rest: () => each(kept, true),
  }
}

/** Runs a step that may throw and hands its failure to the stream. */
function safely(done: TransformCallback, step: () => void): void {
  try {
    step()
    done()
  } catch (error) {
    done(error instanceof Error ? error : new Error(String(error)))
  }
}

/** Encrypts whatever flows through, for one context. @throws Error when `context` is empty. */
export function encryptStream(ring: Keyring, suite: Suite, context: string): Transform {
  const salt = randomBytes(saltLength)
  const key = fileKey(ring, suite, ring.current, salt, context)
  let frame = 0
  const cut = cutter(frameLength, (plain, isLast) => suite.encrypt(key, nonceOf(frame++, isLast), plain, nothing))
  const stream = new Transform({
    transform: (chunk: Buffer, _encoding, done) =>
      safely(done, () => {
        for (const sealed of cut.take(chunk)) stream.push(sealed)
      }),
    flush: (done) => safely(done, () => stream.push(cut.rest())),
  })
  stream.push(Buffer.concat([Buffer.from(header(suite, ring.current)), salt]))
  return stream
}

type Opener = ReturnType<typeof cutter>

/** Reads the header once enough has arrived; undefined means wait for more. */
function openerFrom(ring: Keyring, context: string, start: Buffer): { opener: Opener; used: number } | undefined {
  const found = /^f1\.([a-z0-9]+)\.([a-z0-9-]{1,16})\./.exec(start.toString('latin1', 0, longestHeader))
  const suite = found?.[1] && suiteNamed(found[1])
  if (!found?.[2] || !suite) {
    if (start.length < longestHeader) return undefined
    throw new Error('这不是本系统加密的文件，请核对来源。(Not an encrypted file.)')
  }
  const used = found[0].length + saltLength
  if (start.length < used) return undefined
  const key = fileKey(ring, suite, found[2], start.subarray(found[0].length, used), context)
  let frame = 0
  const opener = cutter(frameLength + tagLength, (sealed, isLast) => {
    try {
      return suite.decrypt(key, nonceOf(frame++, isLast), sealed, nothing)
    } catch (cause) {
      throw new Error('文件打不开：内容不完整、被改动过，或不属于这条记录。(Encrypted file does not open.)', { cause })
    }
  })
  return { opener, used }
}

/** Decrypts what `encryptStream` wrote for the same context; errors on the first frame that is not as it was written. */
export function decryptStream(ring: Keyring, context: string): Transform {
  let start = nothing
  let opener: Opener | undefined
  function* plainOf(chunk: Buffer) {
    let rest = chunk
    if (!opener) {
      start = Buffer.concat([start, chunk])
      const opened = openerFrom(ring, context, start)
      if (!opened) return
      opener = opened.opener
      rest = start.subarray(opened.used)
    }
    yield* opener.take(rest)
  }
  const stream = new Transform({
    transform: (chunk: Buffer, _encoding, done) =>
      safely(done, () => {
        for (const plain of plainOf(chunk)) stream.push(plain)
      }),
    flush: (done) =>
      safely(done, () => {
        if (!opener) throw new Error('文件不完整，连开头都没有。(Encrypted file is cut off.)')
        stream.push(opener.rest())
      }),
  })
  return stream
}
