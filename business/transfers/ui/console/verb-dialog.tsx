import { useForm } from '../../../../kit/api/index.ts'
import {
  ChoiceField,
  NoteForm,
  type NoteWords,
  Notice,
  optionsOf,
  TextField,
  VerbForm,
  type VerbFormProps,
} from '../../../../kit/index.ts'
import { objections, refusals } from '../../rules/words.ts'
import { type Matter, useTransfers } from './place.ts'
import { words } from './verb-words.ts'

interface VerbProps {
  matter: Matter
  onClose: () => void
}

/** What a verb needs to know, and what comes of it in plain words. */
export function VerbDialog({ verb, ...props }: VerbProps & { verb: string }) {
  if (verb === 'object') return <ObjectDialog {...props} />
  if (verb === 'refuse') return <RefuseDialog {...props} />
  if (verb === 'sustain' || verb === 'decline' || verb === 'disapprove') {
    return <NoteDialog {...props} verb={verb} label="为什么" hint="本人会看到" isNeeded />
  }
  if (!isPlain(verb)) return null
  return <NoteDialog {...props} verb={verb} label={verb === 'withdraw' ? '原因（本人会看到）' : '备注'} lines={2} />
}

const plain = ['release', 'overrule', 'accept', 'place', 'confirm', 'approve', 'withdraw'] as const
type Plain = (typeof plain)[number]
const isPlain = (verb: string): verb is Plain => plain.some((one) => one === verb)

type FrameProps<I, O> = Omit<VerbFormProps<I, O>, 'title'> & { verb: keyof typeof words }

const Frame = <I, O>({ verb, children, ...dialog }: FrameProps<I, O>) => (
  <VerbForm title={words[verb].title} {...dialog}>
    <Notice>{words[verb].consequence}</Notice>
    {children}
  </VerbForm>
)

type NoteDialogProps = VerbProps & NoteWords & { verb: Plain | 'sustain' | 'decline' | 'disapprove' }

function NoteDialog({ verb, ...props }: NoteDialogProps) {
  const { title, consequence } = words[verb]
  return (
    <NoteForm {...props} call={useTransfers()[verb]} title={title} max={1000}>
      <Notice>{consequence}</Notice>
    </NoteForm>
  )
}

function ObjectDialog(props: VerbProps) {
  const form = useForm(useTransfers().object, { id: props.matter.id })
  return (
    <Frame {...props} verb="object" form={form}>
      <ChoiceField label="哪一种情况" {...form.choice('objection')} options={optionsOf(objections)} required />
      <TextField label="说明" hint="给上级工会看" lines={3} max={1000} {...form.text('note')} required />
    </Frame>
  )
}

function RefuseDialog(props: VerbProps) {
  const form = useForm(useTransfers().refuse, { id: props.matter.id })
  return (
    <Frame {...props} verb="refuse" form={form}>
      <ChoiceField label="为什么不接收" {...form.choice('refusal')} options={optionsOf(refusals)} required />
      <TextField label="说明" hint="给上级工会看" lines={3} max={1000} {...form.text('note')} required />
    </Frame>
  )
}
