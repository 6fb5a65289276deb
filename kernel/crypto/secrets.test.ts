import fc from 'fast-check'
import { expect, test } from 'vitest'
import { checkReceiptCode, personFromReceipt, receiptCode } from './secrets.ts'

const symbols = [...'0123456789ACDEFGHJKMNPQRTUWXY']
const codes = fc.constant(null).map(receiptCode)

test('a receipt has five groups of four characters that cannot be mistaken for one another', () => {
  const many = Array.from({ length: 2000 }, receiptCode)
  expect(many.every((code) => /^[0-9AC-HJKMNPQRTUWXY]{4}(-[0-9AC-HJKMNPQRTUWXY]{4}){4}$/.test(code))).toBe(true)
  expect(new Set(many).size).toBe(2000)
  expect(19 * Math.log2(symbols.length)).toBeGreaterThan(80)
})

test('a worker may type it in small letters, with spaces, in full width, or with O for 0', () => {
  const code = receiptCode()
  const value = code.replaceAll('-', '')
  expect(checkReceiptCode(code)).toEqual({ ok: true, value })
  const typed = [` ${code.toLowerCase()} `, value.replaceAll('0', 'o').replaceAll('1', 'l').replaceAll('8', 'B')]
  const wide = value.replace(/./g, (symbol) => String.fromCharCode(symbol.charCodeAt(0) + 0xfee0))
  for (const text of [...typed, wide]) expect(checkReceiptCode(text)).toEqual({ ok: true, value })
})

test('any one wrong character and any two swapped characters are noticed', () => {
  fc.assert(
    fc.property(codes, fc.nat(19), fc.nat(19), fc.constantFrom(...symbols), (code, a, b, symbol) => {
      const letters = [...code.replaceAll('-', '')]
      const slip = letters.with(a, symbol)
      expect(checkReceiptCode(slip.join('')).ok).toBe(letters[a] === symbol)
      const swapped = letters.with(a, letters[b] as string).with(b, letters[a] as string)
      expect(checkReceiptCode(swapped.join('')).ok).toBe(letters[a] === letters[b])
    }),
  )
})

test('a receipt that is too short or no receipt at all gets a sentence', () => {
  expect(checkReceiptCode('7KQ2-7KQ2')).toEqual({ ok: false, reason: expect.stringContaining('您输入了8位') })
  expect(checkReceiptCode('工'.repeat(20))).toEqual({ ok: false, reason: expect.stringContaining('逐个核对') })
})

test('the same receipt always leads to the same principal, and different receipts to different ones', () => {
  const [one, other] = [receiptCode(), receiptCode()]
  expect(personFromReceipt(one)).toBe(personFromReceipt(one.toLowerCase()))
  expect(personFromReceipt(one)).not.toBe(personFromReceipt(other))
  expect(personFromReceipt(one)).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
  expect(() => personFromReceipt('7KQ2')).toThrow('20位')
})
