import { createHash, randomInt } from 'node:crypto'

// Digits and letters that stay apart when read aloud or copied by hand. 29 is prime and 2 generates all its remainders, so the check
// character catches every single slip and every two characters swapped.
const symbols = '0123456789ACDEFGHJKMNPQRTUWXY'
const randomLength = 19
const lookalikes: Record<string, string> = { O: '0', I: '1', L: '1', Z: '2', S: '5', B: '8', V: 'U' }

function checkSymbol(body: string): string {
  let sum = 0
  // The check character itself weighs 1.
  let weight = 2
  for (const symbol of body) {
    sum += symbols.indexOf(symbol) * weight
    weight = (weight * 2) % symbols.length
  }
  return symbols[(symbols.length - (sum % symbols.length)) % symbols.length] as string
}

/**
 * A receipt for someone who leaves no name: the only way back to the matter, so it holds 92 random bits.
 * @returns five groups of four, e.g. `7KQ2-…-4MXA`, the last character being a check.
 */
export function receiptCode(): string {
  const body = Array.from({ length: randomLength }, () => symbols[randomInt(symbols.length)]).join('')
  return (body + checkSymbol(body)).replace(/(.{4})(?=.)/g, '$1-')
}

/** Reads a receipt code as people type it: any case, spaces or dashes, O for 0, I or L for 1. */
export function checkReceiptCode(raw: string): { ok: true; value: string } | { ok: false; reason: string } {
  const typed = raw.normalize('NFKC').toUpperCase().replace(/[\s-]/g, '')
  const bare = typed.replace(/[OILZSBV]/g, (letter) => lookalikes[letter] ?? letter)
  if (bare.length !== randomLength + 1) {
    return { ok: false, reason: `回执码是20位，您输入了${bare.length}位，请对照回执补全或删去多余的字符。` }
  }
  const isSound =
    [...bare].every((symbol) => symbols.includes(symbol)) && checkSymbol(bare.slice(0, -1)) === bare.at(-1)
  if (!isSound) return { ok: false, reason: '回执码不对，请对照回执逐个核对，看看有没有看错或写反的字符。' }
  return { ok: true, value: bare }
}

/**
 * The principal behind a receipt: the same code always gives the same UUID (version 8, RFC 9562), and the UUID does not lead back to it.
 * @throws Error when the code is malformed; check it with `checkReceiptCode` first.
 */
export function personFromReceipt(code: string): string {
  const checked = checkReceiptCode(code)
  if (!checked.ok) throw new Error(checked.reason)
  const bytes = createHash('sha256').update(`nuanfeng receipt ${checked.value}`).digest().subarray(0, 16)
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x80, 6)
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8)
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}
