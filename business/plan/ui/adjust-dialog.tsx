import { useForm } from '../../../kit/api/index.ts'
import { ChoiceField, FormDialog, FormPair, NumberField, SelectField, TextField } from '../../../kit/index.ts'
import { type Aspect, aspects } from '../rules/words.ts'
import { quarterOptions, usePlan } from './place.ts'

type About = { targetId: string; unit: string } | { taskId: string }

/** What another aspect asked for is not sent with this one. */
const nothing = { number: undefined, quarterFrom: undefined, quarterTo: undefined, department: undefined }

/** Asks to change what was issued: the number or the department of a target, the quarters or the department of a task. */
export function AdjustDialog({ about, title, onClose }: { about: About; title: string; onClose: () => void }) {
  const isTarget = 'targetId' in about
  const offered: readonly Aspect[] = isTarget ? ['number', 'department'] : ['quarters', 'department']
  const start = isTarget ? { targetId: about.targetId } : { taskId: about.taskId }
  const form = useForm(usePlan().propose, { ...start, aspect: offered[0] })
  const { aspect } = form.values
  const quarter = (name: 'quarterFrom' | 'quarterTo') => ({
    value: form.values[name] ? String(form.values[name]) : undefined,
    onChange: (next: string | undefined) => form.set({ [name]: next ? Number(next) : undefined }),
    error: form.errorAt(name),
    options: quarterOptions,
    required: true,
  })
  return (
    <FormDialog
      title={`提出调整：${title}`}
      submit="提出"
      said="已提出，等领导批准；批准前按原来的执行"
      form={form}
      onClose={onClose}
    >
      <ChoiceField
        label="调整什么"
        value={aspect}
        onChange={(next) => form.set({ ...nothing, aspect: offered.find((one) => one === next) })}
        options={offered.map((value) => ({ value, title: aspects[value] }))}
        required
      />
      {aspect === 'number' && (
        <NumberField
          label="调整后的目标数"
          unit={isTarget ? about.unit : undefined}
          {...form.amount('number')}
          required
        />
      )}
      {aspect === 'quarters' && (
        <FormPair>
          <SelectField label="从哪个季度" {...quarter('quarterFrom')} />
          <SelectField label="到哪个季度" {...quarter('quarterTo')} />
        </FormPair>
      )}
      {aspect === 'department' && <TextField label="调整后的牵头部室" {...form.text('department')} required />}
      <TextField label="为什么" hint="至少四个字" lines={3} max={500} {...form.text('reason')} required />
    </FormDialog>
  )
}
