import type { Day } from '../../../../kernel/calendar/days.ts'
import type { RowReason } from '../../../../kernel/import/kind.ts'
import type { RosterRow } from '../row.ts'
import type { PersonColumn } from './bulk.ts'
import type { Known } from './lookup.ts'
import type { Place } from './places.ts'

export type Changes = Partial<Pick<Known, PersonColumn>>
export type PhoneRule = 'keep' | 'sheet'

/** The columns a row fills by itself; '' and null tell nothing. */
function filled(row: RosterRow, place: Place) {
  return {
    id_kind: row.idKind,
    birth_on: row.birthOn,
    id_valid_to: row.idValidTo,
    ethnicity: row.ethnicity,
    political: row.political,
    education: row.education,
    skill_level: row.skillLevel,
    employment: row.employment,
    hukou: row.hukou,
    is_migrant: row.isMigrant,
    department: row.department,
    occupation: row.occupation,
    new_form_kind: row.newFormKind,
    is_new_form: row.newFormKind === '' ? null : true,
    enterprise_id: place.enterpriseId,
    sex: row.sex === 'unknown' ? null : row.sex,
  }
}

const warning = (column: string, code: string, message: string): RowReason => ({ column, code, message })
const isOlderThan = (known: Known, row: RosterRow) =>
  row.joinedOn !== null &&
  known.joined_on !== null &&
  known.joined_on !== row.joinedOn &&
  known.member_since !== row.joinedOn

/**
 * What a row changes on a record: only cells that say something overwrite; the level of verification never falls; the first day of membership and the number
 * of the card stay, because figures and cards of the past hang on them.
 * @param phoneIndex blind index of the row's phone
 */
export function compare(
  known: Known,
  row: RosterRow,
  place: Place,
  phone: { index: string | null; rule: PhoneRule },
  today: Day,
): { changes: Changes; isNewPhone: boolean; warnings: RowReason[] } {
  const warnings: RowReason[] = []
  const said = Object.entries(filled(row, place)).filter(
    ([column, value]) => value !== null && value !== '' && known[column as PersonColumn] !== value,
  )
  const changes: Changes = Object.fromEntries(said)
  if (known.collected_on === null) changes.collected_on = today
  if (known.verified_level === 0 && row.isChecked) {
    changes.verified_level = 1
    changes.verified_channel = 'format'
  }
  if (row.memberNumber !== '' && known.member_number === null) changes.member_number = row.memberNumber
  else if (row.memberNumber !== '' && known.member_number !== row.memberNumber)
    warnings.push(warning('会员证号', 'number.kept', '登记册里已有另一个会员证号，没有改动'))
  if (isOlderThan(known, row))
    warnings.push(
      warning('入会日期', 'joined.kept', '登记册里的入会日期与表里不同，没有改动；要更正请在会员登记册里改'),
    )
  const isOther = phone.index !== null && phone.index !== known.phone_index
  const isNewPhone = isOther && (known.phone_index === null || phone.rule === 'sheet')
  if (isOther && !isNewPhone)
    warnings.push(warning('手机', 'phone.kept', '登记册里已有另一个手机号，没有改动；要以表格为准，请在导入时选择'))
  return { changes, isNewPhone, warnings }
}
