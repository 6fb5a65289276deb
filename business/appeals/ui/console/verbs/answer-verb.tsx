import { useForm, useUploads } from '../../../../../kit/api/index.ts'
import { Attachments, ChoiceField, MoneyField, optionsOf, TextField } from '../../../../../kit/index.ts'
import { outcomes } from '../../../rules/words.ts'
import { useAppeals } from '../use-appeals.ts'
import { recoveredBases } from '../words.ts'
import { VerbFrame, type VerbProps } from './verb-frame.tsx'

const MAX_FILES = 20

/** What the worker is told, how it ended, what money was won and on what it rests, with the papers. */
export function AnswerDialog(props: VerbProps) {
  const form = useForm(useAppeals().answer, { id: props.appeal.id })
  const uploads = useUploads()
  const { recoveredFen, recoveredBasis } = form.values
  const hasMoney = (recoveredFen ?? 0) > 0
  const more = { files: uploads.ids, recoveredBasis: hasMoney ? recoveredBasis : undefined }
  const why = uploads.why ?? (hasMoney && !recoveredBasis ? '填了挽回金额，请选依据' : undefined)
  const booked = props.appeal.dispute.recoveredFen
  return (
    <VerbFrame {...props} verb="answer" form={form} more={more} wide why={why}>
      <TextField
        label="答复"
        hint="职工会看到，请写清结果和依据"
        lines={6}
        max={3000}
        {...form.text('answer')}
        required
      />
      <ChoiceField label="结果" {...form.choice('outcome')} options={optionsOf(outcomes)} required />
      <MoneyField label="挽回金额" hint={moneyHint(booked)} {...form.amount('recoveredFen')} />
      {hasMoney && (
        <ChoiceField label="金额依据" {...form.choice('recoveredBasis')} options={optionsOf(recoveredBases)} required />
      )}
      <Attachments label="材料（可不填）" hint="协议、裁决、转账凭证。职工也能看到" max={MAX_FILES} {...uploads} />
    </VerbFrame>
  )
}

const moneyHint = (bookedFen: number): string =>
  bookedFen > 0
    ? `同一纠纷已记 ${bookedFen / 100} 元，一笔钱只记一次，这里只填另外的`
    : '没有就不填。一笔钱只记一次，记在纠纷上'
