import { checkCreditCode } from '../../../../kernel/people/identity.ts'
import { tidyNumber } from '../rules/document.ts'
import type { Sheet } from './cells.ts'

/** Where somebody works: the name as it stands and the employer's credit code, when it proves itself. */
export function readBelonging(sheet: Sheet): { firmName: string; firmCode: string } {
  const firmName = sheet.short('firmName', 100)
  const cell = tidyNumber(sheet.text('firmCode'))
  if (cell === '') return { firmName, firmCode: '' }
  const code = checkCreditCode(cell)
  if (!code.ok) {
    sheet.warn('firmCode', 'firm.code', `${code.reason.replace(/。$/, '')}；这一格先不用，按工作单位的名称找单位`)
    return { firmName, firmCode: '' }
  }
  if (code.isUnion) {
    sheet.warn(
      'firmCode',
      'firm.union_code',
      '这是工会自己的代码（81 开头），请填用人单位的代码；这一格先不用，按工作单位的名称找单位',
    )
    return { firmName, firmCode: '' }
  }
  return { firmName, firmCode: code.value }
}
