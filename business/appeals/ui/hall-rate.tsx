import { BigButton, Choice, HallFrame, HallNotice, TextAnswer, useDraft } from '../../../kit/hall/index.ts'
import type { MatterPageProps } from './hall-followed.tsx'
import { useDo } from './use-do.ts'
import { limitNear } from './word-limit.ts'

const options = [
  { value: 'satisfied', title: '满意' },
  { value: 'basically', title: '基本满意' },
  { value: 'dissatisfied', title: '不满意', hint: '会由别的人回访，问清原因' },
] as const

type Satisfaction = (typeof options)[number]['value']

/** Was it any help? */
export function Rate({ appeal, href }: MatterPageProps) {
  const draft = useDraft(`rate.${appeal.id}`, { satisfaction: '', comment: '' })
  const { send, busy, problem } = useDo('rate', href, draft.clear)
  const chosen = options.find(({ value }) => value === draft.value.satisfaction)?.value
  const submit = (satisfaction: Satisfaction) =>
    void send({ id: appeal.id, satisfaction, comment: draft.value.comment.trim() })
  return (
    <HallFrame title="这件事办得怎么样？" sub={appeal.title} back={{ href, title: '这件事' }}>
      <Choice
        label="满意吗"
        options={options}
        value={chosen}
        onChange={(satisfaction) => draft.change({ satisfaction })}
      />
      <TextAnswer
        label="还想说什么（可以不写）"
        showLabel
        lines={3}
        max={limitNear(draft.value.comment, 500)}
        voice
        value={draft.value.comment}
        onChange={(comment) => draft.change({ comment })}
      />
      {problem && <HallNotice tone="bad">{problem}</HallNotice>}
      <div>
        <BigButton why={chosen ? undefined : '先选一个'} busy={busy} onClick={() => chosen && submit(chosen)}>
          提交评价
        </BigButton>
      </div>
    </HallFrame>
  )
}
