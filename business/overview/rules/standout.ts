import type { Counted } from './counted.ts'

/** A sentence, and what it opens; nothing where there is nothing to open. */
export interface Standing {
  words: string
  opens: 'late' | 'soon' | 'plan' | undefined
}

/** What stands out, in plain words: what is late first, then what soon will be, then what the year will miss. */
export function standOut({ late, legal, soon }: Counted, targets: readonly { isOver: boolean }[]): Standing[] {
  const missed = targets.filter(({ isOver }) => isOver).length
  const ahead = targets.length - missed
  const sentences: Standing[] = [
    { words: latePart(late, legal), opens: late > 0 ? 'late' : undefined },
    { words: soonPart(late, soon), opens: soon > 0 ? 'soon' : undefined },
    { words: missed > 0 ? `${missed} 项年度目标没有达到` : '', opens: 'plan' },
    { words: ahead > 0 ? `${ahead} 项年度目标有风险` : '', opens: 'plan' },
  ]
  return sentences.filter(({ words }) => words !== '')
}

function latePart(late: number, legal: number): string {
  if (late === 0) return '没有超时的事'
  return legal > 0 ? `${late} 件已经超时，其中 ${legal} 件超过法定时限` : `${late} 件已经超时，都没有超过法定时限`
}

function soonPart(late: number, soon: number): string {
  if (soon > 0) return `七天内还有 ${soon} 件到期`
  return late === 0 ? '七天内也没有到期的' : '七天内没有别的到期'
}
