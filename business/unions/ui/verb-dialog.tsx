import { useForm, useToday, useUploads } from '../../../kit/api/index.ts'
import { Attachments, DayField, FormPair, NoteForm, Notice, TextField, VerbForm } from '../../../kit/index.ts'
import type { ChangeKind } from '../rules/words.ts'
import { workflow } from '../workflow.ts'
import { type Change, useUnions } from './place.ts'

interface VerbProps {
  change: Change
  onClose: () => void
}

/** The dialog of a verb, with exactly the fields of its contract. */
export function VerbDialog({ verb, ...props }: VerbProps & { verb: string }) {
  if (verb === 'carryOut') return <CarryOutDialog {...props} />
  if (verb === 'addPapers') return <PapersDialog {...props} />
  return verb in notes ? <NoteDialog {...props} verb={verb as NoteVerb} /> : null
}

const notes = {
  review: { label: '审核意见', hint: '材料齐不齐、情况属不属实；通过后由更上一级批准' },
  approve: { label: '批准意见', hint: '批准后进入办理' },
  refuse: { label: '不批准的原因', hint: '申请的工会会看到，请写明怎么办', isNeeded: true },
  withdraw: { label: '撤回的原因', hint: '撤回后可以重新申请', isNeeded: true },
} as const
type NoteVerb = keyof typeof notes

function NoteDialog({ change, verb, onClose }: VerbProps & { verb: NoteVerb }) {
  const { title } = workflow.steps[verb]
  return <NoteForm matter={change} call={useUnions()[verb]} title={title} {...notes[verb]} onClose={onClose} />
}

function PapersDialog({ change, onClose }: VerbProps) {
  const uploads = useUploads()
  const form = useForm(useUnions().addPapers, { id: change.id })
  return (
    <VerbForm
      matter={change}
      title={workflow.steps.addPapers.title}
      form={form}
      more={{ files: uploads.ids }}
      why={uploads.why}
      onClose={onClose}
    >
      <Attachments label="材料" max={20} {...uploads} />
      <TextField label="说明" lines={2} max={500} {...form.text('note')} required />
    </VerbForm>
  )
}

const consequences: Readonly<Record<ChangeKind, string>> = {
  particulars: '办结后名称、地址和法定代表人按申请更新，原名称留作曾用名；有证书的同时换发。',
  postpone: '办结后本届任期延到申请的日期。',
  certificate: '办结后新证书生效，原证书作废；有效期随本届任期。',
  loss: '办结后原证书记为遗失，新证书的有效期不变。',
  dissolve: '办结后会员转到上一级工会等待接收，干部职务、任期和证书终止，工会撤销。不能撤回。',
  merge: '办结后会员和单位归并入的工会，本工会撤销。不能撤回。',
}

function CarryOutDialog({ change, onClose }: VerbProps) {
  const form = useForm(useUnions().carryOut, { id: change.id })
  const { kind } = change
  const isIssuing =
    kind === 'certificate' || kind === 'loss' || (kind === 'particulars' && change.certificateUntil !== null)
  return (
    <VerbForm matter={change} title={workflow.steps.carryOut.title} form={form} onClose={onClose}>
      <Notice tone={kind === 'dissolve' || kind === 'merge' ? 'watch' : 'info'}>{consequences[kind]}</Notice>
      {isIssuing && <CertificateFields change={change} form={form} />}
      <TextField label="备注" lines={2} max={500} {...form.text('note')} />
    </VerbForm>
  )
}

type CarryOutForm = ReturnType<typeof useForm<Parameters<ReturnType<typeof useUnions>['carryOut']>[0], unknown>>

function CertificateFields({ change, form }: { change: Change; form: CarryOutForm }) {
  const today = useToday()
  return (
    <>
      <TextField label="新证书编号" max={50} {...form.text('certificateNumber')} required />
      {!change.creditCode && (
        <TextField label="统一社会信用代码" hint="工会自己的，81 开头" max={40} {...form.text('creditCode')} required />
      )}
      <FormPair>
        <DayField label="发证日期" max={today} {...form.text('issuedOn')} required />
        {change.kind === 'certificate' && (
          <DayField label="到期日" hint="空着就随本届任期" {...form.text('expiresOn')} />
        )}
      </FormPair>
    </>
  )
}
