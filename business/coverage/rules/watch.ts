import { addDays, addMonths, daysBetween } from '../../../kernel/calendar/days.ts'
import { parameterAt } from './parameters.ts'
import type { WarningKind } from './words.ts'

/** A firm as it stands today, with the count before the last one. */
export type Watched = {
  status: 'counted' | 'excluded' | 'stale' | 'settling'
  isCovered: boolean
  headcount: number
  countedOn: string
  openedOn: string
  before: { headcount: number; countedOn: string } | null
  /** First day on which it counts again, of an exclusion in force. */
  excludedUntil: string | null
  /** Day on which the union ends, when that is decided. */
  unionEndsOn: string | null
  /** Last day of the committee's term, put off if it was. */
  termEndsOn: string | null
}

export type Warned = { kind: WarningKind; on: string | null; isEstimate: boolean; why: string }

const LARGE = 100

/** Whether and when a firm would break the hundred per cent of its band, and why; null when nothing points to it. Pure. */
export function warningOf(firm: Watched, today: string): Warned | null {
  if (firm.isCovered) return firm.headcount >= LARGE ? ofCovered(firm, today) : null
  if (firm.status === 'excluded') return firm.headcount >= LARGE ? ofExcluded(firm) : null
  if (firm.status === 'settling') return firm.headcount >= LARGE ? ofSettling(firm, today) : null
  if (firm.status === 'stale') return firm.headcount >= LARGE ? ofStale(firm, today) : null
  return firm.headcount >= LARGE ? ofLeaving(firm, today) : ofGrowing(firm, today)
}

const ofExcluded = ({ excludedUntil, headcount }: Watched): Warned => ({
  kind: 'expiring',
  on: excludedUntil,
  isEstimate: false,
  why: `列入不计到这一天为止，${headcount} 人，没有工会`,
})

function ofSettling({ openedOn, headcount }: Watched, today: string): Warned {
  const { value } = parameterAt('settlingMonths', today)
  return {
    kind: 'settling',
    on: addMonths(openedOn, value),
    isEstimate: false,
    why: `${openedOn} 开业，自报 ${headcount} 人，没有工会；开业满 ${value} 个月或核实人数之日计入，看哪个早`,
  }
}

function ofStale({ countedOn, headcount }: Watched, today: string): Warned {
  const { value } = parameterAt('freshMonths', today)
  return {
    kind: 'stale',
    on: null,
    isEstimate: false,
    why: `人数还是 ${countedOn} 的 ${headcount} 人，已超过 ${value} 个月；一核实满百人就计入，没有工会`,
  }
}

/** It leaves the base because nobody counted again, not because a union was founded: no success to be proud of. */
function ofLeaving({ countedOn, headcount }: Watched, today: string): Warned | null {
  const on = addDays(addMonths(countedOn, parameterAt('freshMonths', today).value), 1)
  if (daysBetween(today, on) > parameterAt('leavingDays', today).value) return null
  return {
    kind: 'leaving',
    on,
    isEstimate: false,
    why: `${countedOn} 统计的 ${headcount} 人到期没有更新，会退出分母；不是建了会，请先核实人数`,
  }
}

function ofGrowing({ headcount, countedOn, before }: Watched, today: string): Warned | null {
  if (headcount < parameterAt('approachFrom', today).value || !before || before.headcount >= headcount) return null
  const days = daysBetween(before.countedOn, countedOn)
  const on = addDays(countedOn, Math.ceil(((LARGE - headcount) / (headcount - before.headcount)) * days))
  const horizon = addMonths(today, parameterAt('horizonMonths', today).value)
  if (on > horizon) return null
  return {
    kind: 'growing',
    on: on > today ? on : today,
    isEstimate: true,
    why: `${before.countedOn} ${before.headcount} 人，${countedOn} ${headcount} 人，照这样到百人；没有工会`,
  }
}

function ofCovered({ unionEndsOn, termEndsOn, headcount }: Watched, today: string): Warned | null {
  if (unionEndsOn) {
    return { kind: 'ending', on: unionEndsOn, isEstimate: false, why: `所在工会到这一天撤销，${headcount} 人` }
  }
  const { value } = parameterAt('lapsedMonths', today)
  if (!termEndsOn || addMonths(termEndsOn, value) >= today) return null
  return {
    kind: 'lapsed',
    on: null,
    isEstimate: false,
    why: `委员会任期 ${termEndsOn} 届满，过期超过 ${value} 个月没有换届，工会可能名存实亡`,
  }
}

/** Nearest first; what has no day comes last. */
export const byDay = (a: { on: string | null }, b: { on: string | null }): number =>
  (a.on ?? '9999').localeCompare(b.on ?? '9999')
