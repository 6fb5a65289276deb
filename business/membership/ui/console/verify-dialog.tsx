import { useForm } from '../../../../kit/api/index.ts'
import { ChoiceField, DayField, FormDialog, Notice } from '../../../../kit/index.ts'
import { channelTitles, levels, levelThrough, officerChannels } from '../../rules/ladder.ts'
import { useMembership } from './place.ts'

interface VerifyDialogProps {
  row: { id: string; name: string; level: number }
  onClose: () => void
}

/** Which comparison was made, on which day; no picture is asked for or kept. */
export function VerifyDialog({ row, onClose }: VerifyDialogProps) {
  const form = useForm(useMembership().verify, { personId: row.id })
  const options = officerChannels
    .filter((channel) => levelThrough(channel) > row.level)
    .map((channel) => ({ value: channel, title: `${channelTitles[channel]}（${levels[levelThrough(channel)]}）` }))
  return (
    <FormDialog
      title={`登记实名认证：${row.name}`}
      submit="登记"
      said={`${row.name}的认证已登记`}
      form={form}
      onClose={onClose}
    >
      <Notice>只记哪一级、哪一天、通过什么核的；不收、不存照片。级别只升不降。</Notice>
      <ChoiceField label="怎么核的" {...form.choice('channel')} options={options} required />
      <DayField label="哪一天" hint="不填就是今天" {...form.text('on')} />
    </FormDialog>
  )
}
