import { useForm } from '../../../kit/api/index.ts'
import { ChoiceField, FormDialog, NoteForm, Notice, SelectField, TextField } from '../../../kit/index.ts'
import { outcomes } from '../rules/kinds.ts'
import { type Matter, useCleanUp } from './place.ts'

type Props = { matter: Matter; onClose: () => void }

/** The dialog of a verb, with exactly the fields of its contract. */
export function VerbDialog({ verb, ...props }: Props & { verb: string }) {
  if (verb === 'merge') return <MergeDialog {...props} />
  if (verb === 'settle') return <SettleDialog {...props} />
  return verb === 'dismiss' || verb === 'undo' ? <NoteDialog {...props} verb={verb} /> : null
}

function MergeDialog({ matter, onClose }: Props) {
  const people = matter.finding.subjects
  const form = useForm(useCleanUp().merge, { id: matter.id, keepId: people[0]?.id, goneId: people[1]?.id })
  const keep = (keepId: string) => {
    const other = form.values.goneId === keepId ? form.values.keepId : form.values.goneId
    form.set({ keepId, goneId: other })
  }
  const options = people.map((person, n) => ({
    value: person.id,
    title: `第 ${n + 1} 条：${person.name}`,
    hint: person.facts
      .filter(({ term }) => term === '证件号码' || term === '工会')
      .map(({ term, value }) => `${term} ${value}`)
      .join('，'),
  }))
  const why = people.length < 2 ? '另一条记录不在您的辖区，请交区总工会合并' : undefined
  return (
    <FormDialog wide title="合并成一个人" submit="合并" said="已合并，可以撤销" why={why} form={form} onClose={onClose}>
      <ChoiceField label="留下哪一条" value={form.values.keepId} onChange={keep} options={options} />
      {people.length > 2 && (
        <SelectField
          label="并掉哪一条"
          value={form.values.goneId}
          onChange={(goneId) => form.set({ goneId })}
          options={options.filter(({ value }) => value !== form.values.keepId)}
        />
      )}
      <Notice>
        留下的一条补上缺的内容，两条的会籍经过、经手的事都归到它名下；另一条不再出现、不再计数。随时可以撤销。
      </Notice>
      <TextField
        label="凭什么认定是同一个人"
        hint="例如：核对身份证原件"
        lines={3}
        max={500}
        {...form.text('note')}
        required
      />
    </FormDialog>
  )
}

const results = Object.entries(outcomes)
  .filter(([value]) => value !== 'merged')
  .map(([value, title]) => ({ value, title }))

function SettleDialog({ matter, onClose }: Props) {
  const form = useForm(useCleanUp().settle, { id: matter.id })
  return (
    <FormDialog title="登记处理结果" submit="已处理" said={`${matter.number} 已处理`} form={form} onClose={onClose}>
      <ChoiceField
        label="怎么处理的"
        value={form.values.outcome}
        onChange={(outcome) => form.set({ outcome: outcome as typeof form.values.outcome })}
        options={results}
        error={form.errorAt('outcome')}
      />
      <TextField label="说明" lines={3} max={500} {...form.text('note')} required />
    </FormDialog>
  )
}

const notes = {
  dismiss: { title: '不是问题', label: '为什么不是问题' },
  undo: { title: '撤销合并', label: '为什么撤销' },
} as const

function NoteDialog({ verb, ...props }: Props & { verb: keyof typeof notes }) {
  return <NoteForm {...props} call={useCleanUp()[verb]} {...notes[verb]} hint="至少四个字" isNeeded />
}
