// Formats that show a day or a time without a code of their own; 27–36 and 50–58 are those of Chinese and Japanese Excel.
const builtIn = (id: number) =>
  (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58)

/** Does the number format show a day or a time? @param code the workbook's own code, when it has one */
export function isDateFormat(id: number, code: string | undefined): boolean {
  if (code === undefined) return builtIn(id)
  const bare = code.replace(/"[^"]*"|\\.|\[(?!h|m|s)[^\]]*\]/gi, '').split(';')[0] ?? ''
  return /[ymdhs年月日]/i.test(bare) && !/[#0?](?!\d*\.?\d*s)/.test(bare.replace(/s\.0+/gi, 's'))
}

/** Leading zeros that a format such as `00000000` shows and the stored number lacks: how many digits it shows, 0 when it adds none. */
export const digitsShown = (code: string | undefined): number =>
  (/^0{2,}(;|$)/.exec(code ?? '')?.[0] ?? '').replace(';', '').length

const pad = (n: number) => String(n).padStart(2, '0')

/** A day as spreadsheets count it (days since 1899-12-30, or 1904-01-01) → `2026-01-05`, with `09:30` when it is not midnight. */
export function dayText(serial: number, startsIn1904: boolean): string {
  const whole = Math.floor(serial)
  const minutes = Math.round((serial - whole) * 1440)
  const time = minutes === 0 ? '' : ` ${pad(Math.floor(minutes / 60))}:${pad(minutes % 60)}`
  if (whole <= 0 || whole > 2_958_465) return time.trim() || String(serial)
  // Excel believes that 1900 was a leap year, so days before March 1900 are one off.
  const first = startsIn1904 ? '1904-01-01' : whole < 60 ? '1899-12-31' : '1899-12-30'
  return Temporal.PlainDate.from(first).add({ days: whole }).toString() + time
}

/** A stored number as it is shown: 15 digits are sure, and no exponent. */
export function numberText(stored: string): { text: string; isDamaged: boolean } {
  const value = Number(stored)
  if (stored.trim() === '' || !Number.isFinite(value)) return { text: stored.trim(), isDamaged: false }
  if (Math.abs(value) >= 1e15) return { text: BigInt(Math.round(value)).toString(), isDamaged: true }
  const sure = Number(value.toPrecision(15))
  return {
    text: Math.abs(sure) < 1e-6 && sure !== 0 ? sure.toFixed(15).replace(/0+$/, '') : String(sure),
    isDamaged: false,
  }
}

/** `AB12` → 27, counted from 0; −1 when it is no reference. */
export function columnOf(reference: string | undefined): number {
  const letters = /^([A-Z]{1,3})\d+$/.exec(reference ?? '')?.[1]
  if (!letters) return -1
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1
}
