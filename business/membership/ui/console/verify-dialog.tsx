import { useForm } from '../../../../kit/api/index.ts'
import { ChoiceField, DayField, Dialog, Form, Notice, useSay } from '../../../../kit/index.ts'
import { channelTitles, levels, levelThrough, officerChannels } from '../../rules/ladder.ts'
import { useMembership } from './place.ts'

interface VerifyDialogProps {
  row: { id: string; name: string; level: number }
  onClose: () => void
}

/** Which comparison was made, on which day; no picture is asked for or kept. */
export function VerifyDialog({ row, onClose }: VerifyDialogProps) {
  const say = useSay()
  const form = useForm(useMembership().verify, { personId: row.id })
  const options = officerChannels
    .filter((channel) => levelThrough(channel) > row.level)
    .map((channel) => ({ value: channel, title: `${channelTitles[channel]}（${levels[levelThrough(channel)]}）` }))
  const submit = async () => {
    if (!(await form.submit())) return
    say(`${row.name}的认证已登记`)
    onClose()
  }
  return (
    <Dialog open title={`登记实名认证：${row.name}`} submit="登记" onClose={onClose} onSubmit={submit}>
      <Form>
        <Notice>只记哪一级、哪一天、通过什么核的；不收、不存照片。级别只升不降。</Notice>
        <ChoiceField label="怎么核的" {...form.choice('channel')} options={options} required />
        <DayField label="哪一天" hint="不填就是今天" {...form.text('on')} />
        {form.problem && <Notice tone={form.isOutdated ? 'watch' : 'bad'}>{form.problem}</Notice>}
      </Form>
    </Dialog>
  )
}
