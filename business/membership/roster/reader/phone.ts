import { checkPhone } from '../../../../kernel/people/identity.ts'
import { isScientific } from '../rules/tidy.ts'
import type { Sheet } from './cells.ts'

function codeOf(raw: string): { code: string; message?: string } {
  const digits = raw.replace(/[\s-]/g, '')
  if (isScientific(digits)) return { code: 'phone.scientific' }
  if (/^[3-9]\d{9}$/.test(digits))
    return { code: 'phone.lost', message: '手机号只有 10 位，像是丢了开头的 1，请核对后补全' }
  if (/^[2-9]\d{6,7}$/.test(digits))
    return { code: 'phone.landline', message: '像是固定电话（丢了区号），请填写能收短信的手机号' }
  if (/^0\d{9,11}$/.test(digits)) return { code: 'phone.landline' }
  return { code: /^\d+$/.test(digits) ? (digits.length === 11 ? 'phone.prefix' : 'phone.length') : 'phone.symbols' }
}

/** The mobile number, the first good one where several stand in the cell. A wrong one is said and left empty: nobody loses the membership for it. */
export function readPhone(sheet: Sheet): string | null {
  const cell = sheet.text('phone')
  if (cell === '') return null
  const whole = checkPhone(cell)
  if (whole.ok) return whole.value
  const good = cell.split(/[/、,;，；\s]+|或/).flatMap((part) => {
    const phone = checkPhone(part)
    return phone.ok ? [phone.value] : []
  })
  if (good[0] !== undefined) {
    sheet.warn('phone', 'phone.several', '这一格有不止一个号码，只取第一个手机号，请核对')
    return good[0]
  }
  const { code, message } = codeOf(cell)
  sheet.warn('phone', code, `${(message ?? whole.reason).replace(/。$/, '')}；这一行照样导入，手机号先空着`)
  return null
}
