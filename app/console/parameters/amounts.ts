import type { AmountCode } from '../registries.ts'

/** Amounts that calculators need, as they are called here. */
export const amounts: Readonly<Record<AmountCode, string>> = {
  'wage.minimum': '最低工资',
  'wage.average': '上年度职工月平均工资',
}

export const isAmountCode = (code: string): code is AmountCode => code in amounts
