import { useForm } from '../../../../kit/api/index.ts'
import { Notice, TextField } from '../../../../kit/index.ts'
import { useFoundings } from '../place.ts'
import { VerbFrame, type VerbProps } from './frame.tsx'

/** Approval brings the union to life: what happens with it stands there before. */
export function ApproveDialog(props: VerbProps) {
  const { founding } = props
  const form = useForm(useFoundings().approve, { id: founding.id })
  const why = founding.election?.isConfirmed ? undefined : '先在选举里批复选举结果，再批复成立'
  return (
    <VerbFrame {...props} verb="approve" form={form} why={why}>
      <Notice>
        {`批复后“${founding.unionName}”就成立：${founding.heads.members} 人成为会员，${founding.firms.length} 家单位归到它名下，当选的人开始任期，批复编文号。`}
      </Notice>
      <TextField label="说明" lines={3} max={500} {...form.text('note')} />
    </VerbFrame>
  )
}
