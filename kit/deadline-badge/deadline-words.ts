import { daysBetween, dayWords, exactWords, wallTime } from '../time/time-words.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

export interface Deadline {
  /** ISO instant by which it must be done. */
  due: string
  /** Left to the due day by the union's calendar, when the rule counts working days. */
  workingDaysLeft?: number
  /** A clock that was met or stands still is said so; running is the default. */
  state?: 'running' | 'met' | 'paused'
  /** ISO instant at which it was done; tells met in time from met late. */
  metAt?: string
}

export type DeadlineTone = 'late' | 'soon' | 'normal' | 'met' | 'paused'

export interface DeadlineWords {
  tone: DeadlineTone
  words: string
  exact: string
}

function span(milliseconds: number): string {
  if (milliseconds < HOUR) return `${Math.max(1, Math.floor(milliseconds / MINUTE))} 分钟`
  if (milliseconds < DAY) return `${Math.floor(milliseconds / HOUR)} 小时`
  return `${Math.floor(milliseconds / DAY)} 天`
}

function runningWords(left: number, dueWall: { day: string; clock: string }, today: string, workingDays?: number) {
  const days = daysBetween(today, dueWall.day)
  if (left < 6 * HOUR) return `剩 ${span(left)}`
  if (days === 0) return `今天 ${dueWall.clock}`
  if (workingDays && workingDays > 0) return `剩 ${workingDays} 个工作日`
  return days <= 60 ? `剩 ${days} 天` : dayWords(dueWall.day, today)
}

/**
 * A deadline as people say it. Late below zero, soon within three days (working days when given), exact time apart.
 * `now` is an ISO instant handed in by the caller.
 */
export function deadlineWords(deadline: Deadline, now: string): DeadlineWords {
  const { due, workingDaysLeft, state = 'running', metAt } = deadline
  const exact = `应于 ${exactWords(due)}`
  if (state === 'paused') return { tone: 'paused', words: '暂停计时', exact }
  if (state === 'met') {
    const isLate = metAt !== undefined && Date.parse(metAt) > Date.parse(due)
    const done = metAt === undefined ? exact : `${exact}，办于 ${exactWords(metAt)}`
    return { tone: isLate ? 'late' : 'met', words: isLate ? '超时办完' : '按期办完', exact: done }
  }
  const left = Date.parse(due) - Date.parse(now)
  if (left < 0) return { tone: 'late', words: `超时 ${span(-left)}`, exact }
  const dueWall = wallTime(due)
  const today = wallTime(now).day
  const isSoon = (workingDaysLeft ?? daysBetween(today, dueWall.day)) <= 3
  return { tone: isSoon ? 'soon' : 'normal', words: runningWords(left, dueWall, today, workingDaysLeft), exact }
}
