// What a reader sees until a reveal is asked for with a reason. Imports nothing, so that the browser can share it.

const hidden = (count: number) => '*'.repeat(Math.max(0, count))

/** Keeps some characters at both ends; when that would show half of the text or more, keeps only its first character. */
function keepEnds(text: string, head: number, tail: number): string {
  const letters = [...text]
  if (letters.length < 2 * (head + tail)) return letters.slice(0, 1).join('') + hidden(letters.length - 1)
  const end = letters.length - tail
  return letters.slice(0, head).join('') + hidden(end - head) + letters.slice(end).join('')
}

/** 440307********002X. Other documents, such as passports, keep one character in front and one at the end. */
export function maskId(value: string): string {
  if (/^\d{17}[\dXx]$/.test(value)) return value.slice(0, 6) + hidden(8) + value.slice(14)
  return keepEnds(value, 1, 1)
}

/** 138****0000. Other numbers keep their last two digits. */
export function maskPhone(value: string): string {
  return /^1\d{10}$/.test(value) ? value.slice(0, 3) + hidden(4) + value.slice(7) : keepEnds(value, 0, 2)
}

/** 张*: one star however long the name, so that its length says nothing. */
export function maskName(value: string): string {
  const [first] = value.trim()
  return first === undefined ? '' : `${first}*`
}

/** **** 0000: the last four digits of a bank card. */
export function maskCard(value: string): string {
  const digits = value.replace(/\s/g, '')
  return digits.length >= 12 ? `**** ${digits.slice(-4)}` : hidden(digits.length)
}

// A 小区, 社区, 园区 or 工业区 is no district: naming it would nearly name the door.
const district = /^(?:.{2,12}[省市州盟])?[^\d省市]{1,7}?(?<![小社园校厂业片宅])[区县旗](?=.)/u
const street = /^[^\d]{1,8}?(?:街道|镇|乡)(?=.)/u

/** 广东省深圳市龙岗区****: down to the district, or the street where none is named; else the first characters, at most three. */
export function maskAddress(value: string): string {
  const address = value.trim()
  if (address === '') return ''
  const named = district.exec(address) ?? street.exec(address)
  const letters = [...address]
  return `${named ? named[0] : letters.slice(0, Math.min(3, Math.floor(letters.length / 2))).join('')}****`
}
