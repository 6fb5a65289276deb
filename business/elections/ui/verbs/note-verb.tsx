import { NoteForm, type NoteWords } from '../../../../kit/index.ts'
import { workflow } from '../../workflow.ts'
import { useElections } from '../place.ts'
import type { VerbProps } from './verb-frame.tsx'

const remark = (hint?: string): NoteWords => ({ label: '说明', hint })
const reason = (label: string, hint?: string): NoteWords => ({ label, hint, isNeeded: true })

/** The verbs that ask for nothing but a note or a reason. No names in it: the history is read by many. */
export const noteVerbs = {
  propose: remark('确定后按姓氏笔画排好选票，接着公示七天'),
  convene: remark('事项确定后直接上会，不用公示候选人'),
  submit: remark('公示期满、异议都答复了，就可以报上一级工会'),
  approve: remark('批准后可以开会选举'),
  check: remark('请拿选票和计票单逐项对过，再确认'),
  report: remark('名额都有了着落，就可以报上一级工会批复'),
  reopen: reason('为什么重新提名', '名单退回重提，要重新公示七天'),
  refuse: reason('为什么不批准', '退回重新提名，写明要改什么，不写姓名'),
  correct: reason('哪里要重录'),
  giveBack: reason('要补正什么'),
  reject: reason('为什么不予批复', '选举作废，要重新选举'),
  annul: reason('为什么无效', '违反选举程序的，宣布无效，重新选举'),
  cancel: reason('为什么取消'),
} as const satisfies Readonly<Record<string, NoteWords>>

export type NoteVerb = keyof typeof noteVerbs

export function NoteDialog({ verb, election, onClose }: VerbProps & { verb: NoteVerb }) {
  const { title } = workflow.steps[verb]
  const words: NoteWords = noteVerbs[verb]
  return (
    <NoteForm matter={election} call={useElections()[verb]} title={title} max={1000} {...words} onClose={onClose} />
  )
}
