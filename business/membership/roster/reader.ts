import { addYears, ageOn, type Day } from '../../../kernel/calendar/days.ts'
import type { ReadContext, RowReader } from '../../../kernel/import/kind.ts'
import { ageWarnings } from '../../../kernel/people/checked.ts'
import { personInitials } from '../../../kernel/search/initials.ts'
import { fields } from './fields.ts'
import { openCells, type Sheet } from './reader/cells.ts'
import { readBelonging } from './reader/firm.ts'
import { readPhone } from './reader/phone.ts'
import type { RosterRow } from './row.ts'
import { readChoice, readHukou, readNewFormKind } from './rules/choices.ts'
import { readDay, readValidTo } from './rules/days.ts'
import { type Document, readDocument } from './rules/document.ts'
import { faultOfName, tidyName } from './rules/names.ts'

const GATE = 16

function readName(sheet: Sheet): string {
  const name = tidyName(sheet.required('name'))
  const fault = faultOfName(name)
  if (fault) sheet.refuse('name', fault.code, fault.message)
  return name
}

function readIdentity(sheet: Sheet, today: Day): Document | null {
  const document = readDocument(sheet.required('idNumber'), sheet.text('idKind'), today)
  if ('code' in document) {
    sheet.refuse('idNumber', document.code, document.message)
    return null
  }
  if (!document.isChecked && document.idKind === 'passport' && sheet.text('idKind') === '')
    sheet.warn('idKind', 'id.guessed', '没有写证件类型，按护照登记，请核对')
  return document
}

/** Sex and birthday of the number count; a sheet that says otherwise may have slipped by a row, so the row waits for whoever holds the papers. */
function readPerson(sheet: Sheet, document: Document, today: Day) {
  const sexCell = sheet.text('sex')
  const sex = sexCell === '' ? undefined : sheet.choice('sex', sexCell, readChoice('sex', sexCell))
  if (document.sex !== null && sex !== undefined && sex !== 'unknown' && sex !== document.sex)
    sheet.refuse('sex', 'sex.contradicts', '性别与身份证号不符，请对照证件看是性别填错、号码填错，还是整行错位')
  const written = readBirth(sheet, today)
  if (document.birthOn !== null && written !== null && written !== document.birthOn)
    sheet.refuse(
      'birthOn',
      'birth.contradicts',
      '出生日期与身份证号不符，请对照证件看是日期填错、号码填错，还是整行错位',
    )
  const birthOn = document.birthOn ?? written
  const isUnderage = birthOn !== null && ageOn(birthOn, today) < GATE
  for (const message of ageWarnings(birthOn ?? undefined, today))
    sheet.warn('idNumber', isUnderage ? 'age.child' : 'age.juvenile', message)
  return { sex: document.sex ?? sex ?? ('unknown' as const), birthOn, isUnderage }
}

function readBirth(sheet: Sheet, today: Day): Day | null {
  const cell = sheet.text('birthOn')
  if (cell === '') return null
  const read = readDay(cell)
  // A year or a month alone contradicts nothing and says too little to be kept.
  if (read === null || read.day > today) sheet.warn('birthOn', 'date.unreadable', unreadable('出生日期', cell))
  const isWhole = read !== null && !read.isRough && !/^\d{4}\D?\d{1,2}月?$|^\d{6}$/.test(cell)
  return isWhole && read.day <= today ? read.day : null
}

const unreadable = (what: string, cell: string) =>
  /^\d{1,2}\D\d{1,2}\D\d{2,4}$/.test(cell)
    ? `${what}分不清年、月、日的先后，请写成 2024-03-05 这样`
    : `${what}认不出来，请写成 2024-03-05 这样`

function readValidity(sheet: Sheet, today: Day): Day | null {
  const cell = sheet.text('idValidTo')
  if (cell === '') return null
  const read = readValidTo(cell)
  if (read === null) sheet.warn('idValidTo', 'date.unreadable', `${unreadable('证件有效期', cell)}；长期有效的写“长期”`)
  else if (read.day < today) sheet.warn('idValidTo', 'document.expired', '证件已经过期，请提醒本人换证；这一行照样导入')
  return read?.day ?? null
}

