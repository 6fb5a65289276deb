import { NoteForm, type NoteWords, Notice } from '../../../../kit/index.ts'
import { workflow } from '../../workflow.ts'
import { useRatings } from '../place.ts'
import type { VerbProps } from './verb-frame.tsx'

type NoteVerbWords = NoteWords & { says: string }

const remark = (says: string): NoteVerbWords => ({ says, label: '说明' })
const reason = (says: string, label: string): NoteVerbWords => ({ says, label, isNeeded: true })

/** The verbs that ask for nothing but a note or a reason. No names in it: the history is read by many. */
export const noteVerbs = {
  accept: remark('受理后按记录计分，不用工会再交证明。'),
  return: reason('退回工会补正，写明要补什么。', '要补正什么'),
  compute: remark('按今天的记录计分并定下来，之后记录变了也不改这张表。'),
  recheck: reason('退回重新核查，写明哪里要再看。', '哪里要再看'),
  countersign: remark('您和核查的人不是同一个人，请核对每一项的材料。'),
  openPoll: remark('从今天起请会员评，系统会告诉每个会员；不记名。'),
  propose: remark('会员评的结果计入总分，按星级线拟定星级。'),
  publish: remark('公示期满、没有问题的，由区总工会授星。'),
  comment: reason('照原意记，不写人名，不记是谁提的。', '公示意见'),
  grant: remark('从今天起有效。原来的星级同时结束。'),
  refuse: reason('不评星级不影响工会的任何服务，以后可以再申报。', '为什么不评星'),
  withdraw: remark('撤回后以后可以再申报。'),
} as const satisfies Readonly<Record<string, NoteVerbWords>>

export type NoteVerb = keyof typeof noteVerbs

export function NoteDialog({ verb, rating, onClose }: VerbProps & { verb: NoteVerb }) {
  const { says, ...words }: NoteVerbWords = noteVerbs[verb]
  const { title } = workflow.steps[verb]
  return (
    <NoteForm matter={rating} call={useRatings()[verb]} title={title} max={1000} {...words} onClose={onClose}>
      <Notice>{says}</Notice>
    </NoteForm>
  )
}
