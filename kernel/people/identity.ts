import { ageOn, type Day, isDay } from '../calendar/days.ts'

export type Refused = { ok: false /** A Chinese sentence saying what to do. */; reason: string }
const refuse = (reason: string): Refused => ({ ok: false, reason })

/** As people paste it: full-width becomes half-width, blanks, quotes and dashes go, letters become capitals. */
const tidy = (raw: string) =>
  raw
    .normalize('NFKC')
    .replace(/[\s\u200b-\u200f\u2060\ufeff'’‘`"“”\-‐-―−]/g, '')
    .toUpperCase()

const looksScientific = (text: string) => /^\d(\.\d+)?E\+?\d{1,2}$/.test(text)
const scientific = '这个号码被电子表格改成了科学计数法，后几位已经丢失，请把该列设为“文本”格式后重新填写。'

export type IdKind = 'resident' | 'hongKongMacao' | 'taiwan' | 'foreigner'
export type IdNumber = {
  ok: true
  /** 18 characters, X in capitals. */
  value: string
  /** Identity card, residence permit for 港澳 or 台湾 residents, or permanent residence card for foreigners (2023 version). */
  kind: IdKind
  birthOn: Day
  sex: 'male' | 'female'
  /** Full years on the day of checking. */
  age: number
  /** Under 16: possible child labour, to be reported and followed up, not just turned away. */
  underage: boolean
  /** 16 or 17: 未成年工 with special protection. */
  juvenile: boolean
}

const idWeights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]

/** Check character of the first 17 digits (GB 11643-1999, ISO 7064 MOD 11-2). */
function idCheckCharacter(first17: string): string {
  const sum = idWeights.reduce((total, weight, at) => total + weight * Number(first17[at]), 0)
  return '10X98765432'.charAt(sum % 11)
}

function kindOf(value: string): IdKind {
  if (value.startsWith('9')) return 'foreigner'
  if (value.startsWith('81') || value.startsWith('82')) return 'hongKongMacao'
  return value.startsWith('83') ? 'taiwan' : 'resident'
}

function faultOfId(value: string, birthOn: Day, today: Day): string | undefined {
  if (looksScientific(value)) return scientific
  if (/^\d{15}$/.test(value)) return '15位身份证号自2013年起已停止使用，请填写新证上的18位号码。'
  if (value.length !== 18) return `身份证号应为18位，现在是${value.length}位，请对照证件补全或删去多余的字符。`
  if (!/^[1-9]\d{16}[\dX]$/.test(value)) return '身份证号前17位应全是数字、最后一位是数字或X，请对照证件改正。'
  if (!isDay(birthOn)) return `身份证号第7至14位“${value.slice(6, 14)}”不是真实的日期，请对照证件改正出生日期。`
  if (birthOn > today) return `身份证号里的出生日期${birthOn}还没有到，请对照证件改正。`
  if (ageOn(birthOn, today) > 130) return `身份证号里的出生日期${birthOn}太早，请对照证件改正。`
  if (idCheckCharacter(value) === value.at(-1)) return undefined
  return value.endsWith('000')
    ? '身份证号校验不对，后三位可能被电子表格改成了0，请把该列设为“文本”格式后重新填写。'
    : '身份证号校验不对，多半是输错了一位或写反了两位，请对照证件逐位核对。'
}

/**
 * Checks an 18-character identity number (GB 11643-1999; the same for 港澳台居民居住证 and the 2023 外国人永久居留身份证). The first six digits
 * are not compared with today's divisions, since codes of abolished counties stay for life.
 * @param raw as typed or pasted. @param today the Shanghai day, `YYYY-MM-DD`.
 */
export function checkIdNumber(raw: string, today: Day): IdNumber | Refused {
  const value = tidy(raw)
  if (value === '') return refuse('请填写身份证号。')
  const birthOn = `${value.slice(6, 10)}-${value.slice(10, 12)}-${value.slice(12, 14)}`
  const fault = faultOfId(value, birthOn, today)
  if (fault) return refuse(fault)
  const age = ageOn(birthOn, today)
  const sex = Number(value[16]) % 2 === 1 ? 'male' : 'female'
  return {
    ok: true,
    value,
    kind: kindOf(value),
    birthOn,
    sex,
    age,
    underage: age < 16,
    juvenile: age === 16 || age === 17,
  }
}

/**
 * Writes an identity number with its check character, for tests and made-up people.
 * @param parts.region six digits. @param parts.sequence 0–999, odd for men.
 * @throws RangeError when a part is malformed.
 */
export function makeIdNumber(parts: { region: string; birthOn: Day; sequence: number }): string {
  const first17 = parts.region + parts.birthOn.replaceAll('-', '') + String(parts.sequence).padStart(3, '0')
  if (!isDay(parts.birthOn) || !/^[1-9]\d{16}$/.test(first17))
    throw new RangeError(`no identity number from ${first17}`)
  return first17 + idCheckCharacter(first17)
}

/** Turns a 15-digit number of an old archive into 18 characters: the century is put in and the check character added. */
export function convertArchivedId(raw: string): { ok: true; value: string } | Refused {
  const old = tidy(raw)
  if (!/^[1-9]\d{14}$/.test(old)) return refuse('旧档案的身份证号应为15位数字，请对照档案改正。')
  const first17 = `${old.slice(0, 6)}19${old.slice(6)}`
  const birthOn = `${first17.slice(6, 10)}-${first17.slice(10, 12)}-${first17.slice(12, 14)}`
  if (!isDay(birthOn)) return refuse(`旧身份证号里的出生日期“${old.slice(6, 12)}”不是真实的日期，请对照档案改正。`)
  return { ok: true, value: first17 + idCheckCharacter(first17) }
}

/** Checks a mainland mobile number; a leading +86, 86 or 0086 goes. */
export function checkPhone(raw: string): { ok: true; value: string } | Refused {
  const typed = tidy(raw).replace(/[()]/g, '')
  const value = typed.replace(/^(\+86|0086|86(?=1\d{10}$))/, '')
  if (value === '') return refuse('请填写手机号。')
  if (looksScientific(value)) return refuse(scientific)
  if (/^1[3-9]\d{9}$/.test(value)) return { ok: true, value }
  if (/^0\d{9,11}$/.test(value)) return refuse('这是固定电话，请填写能收短信的手机号。')
  if (!/^\d+$/.test(value)) return refuse('手机号只能是数字，请检查是否混入了别的字符。')
  if (value.length !== 11) return refuse(`手机号应为11位，现在是${value.length}位，请核对后重填。`)
  return refuse('手机号应以13至19开头，请核对后重填。')
}

/** The last digit that makes a card number sound (Luhn, ISO/IEC 7812-1). @param first the digits before it. */
export function luhnDigit(first: string): string {
  const sum = [...first].reverse().reduce((total, digit, at) => {
    const doubled = Number(digit) * (at % 2 === 0 ? 2 : 1)
    return total + (doubled > 9 ? doubled - 9 : doubled)
  }, 0)
  return String((10 - (sum % 10)) % 10)
}

/** Checks a bank card number: 15 to 19 digits and Luhn. That it bears the payee's name cannot be seen from it. */
export function checkBankCard(raw: string): { ok: true; value: string } | Refused {
  const value = tidy(raw)
  if (value === '') return refuse('请填写银行卡号。')
  if (looksScientific(value)) return refuse(scientific)
  if (!/^\d+$/.test(value)) return refuse('银行卡号只能是数字，请检查是否混入了别的字符。')
  if (value.length < 15 || value.length > 19)
    return refuse(`银行卡号应为15至19位，现在是${value.length}位，请对照卡面改正。`)
  if (luhnDigit(value.slice(0, -1)) === value.at(-1)) return { ok: true, value }
  return refuse('银行卡号校验不对，多半是输错了一位，请对照卡面逐位核对。')
}

// The standard leaves out I, O, S, V and Z, so a letter's value cannot be had from its place in ASCII.
const creditSymbols = '0123456789ABCDEFGHJKLMNPQRTUWXY'
const creditWeights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28]

