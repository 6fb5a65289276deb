import { crc32, deflateRawSync } from 'node:zlib'

type Content = string | { packed: Buffer /** What its headers claim. */; size: number }

/** A zip archive for tests, with whatever its headers are to claim. */
export function zipOf(files: Readonly<Record<string, Content>>): Buffer {
  const bodies: Buffer[] = []
  const directory: Buffer[] = []
  let at = 0
  for (const [path, content] of Object.entries(files)) {
    const name = Buffer.from(path)
    const packed = typeof content === 'string' ? deflateRawSync(Buffer.from(content)) : content.packed
    const common = Buffer.alloc(26)
    common.writeUInt16LE(20, 0)
    common.writeUInt16LE(8, 4)
    common.writeUInt32LE(typeof content === 'string' ? crc32(content) : 0, 10)
    common.writeUInt32LE(packed.length, 14)
    common.writeUInt32LE(typeof content === 'string' ? Buffer.byteLength(content) : content.size, 18)
    common.writeUInt16LE(name.length, 22)
    const place = Buffer.alloc(14)
    place.writeUInt32LE(at, 10)
    const body = Buffer.concat([Buffer.from('PK\u0003\u0004'), common, name, packed])
    bodies.push(body)
    directory.push(Buffer.concat([Buffer.from('PK\u0001\u0002\u0014\u0000'), common, place, name]))
    at += body.length
  }
  const listed = Buffer.concat(directory)
  const end = Buffer.alloc(18)
  end.writeUInt16LE(directory.length, 4)
  end.writeUInt16LE(directory.length, 6)
  end.writeUInt32LE(listed.length, 8)
  end.writeUInt32LE(at, 12)
  return Buffer.concat([...bodies, listed, Buffer.from('PK\u0005\u0006'), end])
}
