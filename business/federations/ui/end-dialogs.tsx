import { useForm, useToday } from '../../../kit/api/index.ts'
import { DayField, FormDialog, Notice } from '../../../kit/index.ts'
import { marks } from '../rules/words.ts'
import { type Federation, type Links, useFederations } from './place.ts'

/** A pair or group ends; what it did stays on record. */
export function EndLinkDialog({ link, onClose }: { link: Links['links'][number]; onClose: () => void }) {
  const today = useToday()
  const form = useForm(useFederations().endLink, { id: link.id, on: today })
  return (
    <FormDialog title={`结束互联互动：${link.name}`} submit="结束" said="已结束" form={form} onClose={onClose}>
      <Notice>从这一天起不再计入街道的互联互动，也不能再登记活动；办过的活动照样留着。不能撤回。</Notice>
      <DayField label="哪一天结束" min={link.sinceOn} max={today} {...form.text('on')} required />
    </FormDialog>
  )
}

interface EndMarkProps {
  federation: Federation
  mark: 'pilot' | 'point'
  onClose: () => void
}

/** No longer a pilot or a demonstration point; figures as of an earlier day keep it. */
export function EndMarkDialog({ federation, mark, onClose }: EndMarkProps) {
  const today = useToday()
  const form = useForm(useFederations().endMark, { id: federation.id, mark, on: today })
  const title = `不再是${marks[mark]}`
  return (
    <FormDialog
      title={`${federation.name}${title}`}
      submit={title}
      said={`${federation.name}${title}`}
      form={form}
      onClose={onClose}
    >
      <Notice>以前各期的数不变。以后可以再列为{marks[mark]}。</Notice>
      <DayField label="从哪天起不再是" max={today} {...form.text('on')} required />
    </FormDialog>
  )
}
