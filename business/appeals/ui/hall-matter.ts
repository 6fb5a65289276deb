import type { Desk } from '../../../kit/api/index.ts'
import type { OwnMatter, Stages } from '../../../kit/hall/own-matter/own-matter.ts'
import { dayWords, timeWords, wallTime } from '../../../kit/time/time-words.ts'
import { askOf, type Followed } from './hall-api.ts'
import { isOver, stagesOf } from './hall-stages.ts'

/** The person's appeals, as cards. `dueAt` of the nearest clock comes from the list over all lines. */
export async function listMatters(
  send: Desk['send'],
  now: string,
  dues: ReadonlyMap<string, string>,
): Promise<OwnMatter[]> {
  const followed = await askOf(send)('appeals', 'mine', {})
  return followed.map((one) => matterOf(one, now, dues.get(one.id)))
}

export function matterOf(one: Followed, now: string, dueAt?: string): OwnMatter {
  const path = `appeals/${one.id}`
  const isOpen = !isOver(one.state)
  const may = (verb: string) => one.verbs.some((v) => v.verb === verb && v.enabled)
  const stages = stagesOf(one.state, one.steps)
  return {
    ...stages,
    steps: withDue(stages, one, dueAt),
    id: one.id,
    path,
    title: one.title,
    isOpen,
    badge: badgeOf(one, now),
    who: isOpen ? whoHas(one) : undefined,
    until: untilOf(one, now, dueAt),
    action: may('rate')
      ? { title: '评价', path: `${path}/rate` }
      : may('supplement')
        ? { title: '补充材料', path: `${path}/supplement` }
        : undefined,
  }
}

/** A clock stands with the stage that it presses: deciding, then answering. */
function withDue({ steps, current, stopped }: Stages, one: Followed, dueAt?: string): Stages['steps'] {
  if (stopped) return steps
  const dues = [undefined, current === 1 ? dueAt : undefined, undefined, one.answerDueAt ?? undefined]
  return steps.map((step, at) => (dues[at] ? { ...step, due: dues[at] } : step))
}

/** One appeal with its nearest clock, which only the list over all lines tells. */
export async function readFollowed(send: Desk['send'], id: string): Promise<{ appeal: Followed; dueAt?: string }> {
  const appeal = await askOf(send)('appeals', 'follow', { id })
  if (appeal.state !== 'received') return { appeal }
  const mine = (await send('/api/todo/mine', {})) as { id: string; dueAt: string | null }[]
  return { appeal, dueAt: mine.find((row) => row.id === id)?.dueAt ?? undefined }
}

export const whoHas = ({ unitName, assigneeName }: Pick<Followed, 'unitName' | 'assigneeName'>): string =>
  [unitName, assigneeName].filter(Boolean).join(' ')

function badgeOf(one: Followed, now: string): OwnMatter['badge'] {
  if (one.state === 'suspended') return { words: '暂停计时', tone: 'quiet' }
  if (one.state === 'answered' && one.verbs.some((v) => v.verb === 'rate')) return { words: '请您评价', tone: 'honey' }
  if (one.state === 'closed' || one.state === 'followed_up') return { words: '已办结', tone: 'green' }
  if (one.answerDueAt && one.answerDueAt < now) return { words: '过了答复时间', tone: 'red' }
  return undefined
}

/** 最迟 12 月 9 日答复; once it has passed, what one can do about it. */
export function untilOf(one: Followed, now: string, dueAt?: string): string | undefined {
  if (one.answerDueAt) {
    const day = dayWords(wallTime(one.answerDueAt).day, wallTime(now).day)
    return one.answerDueAt < now ? `原定 ${day}前答复，已经过了，可以打 12351 催办` : `最迟 ${day}答复`
  }
  if (one.state !== 'received' || !dueAt) return undefined
  return dueAt < now ? '受理晚了，可以打 12351 催办' : `最迟${timeWords(dueAt, now)} 告诉您是否受理`
}
