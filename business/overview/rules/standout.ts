import type { Counted } from './counted.ts'

/** What stands out, in plain words: what is late first, then what soon will be, then what the year will miss. */
export function standOut({ late, legal, soon }: Counted, targets: readonly { isOver: boolean }[]): string {
  const missed = targets.filter(({ isOver }) => isOver).length
  const parts = [
    latePart(late, legal),
    soonPart(late, soon),
    missed > 0 ? `${missed} 项年度目标没有达到` : '',
    targets.length > missed ? `${targets.length - missed} 项年度目标有风险` : '',
  ]
  return parts.filter(Boolean).join('。').concat('。')
}

function latePart(late: number, legal: number): string {
  if (late === 0) return '没有超时的事'
  return legal > 0 ? `${late} 件已经超时，其中 ${legal} 件超过法定时限` : `${late} 件已经超时，都没有超过法定时限`
}

function soonPart(late: number, soon: number): string {
  if (soon > 0) return `七天内还有 ${soon} 件到期`
  return late === 0 ? '七天内也没有到期的' : '七天内没有别的到期'
}
