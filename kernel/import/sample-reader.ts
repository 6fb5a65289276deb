import { checkIdNumber } from '../people/identity.ts'
import type { RowReader } from './kind.ts'

/** The pure half of the small kind that the engine's own tests bring in. */
export const reader: RowReader = {
  fields: [
    { key: 'name', title: '姓名', synonyms: ['职工姓名'], required: true },
    { key: 'idNumber', title: '证件号码', synonyms: ['身份证号'], required: true },
    { key: 'work', title: '工种', synonyms: ['岗位'], required: false },
  ],
  read(cells, { today }) {
    const { name = '', idNumber = '', work = '' } = cells
    if (name === '') return { reasons: [{ column: '姓名', code: 'name.missing', message: '没有填姓名，请补上' }] }
    const id = checkIdNumber(idNumber, today)
    if (!id.ok) return { reasons: [{ column: '证件号码', code: 'id.wrong', message: id.reason }] }
    const warnings = work === '' ? [{ column: '工种', code: 'work.missing', message: '没有填工种，导入后可补' }] : []
    return { value: { name, idNumber: id.value, birthOn: id.birthOn, sex: id.sex, work }, warnings }
  },
  identityOf: (value) => String(value.idNumber),
}
