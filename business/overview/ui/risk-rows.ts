import { dayWords } from '../../../kit/index.ts'
import { watched } from '../rules/headlines.ts'
import type { Risks, Total } from './place.ts'
import { figureSentence, targetWords } from './say.ts'

export interface RiskRow {
  key: string
  tag: '目标' | '要处理' | '快到期'
  title: string
  words: string
  /** What it counts. */
  hint: string
  /** Opens a figure, or else a list elsewhere. */
  code?: string
  href?: string
}

/**
 * What needs a look though nobody is late, in this order: targets the year will miss, rates below theirs, what should not be there, what runs out soon.
 * @param isNow whether the span asked for runs until today; what should not be there is told of today only
 */
export function riskRows(risks: Risks, totals: readonly Total[], isNow: boolean): RiskRow[] {
  const forecast = new Set(risks.targets.map(({ code }) => code))
  return [
    ...risks.targets.map(missedRow),
    ...totals.filter((total) => isBelow(total) && !forecast.has(total.code)).map(belowRow),
    ...totals.filter(({ code, value }) => isNow && watched.includes(code) && (value ?? 0) > 0).map(watchedRow),
    ...risks.expiring.filter(({ count }) => count > 0).map(endingRow),
  ]
}

const isBelow = ({ kind, target }: Total): boolean => kind === 'rate' && target !== null && !target.reached

function missedRow(target: Risks['targets'][number]): RiskRow {
  const { code, title, unit, number, comparator, value, forecast, isOver } = target
  const wanted = `目标${comparator === '<=' ? '不超过 ' : ' '}${figureSentence(number, unit)}`
  const now = `现在 ${figureSentence(value, unit)}，${wanted}`
  const ahead = forecast === null ? now : `${now}，预计年底 ${figureSentence(forecast, unit)}`
  const words = isOver ? `全年 ${figureSentence(value, unit)}，${wanted}，没有达到` : ahead
  return { key: `target ${code}`, tag: '目标', title, words, hint: '年度任务里的目标和按记录作的预测', code }
}

const belowRow = (total: Total): RiskRow => ({
  key: `below ${total.code}`,
  tag: '目标',
  title: total.title,
  words: `现在 ${figureSentence(total.value, total.unit)}，${targetWords(total)}`,
  hint: total.definition,
  code: total.code,
})

const watchedRow = ({ code, title, value, unit, definition }: Total): RiskRow => ({
  key: `watched ${code}`,
  tag: '要处理',
  title,
  words: figureSentence(value, unit),
  hint: definition,
  code,
})

const endingRow = ({ kind, title, count, until, opens, definition }: Risks['expiring'][number]): RiskRow => ({
  key: kind,
  tag: '快到期',
  title,
  words: `${count} 家，到 ${dayWords(until)}为止`,
  hint: definition,
  href: opens,
})