const creditKinds = {
  11: ['government', '机关'],
  12: ['institution', '事业单位'],
  13: ['massOrganisation', '编办直接管理的群众团体'],
  31: ['lawFirm', '律师执业机构'],
  51: ['association', '社会团体'],
  52: ['privateNonEnterprise', '民办非企业单位'],
  53: ['foundation', '基金会'],
  81: ['grassrootsUnion', '基层工会'],
  89: ['otherUnion', '其他工会'],
  91: ['enterprise', '企业'],
  92: ['soleTrader', '个体工商户'],
  93: ['cooperative', '农民专业合作社'],
  N1: ['collective', '组级集体经济组织'],
  N2: ['collective', '村级集体经济组织'],
  N3: ['collective', '乡镇级集体经济组织'],
  Y1: ['other', '其他'],
} as const

type CreditPrefix = keyof typeof creditKinds
export type CreditKind = (typeof creditKinds)[CreditPrefix][0]
export type CreditCode = {
  ok: true
  value: string
  kind: CreditKind
  /** The kind in Chinese. */
  kindName: string
  /** A union's own code (81, 89); its employer's is another one and belongs in another column. */
  isUnion: boolean
}

const isCreditPrefix = (text: string): text is `${CreditPrefix}` => text in creditKinds

/** Check character of the first 17 (GB 32100-2015). A remainder of 0 gives 0, hence the outer modulus. */
function creditCheckCharacter(first17: string): string {
  const sum = creditWeights.reduce((total, weight, at) => total + weight * creditSymbols.indexOf(first17.charAt(at)), 0)
  return creditSymbols.charAt((31 - (sum % 31)) % 31)
}

