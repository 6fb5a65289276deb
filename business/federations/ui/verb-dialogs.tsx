import { useState } from 'react'
import { useForm } from '../../../kit/api/index.ts'
import { FormDialog, NoteForm, type NoteWords, PersonPicker, TextField } from '../../../kit/index.ts'
import { workflow } from '../workflow.ts'
import { type Matter, useFederations } from './place.ts'

interface Props {
  matter: Matter
  onClose: () => void
}

const reason = (label: string): NoteWords => ({ label, hint: '至少四个字', isNeeded: true })
const notes = {
  accept: { label: '意见' },
  giveBack: reason('要补充什么'),
  conclude: { label: '说明' },
  publish: { label: '在哪里公示' },
  award: { label: '授奖决定' },
  decline: reason('为什么不入选'),
  approve: { label: '批准意见' },
  refuse: reason('为什么不批准'),
  followUp: reason('跟进结果'),
} as const satisfies Readonly<Record<string, NoteWords>>
type NoteVerb = keyof typeof notes

/** The dialog of a verb, with exactly the fields of its contract. */
export function VerbDialog({ verb, ...props }: Props & { verb: string }) {
  if (verb === 'appoint') return <AppointDialog {...props} />
  if (verb === 'resubmit') return <ResubmitDialog {...props} />
  return verb in notes ? <NoteDialog {...props} verb={verb as NoteVerb} /> : null
}

function NoteDialog({ verb, ...props }: Props & { verb: NoteVerb }) {
  return <NoteForm {...props} call={useFederations()[verb]} title={workflow.steps[verb].title} {...notes[verb]} />
}

function ResubmitDialog({ matter, onClose }: Props) {
  const form = useForm(useFederations().resubmit, { id: matter.id, content: matter.content })
  return (
    <FormDialog wide title="补充后再报" submit="再报" said="已再报" form={form} onClose={onClose}>
      <TextField label="做法和成效" lines={8} max={3000} {...form.text('content')} required />
      <TextField label="补充了什么" lines={2} max={500} {...form.text('note')} />
    </FormDialog>
  )
}

function AppointDialog({ matter, onClose }: Props) {
  const api = useFederations()
  const form = useForm(api.appoint, { id: matter.id, personIds: [] })
  const [chosen, setChosen] = useState<readonly { id: string; name: string }[]>([])
  const put = (next: readonly { id: string; name: string }[]) => {
    setChosen(next)
    form.set({ personIds: next.map(({ id }) => id) })
  }
  const asked = new Set(matter.judges.map(({ id }) => id))
  const search = async (text: string) =>
    (await api.judgesFor({ id: matter.id, text })).filter(({ id }) => !asked.has(id))
  return (
    <FormDialog
      title="请评委"
      submit="请他们评"
      said="评委已请，他们在“请我评的项目”里看到"
      form={form}
      onClose={onClose}
    >
      <PersonPicker
        label="评委"
        hint="在岗的干部、调解员、律师；申报的工联会自己的人不能评"
        value={undefined}
        onChange={(person) => person && put([...chosen.filter(({ id }) => id !== person.id), person])}
        search={search}
        placeholder="输入姓名"
        error={form.errorAt('personIds')}
        required
      />
      <ul className="federation-list">
        {chosen.map((person) => (
          <li key={person.id}>
            {person.name}{' '}
            <button type="button" className="nf-link" onClick={() => put(chosen.filter(({ id }) => id !== person.id))}>
              不请了
            </button>
          </li>
        ))}
      </ul>
      <TextField label="说明" max={500} {...form.text('note')} />
    </FormDialog>
  )
}
