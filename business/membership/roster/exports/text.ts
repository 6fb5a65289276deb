import type { Sealer } from '../../../../kernel/crypto/seal.ts'
import { maskField, openField, type SealedField } from '../../../../kernel/people/sealed.ts'
import type { ExportField, Format, LayoutColumn } from '../rules/layouts.ts'
import { type choices, choiceText, dayText } from '../rules/written.ts'
import type { ExportedMember } from './members.ts'

/** Document numbers and phones: masked, or whole, which the reason in the audit log says. */
export type Numbers = 'masked' | 'full'

const plain: Partial<Record<ExportField, keyof ExportedMember>> = {
  name: 'name',
  ethnicity: 'ethnicity',
  department: 'department',
  occupation: 'occupation',
  memberNumber: 'member_number',
  firmName: 'firm_name',
  firmCode: 'firm_code',
  unionName: 'union_name',
  unionCode: 'union_code',
}
const days: Partial<Record<ExportField, 'id_valid_to' | 'birth_on' | 'joined_on'>> = {
  idValidTo: 'id_valid_to',
  birthOn: 'birth_on',
  joinedOn: 'joined_on',
}
const chosen: Partial<Record<ExportField, readonly [keyof typeof choices, keyof ExportedMember]>> = {
  sex: ['sex', 'sex'],
  idKind: ['idKind', 'id_kind'],
  political: ['political', 'political'],
  education: ['education', 'education'],
  skillLevel: ['skillLevel', 'skill_level'],
  employment: ['employment', 'employment'],
  hukou: ['hukou', 'hukou'],
  isMigrant: ['isMigrant', 'is_migrant'],
  newFormKind: ['newFormKind', 'new_form_kind'],
  standing: ['standing', 'membership'],
}
const sealed: Partial<Record<ExportField, readonly [SealedField, 'id_number_sealed' | 'phone_sealed']>> = {
  idNumber: ['id_number', 'id_number_sealed'],
  phone: ['phone', 'phone_sealed'],
}

const textOf = (value: unknown): string => (value === null || value === undefined ? '' : String(value))

function sealedText(
  sealer: Sealer,
  member: ExportedMember,
  [field, column]: readonly [SealedField, 'id_number_sealed' | 'phone_sealed'],
  numbers: Numbers,
) {
  const value = member[column]
  if (value === null) return ''
  return numbers === 'full'
    ? openField(sealer, field, member.id, value)
    : (maskField(sealer, field, member.id, value) ?? '')
}

const dayCell = (day: string | null, format: Format) => (day === null ? '' : dayText(day, format))

/** One cell of the table that is handed over. */
export function cellText(
  sealer: Sealer,
  member: ExportedMember,
  { field, format }: LayoutColumn,
  numbers: Numbers,
): string {
  const secret = sealed[field]
  if (secret) return sealedText(sealer, member, secret, numbers)
  const day = days[field]
  if (day) return dayCell(member[day], format)
  const choice = chosen[field]
  if (choice) return choiceText(choice[0], textOf(member[choice[1]]), format)
  const column = plain[field]
  return column ? textOf(member[column]) : ''
}