/** The day decides in which year a member counts, so a day that cannot be keeps the row out. */
function readJoined(sheet: Sheet, birthOn: Day | null, today: Day): Day | null {
  const cell = sheet.required('joinedOn')
  if (cell === '') return null
  const read = readDay(cell)
  if (read === null) sheet.refuse('joinedOn', 'date.unreadable', unreadable('入会日期', cell))
  else if (read.day > today) sheet.refuse('joinedOn', 'joined.future', '入会日期还没有到，请核对年份')
  else if (birthOn !== null && read.day < addYears(birthOn, GATE))
    sheet.refuse('joinedOn', 'joined.early', '入会日期在本人满 16 周岁之前，请核对是否填成了出生日期')
  else if (read.isRough) sheet.warn('joinedOn', 'date.rough', '入会日期没有写明月份，按第一天登记，请核对')
  return read?.day ?? null
}

function readStanding(sheet: Sheet): boolean {
  const cell = sheet.text('standing')
  if (cell === '') return false
  const standing = sheet.choice('standing', cell, readChoice('standing', cell))
  if (standing === 'left')
    sheet.refuse('standing', 'standing.left', '表里写着已退会或转出，不作为会员导入；要登记退会，请在会员登记册里办理')
  return standing === 'retained'
}

function readWork(sheet: Sheet) {
  const chosen = (key: 'political' | 'education' | 'skillLevel' | 'employment') => {
    const cell = sheet.text(key)
    return cell === '' ? '' : (sheet.choice(key, cell, readChoice(key, cell)) ?? '')
  }
  const [hukou, kind, migrant] = [sheet.text('hukou'), sheet.text('newFormKind'), sheet.text('isMigrant')]
  const isMigrant = migrant === '' ? undefined : sheet.choice('isMigrant', migrant, readChoice('flag', migrant))
  return {
    political: chosen('political'),
    education: chosen('education'),
    skillLevel: chosen('skillLevel'),
    employment: chosen('employment'),
    hukou: hukou === '' ? '' : (sheet.choice('hukou', hukou, readHukou(hukou)) ?? ''),
    isMigrant: isMigrant === undefined ? null : isMigrant === 'yes',
    newFormKind: kind === '' ? '' : (sheet.choice('newFormKind', kind, readNewFormKind(kind)) ?? ''),
    ethnicity: sheet.short('ethnicity', 20),
    department: sheet.short('department', 50),
    occupation: sheet.short('occupation', 50),
    memberNumber: sheet.short('memberNumber', 40),
  }
}

function readRow(sheet: Sheet, { today }: ReadContext): RosterRow | null {
  const name = readName(sheet)
  const document = readIdentity(sheet, today)
  const isRetained = readStanding(sheet)
  const joined = (birthOn: Day | null) => readJoined(sheet, birthOn, today)
  if (document === null) {
    joined(null)
    return null
  }
  const person = readPerson(sheet, document, today)
  return {
    name,
    initials: personInitials(name),
    idKind: document.idKind,
    idNumber: document.idNumber,
    isChecked: document.isChecked,
    ...person,
    idValidTo: readValidity(sheet, today),
    phone: readPhone(sheet),
    ...readWork(sheet),
    ...readBelonging(sheet),
    joinedOn: joined(person.birthOn),
    isRetained,
  }
}

/** Reads one row of a member roster (D:B4, D:C1.5): identity, joining day and standing must be right; a slip elsewhere is said and left empty. */
export const reader: RowReader = {
  fields,
  identityOf: (value) => (value as RosterRow).idNumber,
  read(cells, context) {
    const sheet = openCells(cells)
    const value = readRow(sheet, context)
    return value === null || sheet.reasons.length > 0 ? { reasons: sheet.reasons } : { value, warnings: sheet.warnings }
  },
}
