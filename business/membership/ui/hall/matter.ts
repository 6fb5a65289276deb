import type { Desk } from '../../../../kit/api/index.ts'
import type { OwnMatter } from '../../../../kit/hall/own-matter/own-matter.ts'
import { dayWords, wallTime } from '../../../../kit/time/time-words.ts'
import { askOf, type Followed } from './api.ts'
import { stagesOf } from './stages.ts'

/** The person's applications, as cards. */
export async function listMatters(send: Desk['send'], now: string): Promise<OwnMatter[]> {
  return (await askOf(send)('membership', 'mine', {})).map((one) => matterOf(one, now))
}

export function matterOf(one: Followed, now: string): OwnMatter {
  const path = `membership/${one.id}`
  return {
    ...stagesOf(one),
    id: one.id,
    path,
    title: one.state === 'protecting' ? '入会申请' : one.title,
    isOpen: one.isOpen,
    badge: badgeOf(one),
    who: one.isOpen ? one.unitName : undefined,
    until: one.isOpen && one.dueAt && one.state === 'applied' ? untilOf(one.dueAt, now) : undefined,
    action: one.canResubmit ? { title: '去补正', path: `${path}/resubmit` } : undefined,
  }
}

function badgeOf({ state }: Followed): OwnMatter['badge'] {
  if (state === 'approved') return { words: '已入会', tone: 'green' }
  if (state === 'pooled') return { words: '已是会员', tone: 'green' }
  return state === 'supplementing' ? { words: '等您补正', tone: 'honey' } : undefined
}

/** 最迟 3 月 5 日答复. */
function untilOf(dueAt: string, now: string): string {
  const day = dayWords(wallTime(dueAt).day, wallTime(now).day)
  return dueAt < now ? `${day}已到期，马上交给上一级工会` : `最迟 ${day}答复`
}
