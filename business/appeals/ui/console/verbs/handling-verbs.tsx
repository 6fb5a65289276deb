import { useForm } from '../../../../../kit/api/index.ts'
import { ChoiceField, optionsOf, SelectField, TextField } from '../../../../../kit/index.ts'
import { referralTargets, satisfactions } from '../../../rules/words.ts'
import { useAppeals } from '../use-appeals.ts'
import { VerbFrame, type VerbProps } from './verb-frame.tsx'

/** What was done, for colleagues; and, when it helps, a sentence for the worker. */
export function ProgressDialog(props: VerbProps) {
  const form = useForm(useAppeals().progress, { id: props.appeal.id })
  return (
    <VerbFrame {...props} verb="progress" form={form}>
      <TextField label="做了什么" hint="给同事看" lines={3} max={1000} {...form.text('note')} required />
      <TextField label="告诉职工的话" hint="填了，职工马上能看到" lines={2} max={500} {...form.text('message')} />
    </VerbFrame>
  )
}

/** To another body; the dispute stays its parent. */
export function ReferDialog(props: VerbProps) {
  const form = useForm(useAppeals().refer, { id: props.appeal.id })
  return (
    <VerbFrame {...props} verb="refer" form={form}>
      <ChoiceField
        label="转给"
        hint="职工会看到转给了哪里；这件事还归您跟进"
        {...form.choice('target')}
        options={optionsOf(referralTargets)}
        required
      />
      <TextField label="转介的原因" lines={3} max={500} {...form.text('note')} required />
    </VerbFrame>
  )
}

/** What came back from a referral that is still open. */
export function NoteReplyDialog(props: VerbProps) {
  const waiting = props.appeal.referrals.filter(({ reply }) => reply === null)
  const form = useForm(useAppeals().noteReply, {
    id: props.appeal.id,
    referralId: waiting.length === 1 ? waiting[0]?.id : undefined,
  })
  return (
    <VerbFrame {...props} verb="noteReply" form={form} why={waiting.length === 0 ? '没有等答复的转介' : undefined}>
      <SelectField
        label="哪一次转介"
        {...form.choice('referralId')}
        options={waiting.map(({ id, number, target }) => ({
          value: id,
          title: `${number} 转${referralTargets[target]}`,
        }))}
        required
      />
      <TextField label="对方怎么答复" lines={3} max={1000} {...form.text('reply')} required />
    </VerbFrame>
  )
}

/** Asked by somebody who did not answer the matter. */
export function FollowUpDialog(props: VerbProps) {
  const form = useForm(useAppeals().followUp, { id: props.appeal.id })
  return (
    <VerbFrame {...props} verb="followUp" form={form}>
      <ChoiceField
        label="职工满意吗"
        hint="回访由没有办这件事的人来做"
        {...form.choice('satisfaction')}
        options={optionsOf(satisfactions)}
        required
      />
      <TextField label="回访记录" lines={3} max={1000} {...form.text('note')} />
    </VerbFrame>
  )
}
