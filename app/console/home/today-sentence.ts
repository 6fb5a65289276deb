interface Counted {
  /** Overdue; due by midnight, the overdue among them; due within three days; all. */
  late: number
  today: number
  soon: number
  total: number
}

/** The sentence of the day: what is overdue or due today comes first, then the rest of the three days. */
export function todaySentence({ late, today, soon, total }: Counted): string {
  if (total === 0) return '今天没有要办的事'
  const later = Math.max(0, late + soon - today)
  if (today === 0 && later === 0) return `手上 ${total} 件，三天内没有到期的`
  if (today === 0) return `今天没有到期的，${later} 件三天内到期`
  return later === 0 ? `今天先办 ${today} 件` : `今天先办 ${today} 件，另有 ${later} 件三天内到期`
}
