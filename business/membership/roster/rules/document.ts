import { addYears, type Day, isDay } from '../../../../kernel/calendar/days.ts'
import { checkIdNumber } from '../../../../kernel/people/identity.ts'
import type { idKinds } from '../../../../kernel/people/words.ts'
import { readChoice } from './choices.ts'
import { isScientific } from './tidy.ts'

export type Document = {
  idKind: keyof typeof idKinds
  idNumber: string
  /** Does the number prove itself by a check character? */
  isChecked: boolean
  sex: 'male' | 'female' | null
  birthOn: Day | null
}
export type Fault = { code: string; message: string }

/** A number as it is kept and compared: half width, capitals, without blanks, dashes and quotes. */
export const tidyNumber = (raw: string): string =>
  raw
    .normalize('NFKC')
    .replace(/[\s\u200b-\u200f\u2060\ufeff'’‘`"“”\-‐-―−]/g, '')
    .toUpperCase()

/** Permits and passports have no check character: only their shape can be held against them. */
const shapes = {
  hongkong_macao_permit: {
    kind: 'hongkong_macao',
    shape: /^[HM]\d{8}(\d{2})?$/,
    sentence: '港澳居民来往内地通行证号码应是 H 或 M 加 8 位数字',
  },
  taiwan_permit: {
    kind: 'taiwan',
    shape: /^\d{8}(\d{2}([A-Z]|\d)?)?$/,
    sentence: '台湾居民来往大陆通行证号码应是 8 位数字',
  },
  passport: { kind: 'passport', shape: /^(?=.*\d)[A-Z0-9]{5,20}$/, sentence: '护照号码应是 5 至 20 位字母和数字' },
  foreigner: {
    kind: 'foreigner',
    shape: /^[A-Z]{3}\d{12}$/,
    sentence: '外国人永久居留证号码应是 3 个字母加 12 位数字，或新证上的 18 位号码',
  },
} as const

type Free = keyof typeof shapes
const isFree = (kind: string | undefined): kind is Free => kind !== undefined && kind in shapes

const kindOf = {
  resident: 'resident',
  hongKongMacao: 'hongkong_macao',
  taiwan: 'taiwan',
  foreigner: 'foreigner',
} as const

function faultOf(value: string, message: string, today: Day): Fault {
  const birthOn = `${value.slice(6, 10)}-${value.slice(10, 12)}-${value.slice(12, 14)}`
  if (isScientific(value)) return { code: 'id.scientific', message }
  if (/^\d{15}$/.test(value)) return { code: 'id.old', message }
  if (value.length !== 18) return { code: 'id.length', message }
  if (!/^[1-9]\d{16}[\dX]$/.test(value)) return { code: 'id.symbols', message }
  // What is said about a row is kept, so it quotes nothing of the number.
  const wrongDay = '身份证号第 7 至 14 位不是真实的出生日期，请对照证件改正'
  if (!isDay(birthOn) || birthOn < addYears(today, -131)) return { code: 'id.day', message: wrongDay }
  if (birthOn > today) return { code: 'id.future', message: '身份证号里的出生日期还没有到，请对照证件改正' }
  return { code: value.endsWith('000') ? 'id.rounded' : 'id.check', message }
}

function free(kind: Free, value: string): Document | Fault {
  const { kind: idKind, shape, sentence } = shapes[kind]
  if (!shape.test(value)) return { code: 'id.shape', message: `${sentence}，请对照证件改正` }
  return { idKind, idNumber: value, isChecked: false, sex: null, birthOn: null }
}

/** The kind that a number without a named kind shows by its shape. */
const guess = (value: string): Free | undefined =>
  (['hongkong_macao_permit', 'foreigner'] as const).find((kind) => shapes[kind].shape.test(value)) ??
  (/^[A-Z]{1,2}\d{7,9}$/.test(value) ? 'passport' : undefined)

/**
 * Reads a document of any kind that members hold (D:B4.1). A number of 18 characters that proves itself tells its own kind, whatever the column says.
 * @param kindCell 证件类型 as written, '' when there is none
 */
export function readDocument(raw: string, kindCell: string, today: Day): Document | Fault {
  const value = tidyNumber(raw)
  if (value === '') return { code: 'id.missing', message: '没有填证件号码，请补上' }
  const id = checkIdNumber(value, today)
  if (id.ok) return { idKind: kindOf[id.kind], idNumber: id.value, isChecked: true, sex: id.sex, birthOn: id.birthOn }
  const named = kindCell === '' ? undefined : readChoice('idKind', kindCell)
  if (named === 'other')
    return { code: 'id.kind', message: '这种证件不能用来登记会员，请改填身份证、居住证、通行证或护照' }
  if (isFree(named) && !(named === 'foreigner' && value.length === 18)) return free(named, value)
  const guessed = named === undefined ? guess(value) : undefined
  return guessed ? free(guessed, value) : faultOf(value, id.reason, today)
}
