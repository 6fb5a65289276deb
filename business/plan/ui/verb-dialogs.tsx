import { useForm, useToday } from '../../../kit/api/index.ts'
import { DayField, FormDialog, NoteForm, type NoteWords, TextField } from '../../../kit/index.ts'
import { workflow } from '../workflow.ts'
import { type Matter, usePlan } from './place.ts'

interface Props {
  matter: Matter
  onClose: () => void
}

const reason = (label: string): NoteWords => ({ label, hint: '至少四个字', isNeeded: true })
const notes = {
  signOff: { label: '核实意见' },
  giveBack: reason('还要做什么'),
  approve: { label: '批准意见' },
  refuse: reason('为什么不批准'),
} as const satisfies Readonly<Record<string, NoteWords>>
type NoteVerb = keyof typeof notes

/** The dialog of a verb, with exactly the fields of its contract. */
export function VerbDialog({ verb, ...props }: Props & { verb: string }) {
  if (verb === 'finish') return <FinishDialog {...props} />
  if (verb === 'answer') return <AnswerDialog {...props} />
  return verb in notes ? <NoteDialog {...props} verb={verb as NoteVerb} /> : null
}

function NoteDialog({ verb, ...props }: Props & { verb: NoteVerb }) {
  return <NoteForm {...props} call={usePlan()[verb]} title={workflow.steps[verb].title} {...notes[verb]} />
}

function FinishDialog({ matter, onClose }: Props) {
  const form = useForm(usePlan().finish, { id: matter.id })
  return (
    <FormDialog
      title={`报完成：${matter.title}`}
      submit="报完成"
      said="已报完成，等别人核实销号"
      form={form}
      onClose={onClose}
    >
      <TextField
        label="完成得怎样"
        hint="做了什么、效果如何，至少四个字"
        lines={4}
        max={500}
        {...form.text('note')}
        required
      />
      <TextField label="依据在哪里" hint="本系统里的地址，以 /console/ 开头" {...form.text('link')} />
    </FormDialog>
  )
}

function AnswerDialog({ matter, onClose }: Props) {
  const today = useToday()
  const form = useForm(usePlan().answer, { id: matter.id })
  return (
    <FormDialog
      title={`答复：${matter.title}`}
      submit="答复"
      said="已答复，同一件事不会再问"
      form={form}
      onClose={onClose}
    >
      <TextField label="什么原因，怎么补上" hint="至少四个字" lines={4} max={500} {...form.text('note')} required />
      <DayField label="现在预计哪天完成" min={today} {...form.text('expectedOn')} required />
    </FormDialog>
  )
}
