const ENTRY = 0x02014b50
const END = Buffer.from('PK\u0005\u0006')
// 1 January 1980, midnight: the first moment a zip archive knows (APPNOTE 4.4.6).
const FIRST_MOMENT = 0x00210000

/** The same archive with every part's time set to the first one there is: the clock of the machine must not be in the bytes. */
export function withFixedTimes(zip: Buffer): Buffer {
  const fixed = Buffer.from(zip)
  const end = fixed.lastIndexOf(END)
  let at = fixed.readUInt32LE(end + 16)
  while (fixed.readUInt32LE(at) === ENTRY) {
    fixed.writeUInt32LE(FIRST_MOMENT, at + 12)
    fixed.writeUInt32LE(FIRST_MOMENT, fixed.readUInt32LE(at + 42) + 10)
    at += 46 + fixed.readUInt16LE(at + 28) + fixed.readUInt16LE(at + 30) + fixed.readUInt16LE(at + 32)
  }
  return fixed
}
