/** Days typed or pasted in any of the usual ways, one or several a line: 2027-01-01, 2027年1月2日, 2027/1/3. */
export function readDays(text: string): string[] {
  const found = text.normalize('NFKC').matchAll(/(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?/g)
  const days = [...found].map(([, year, month, day]) => `${year}-${month?.padStart(2, '0')}-${day?.padStart(2, '0')}`)
  return [...new Set(days)].sort()
}
