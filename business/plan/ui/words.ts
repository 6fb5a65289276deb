import { figureWords } from '../../../kit/index.ts'
import { comparators, methods } from '../rules/words.ts'
import type { Plan, Target } from './place.ts'

export const amount = (value: number, unit: string): string =>
  unit === '%' ? `${figureWords(value, 1)}%` : `${figureWords(value, 2)} ${unit}`

export const wantedWords = ({ comparator, unit }: Pick<Target, 'comparator' | 'unit'>, number: number): string =>
  `${comparators[comparator]} ${unit === '%' ? `${figureWords(number, 2)}%` : amount(number, unit)}`

/** A forecast is no count: whole numbers, said as about. */
export const forecastWords = (value: number, unit: string): string =>
  unit === '%' ? `约 ${amount(value, unit)}` : `约 ${figureWords(value, 0)} ${unit}`

/** How far off such forecasts have been; that nothing is known of it is said too. Of what is reached nobody asks. */
export function errorWords({ reading, risk }: Pick<Target, 'reading' | 'risk'>): string {
  if (!reading || risk === 'reached' || reading.method === 'over' || reading.method === 'none') return ''
  if (reading.error === null) return '没有往年可比，准不准还不知道'
  return `往年这样推算平均偏差 ${figureWords(reading.error, 1)}%（比过 ${reading.errorPoints} 次）`
}

export const methodWords = ({ reading }: Pick<Target, 'reading'>): string =>
  reading ? methods[reading.method] : '还没有推算，今晚会算'

const some = (count: number, words: string): string[] => (count > 0 ? [words.replace('#', String(count))] : [])

/** What the year stands at, in two sentences. */
export function sentenceOf({ targets, tasks, year }: Plan): string {
  if (!year) return ''
  const at = (risk: Target['risk']) => targets.filter((one) => one.risk === risk).length
  const unrecorded = targets.filter(({ isRecorded }) => !isRecorded).length
  const unsplit = targets.filter(({ isRecorded, number }) => isRecorded && number === null).length
  const goals = [
    ...some(at('reached'), '# 项已达到'),
    ...some(at('on_way'), '# 项按现在的进度能完成'),
    ...some(at('at_risk'), '# 项预计完不成'),
    ...some(at('missed'), '# 项没有完成'),
    ...some(unrecorded, '# 项还没有业务登记'),
    ...some(unsplit, '# 项没有分到本街道'),
    ...some(at('unknown') - unrecorded - unsplit, '# 项还看不出'),
  ]
  const stands = (condition: Plan['tasks'][number]['condition']) =>
    tasks.filter((one) => one.condition === condition).length
  const work = [
    ...some(stands('signed_off'), '# 项已销号'),
    ...some(stands('done'), '# 项等核实'),
    ...some(stands('draft'), '# 项在草拟'),
    ...some(stands('waiting'), '# 项还没到时候'),
    ...some(stands('normal'), '# 项正常'),
    ...some(stands('behind'), '# 项滞后'),
    ...some(stands('late'), '# 项逾期'),
  ]
  const said = (count: number, what: string, parts: string[]) =>
    count === 0 ? [] : [`${count} 项${what}${parts.length > 0 ? `：${parts.join('，')}` : ''}。`]
  return [...said(targets.length, '目标', goals), ...said(tasks.length, '任务', work)].join('')
}
