const shanghai = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Asia/Shanghai',
  dateStyle: 'short',
  timeStyle: 'short',
})

/** An ISO instant as the wall clock in Shanghai: day 'YYYY-MM-DD' and clock 'HH:mm'. */
export function wallTime(instant: string): { day: string; clock: string } {
  const [day = '', clock = ''] = shanghai.format(Date.parse(instant)).split(' ')
  return { day, clock }
}

/** Whole days from one 'YYYY-MM-DD' to another; negative when the second is earlier. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000)
}

/** 'YYYY-MM-DD' as people write it: 11 月 18 日, with the year when it is not this one. */
export function dayWords(day: string, today?: string): string {
  const [year, month, date] = day.split('-').map(Number)
  const short = `${month} 月 ${date} 日`
  return today && day.slice(0, 4) === today.slice(0, 4) ? short : `${year} 年 ${short}`
}

/** 今天 15:00, 昨天 09:12, 11-18 09:12, 2023-11-18: near times by name, far times by date. */
export function timeWords(instant: string, now: string): string {
  const { day, clock } = wallTime(instant)
  const today = wallTime(now).day
  const near = { '-1': '昨天', 0: '今天', 1: '明天' }[daysBetween(today, day)]
  if (near) return `${near} ${clock}`
  return day.slice(0, 4) === today.slice(0, 4) ? `${day.slice(5)} ${clock}` : day
}

/** When something counted: what is dated by its day alone, at midnight, has no hour to tell. 11 月 19 日, 今天 15:00. */
export function countedWords(instant: string, now: string): string {
  const { day, clock } = wallTime(instant)
  return clock === '00:00' ? dayWords(day, wallTime(now).day) : timeWords(instant, now)
}

/** The full wall time for a hover: 2024 年 11 月 18 日 13:02. */
export function exactWords(instant: string): string {
  const { day, clock } = wallTime(instant)
  return `${dayWords(day)} ${clock}`
}

/** What `<input type="datetime-local">` gives ('2024-11-18T13:02', Shanghai) as an ISO instant in UTC. */
export function instantFromWall(wall: string): string | undefined {
  const at = Date.parse(`${wall}:00+08:00`)
  return Number.isNaN(at) ? undefined : new Date(at).toISOString()
}