function faultOfCredit(value: string): string | undefined {
  if (looksScientific(value)) return scientific
  if (/^\d{15}$/.test(value)) return '这是旧的15位注册号，请填写营业执照或法人证书上的18位统一社会信用代码。'
  if (value.length !== 18) return `统一社会信用代码应为18位，现在是${value.length}位，请对照证照补全或删去多余的字符。`
  const unused = /[IOSVZ]/.exec(value)
  if (unused) return `统一社会信用代码里没有字母“${unused[0]}”，请看看是不是数字1、0、5、2或字母U。`
  if (![...value].every((symbol) => creditSymbols.includes(symbol)))
    return '统一社会信用代码只有数字和大写字母，请检查是否混入了别的字符。'
  if (!/^\d{6}$/.test(value.slice(2, 8))) return '统一社会信用代码第3至8位应是数字，请对照证照改正。'
  if (creditCheckCharacter(value) === value.at(-1)) return undefined
  return '统一社会信用代码校验不对，多半是输错了一位或写反了两位，请对照证照逐位核对。'
}

/**
 * Checks a unified social credit code (GB 32100-2015). Characters 3–8 name the registering authority, not the place of work.
 * @param raw as typed or pasted; small letters and full width are taken.
 */
export function checkCreditCode(raw: string): CreditCode | Refused {
  const value = tidy(raw)
  if (value === '') return refuse('请填写统一社会信用代码。')
  const fault = faultOfCredit(value)
  if (fault) return refuse(fault)
  const prefix = value.slice(0, 2)
  const [kind, kindName] = isCreditPrefix(prefix) ? creditKinds[prefix] : creditKinds.Y1
  return { ok: true, value, kind, kindName, isUnion: kind === 'grassrootsUnion' || kind === 'otherUnion' }
}

/**
 * Writes a credit code with its check character, for tests and made-up organisations.
 * @param first17 e.g. `81440307` and nine further characters. @throws RangeError when it is malformed.
 */
export function makeCreditCode(first17: string): string {
  const isSound = first17.length === 17 && [...first17].every((symbol) => creditSymbols.includes(symbol))
  if (!isSound) throw new RangeError(`no credit code from ${first17}`)
  return first17 + creditCheckCharacter(first17)
}
