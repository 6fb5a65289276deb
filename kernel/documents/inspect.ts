import { fileTypeFromBuffer } from 'file-type'
import { type Kind, kindOf, kinds, refuse, settleKind } from './kinds.ts'
import { splitName } from './names.ts'
import { compoundFollower, zipFollower } from './office.ts'
import { textFollower } from './plain-text.ts'

/** Reads a file as it passes by and says at its end which kinds it can be; throws a Failure as soon as it may not be any. */
export type Follower = { take(chunk: Buffer): void; kinds(total: number): readonly Kind[] }

export type Verdict = { mediaType: string; name: string }

const HEAD = 64 * 1024

/** What file-type calls the kinds that its first bytes settle. */
const settled: Record<string, readonly Kind[]> = {
  'image/jpeg': ['jpg'],
  'image/png': ['png'],
  'image/apng': ['png'],
  'image/webp': ['webp'],
  'image/gif': ['gif'],
  'image/heic': ['heic'],
  'image/heif': ['heic'],
  'image/heic-sequence': ['heic'],
  'image/heif-sequence': ['heic'],
  'application/pdf': ['pdf'],
  'audio/mpeg': ['mp3'],
  'audio/x-m4a': ['m4a'],
  'audio/mp4': ['m4a'],
  // Many phones write recordings under the brand of films.
  'video/mp4': ['mp4', 'm4a'],
  'video/x-m4v': ['mp4'],
  'audio/amr': ['amr'],
  'audio/wav': ['wav'],
  'audio/ogg': ['ogg'],
  'audio/ogg; codecs=opus': ['ogg'],
}
const programs = /msdownload|x-elf|mach-binary|java|x-msi|shockwave|android|x-deb|x-rpm|wasm|vnd\.microsoft\.portable/
const archives = /^application\/(x-)?(zip|rar|7z|tar|gzip|bzip2|xz|zstd|lzip|compress)/

const known = (found: readonly Kind[]): Follower => ({ take() {}, kinds: () => found })

/** A recording made by a browser is WebM without a picture; its tracks are listed in the first bytes. */
function webm(head: Buffer): Follower {
  const text = head.toString('latin1')
  return /A_(OPUS|VORBIS)/.test(text) && !/V_(VP8|VP9|AV1|MPEG|THEORA)/.test(text) ? known(['webm']) : refuse.film()
}

async function followerFor(head: Buffer, extension: string): Promise<Follower> {
  const promised = extension === '' ? undefined : kindOf(extension)
  // Text may begin like anything ("BM…" is no picture): it is judged by being text throughout.
  if (promised && kinds[promised].family === 'text') return textFollower()
  if (head.readUInt32LE(0) === 0x04034b50) return zipFollower()
  const type = await fileTypeFromBuffer(head)
  if (!type) return textFollower()
  if (type.mime === 'application/x-cfb') return compoundFollower()
  if (type.mime === 'video/webm' || type.mime === 'video/matroska') return webm(head)
  if (programs.test(type.mime)) return refuse.program()
  if (archives.test(type.mime)) return refuse.archive()
  if (/xml|html|svg/.test(type.mime)) return refuse.markup()
  const found = settled[type.mime]
  if (found) return known(found)
  if (type.mime.startsWith('video/')) return refuse.film()
  return extension === '' ? refuse.content() : refuse.lie(extension)
}

/**
 * Finds out while a file streams by what it really is. The sender's word (name and declared type) decides nothing but which lies are refused.
 * `take` every chunk, then `finish`. @throws Failure 415 from either, as early as can be told; 422 for an empty file
 */
export function createInspector(rawName: string) {
  const { stem, extension } = splitName(rawName)
  if (extension !== '' && !kindOf(extension)) refuse.ending(extension)
  let head: Buffer[] = []
  let total = 0
  let follower: Follower | undefined
  const begin = async () => {
    const start = Buffer.concat(head)
    head = []
    follower = await followerFor(start.length < 4 ? Buffer.concat([start, Buffer.alloc(4)]) : start, extension)
    follower.take(start)
    return follower
  }
  return {
    async take(chunk: Buffer): Promise<void> {
      total += chunk.length
      if (follower) return follower.take(chunk)
      head.push(chunk)
      if (total >= HEAD) await begin()
    },
    async finish(): Promise<Verdict> {
      const { kinds: foundBy } = follower ?? (await begin())
      const settledAs = settleKind(extension, foundBy(total))
      return { mediaType: kinds[settledAs.kind].mediaType, name: `${stem}.${settledAs.extension}` }
    },
  }
}
