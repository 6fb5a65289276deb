type Monthly = { months: readonly { month: string; value: number | null }[]; unit: string }

/** Twelve bars in one unit: yuan in 万元 when the largest month is that large. */
export function monthPoints({ months, unit }: Monthly, year: number) {
  const largest = Math.max(0, ...months.map(({ value }) => value ?? 0))
  const scale = unit === '元' && largest >= 10_000 ? 10_000 : 1
  const known = new Map(months.map(({ month, value }) => [month, value]))
  const points = Array.from({ length: 12 }, (_, i) => {
    const value = known.get(`${year}-${String(i + 1).padStart(2, '0')}`) ?? null
    return { at: `${i + 1} 月`, value: value === null ? null : Math.round((value / scale) * 100) / 100 }
  })
  return { points, unit: scale === 1 ? unit : '万元' }
}
