const partsOf = (day: string) => ({
  year: Number(day.slice(0, 4)),
  month: Number(day.slice(5, 7)),
  day: Number(day.slice(8, 10)),
})

/** The day after, so that the last day of work counts. */
function dayAfter(day: string) {
  const { year, month, day: d } = partsOf(day)
  return partsOf(new Date(Date.UTC(year, month - 1, d + 1)).toISOString().slice(0, 10))
}

/** Full months from one day to another, both counted, and whether days are left over. A day before the first is no time at all. */
export function spanOf(from: string, to: string): { months: number; hasMoreDays: boolean } {
  if (to < from) return { months: 0, hasMoreDays: false }
  const start = partsOf(from)
  const end = dayAfter(to)
  const months = (end.year - start.year) * 12 + end.month - start.month - (end.day < start.day ? 1 : 0)
  return { months, hasMoreDays: end.day !== start.day }
}
