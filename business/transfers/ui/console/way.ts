import { type Way, wayOfMatter } from '../../../../kit/index.ts'
import type { Kind } from '../../rules/words.ts'
import { workflow } from '../../workflow.ts'
import type { Matter } from './place.ts'

const last: Readonly<Record<Kind, string>> = {
  transfer: '接收',
  retain: '确认',
  resume: '确认',
  leave: '生效',
  expel: '批准',
  died: '登记',
}

/** The few steps people care about: asked, let go, taken on. Waiting stands at the step that was taken last. */
export function wayOf(matter: Matter): Way {
  const isTransfer = matter.kind === 'transfer'
  return wayOfMatter(
    { ...workflow, path: isTransfer ? ['requested', 'incoming', 'done'] : ['requested', 'done'] },
    matter,
    {
      titles: { requested: '提出', incoming: '转出', done: last[matter.kind] },
      standsAt: {
        releasing: 'requested',
        objected: 'requested',
        confirming: 'requested',
        approving: 'requested',
        placing: 'incoming',
      },
      metAt: { place: 'done' },
    },
  )
}

/** What happens by itself when nobody answers in time. */
export const ifSilent: Readonly<Record<string, string>> = {
  releasing: '原工会到期不答复，就自动转出，不用再等。',
  objected: '上级到期不决定，就按异议不成立转出。',
  incoming: '新工会到期不答复，就转上一级工会接收。',
  placing: '上级到期不安置，就由上级工会代管会籍。',
  confirming: '工会到期不答复，就自动确认。',
}
