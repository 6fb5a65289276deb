import type { Rule } from '../registries.ts'

const units: Record<Rule['unit'], string> = {
  hours: '小时',
  naturalDays: '天',
  workingDays: '个工作日',
  months: '个月',
  years: '年',
}

/** 2 小时, 5 个工作日. */
export const termWords = (amount: number, unit: Rule['unit']): string => `${amount} ${units[unit]}`

export const unitWords = (unit: Rule['unit']): string => units[unit]

/** How certain the text behind a rule is. */
export const sureWords: Record<Rule['sure'], string> = { K: '已核对原文', F: '按转载文本', U: '由区总工会设定' }

/** Limits that law fixes are not edited here. */
export const isEditable = ({ clock, sure }: Rule): boolean => clock === 'inner' || sure === 'U'
