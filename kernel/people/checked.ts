import { ageOn, type Day } from '../calendar/days.ts'
import { fail } from '../contract/errors.ts'
import { checkIdNumber, checkPhone, type IdKind } from './identity.ts'
import { tidyDocument } from './sealed.ts'
import type { idKinds, sexes } from './words.ts'

type Typed = {
  idKind?: keyof typeof idKinds | undefined
  idNumber?: string | undefined
  sex?: keyof typeof sexes | undefined
  birthOn?: Day | undefined
}
/** What of the identity is to be written; a field that is absent stays as it is. */
export type Checked = Typed

const kindOf: Record<IdKind, keyof typeof idKinds> = {
  resident: 'resident',
  hongKongMacao: 'hongkong_macao',
  taiwan: 'taiwan',
  foreigner: 'foreigner',
}

/**
 * Checks what was typed about a person's document (D:B4): an 18-character number tells kind, birthday and sex; a passport is free but for its letters.
 * An empty number takes it off the record. @throws Failure 422 saying what to do
 */
export function checkDocument(typed: Typed, today: Day): Checked {
  if (typed.birthOn !== undefined && typed.birthOn > today) fail(422, '出生日期不能晚于今天')
  if (typed.idNumber === undefined) return { sex: typed.sex, birthOn: typed.birthOn }
  if (typed.idNumber === '') return { idKind: 'unknown', sex: typed.sex, birthOn: typed.birthOn }
  if (typed.idKind === 'passport') return { ...typed, idNumber: checkedPassport(typed.idNumber) }
  const id = checkIdNumber(typed.idNumber, today)
  if (!id.ok) return fail(422, id.reason)
  return { idKind: kindOf[id.kind], idNumber: id.value, sex: id.sex, birthOn: id.birthOn }
}

function checkedPassport(raw: string): string {
  const number = tidyDocument(raw)
  return /^[A-Z0-9]{5,20}$/.test(number) ? number : fail(422, '护照号码应是 5 至 20 位字母和数字，请对照证件改正')
}

/** The number as it is kept. @throws Failure 422 */
export function checkedPhone(raw: string): string {
  const phone = checkPhone(raw)
  return phone.ok ? phone.value : fail(422, phone.reason)
}

/** Under 16 may be child labour, which is to be followed up, not turned away; 16 and 17 are specially protected. */
export function ageWarnings(birthOn: Day | undefined, today: Day): string[] {
  if (birthOn === undefined) return []
  const age = ageOn(birthOn, today)
  if (age < 16) return ['此人未满 16 周岁，可能是童工，请马上核实并报告区总工会权益保障部']
  return age < 18 ? ['此人是未成年工，依法不得安排夜班和繁重、有毒有害的劳动'] : []
}
