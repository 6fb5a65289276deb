import type { Desk } from '../../../kit/api/index.ts'
import type { OwnMatter } from '../../../kit/hall/own-matter/own-matter.ts'
import { dayWords, wallTime } from '../../../kit/time/time-words.ts'
import { askOf, type Followed } from './hall-api.ts'
import { stagesOf } from './hall-stages.ts'

/** The person's matters, as cards. */
export async function listMatters(send: Desk['send'], now: string): Promise<OwnMatter[]> {
  return (await askOf(send)('transfers', 'matters', {})).map((one) => matterOf(one, now))
}

export const matterOf = (one: Followed, now: string): OwnMatter => ({
  ...stagesOf(one),
  id: one.id,
  path: `transfers/${one.id}`,
  title: one.title,
  isOpen: one.isOpen,
  badge: one.state === 'done' ? { words: '已办好', tone: 'green' } : undefined,
  who: one.isOpen ? one.unitName : undefined,
  until: one.isOpen && one.dueAt ? untilOf(one.state, one.dueAt, now) : undefined,
})

const otherwise: Partial<Record<Followed['state'], string>> = {
  releasing: '不答复就自动转出',
  objected: '不决定就转出',
  incoming: '不答复就转上一级工会',
  placing: '不安置就由上级工会代管',
  confirming: '不答复就自动确认',
}

/** 最迟 3 月 7 日，不答复就自动转出. */
function untilOf(state: Followed['state'], dueAt: string, now: string): string {
  const day = dayWords(wallTime(dueAt).day, wallTime(now).day)
  const silent = otherwise[state]
  if (dueAt < now) return silent ? `${day}已到期，马上${silent.replace(/^不..+就/, '')}` : `${day}已到期`
  return [`最迟 ${day}`, silent].filter(Boolean).join('，')
}
