import { useForm, useToday, useUploads } from '../../../../kit/api/index.ts'
import { Attachments, CheckField, DayField, FormPair, Notice, TextField } from '../../../../kit/index.ts'
import { useFoundings } from '../place.ts'
import { VerbFrame, type VerbProps } from './frame.tsx'

/** Seal and account, with the days and their proof. */
export function SealDialog(props: VerbProps) {
  const today = useToday()
  const uploads = useUploads()
  const form = useForm(useFoundings().seal, { id: props.founding.id })
  const min = props.founding.approvedOn ?? undefined
  return (
    <VerbFrame {...props} verb="seal" form={form} more={{ files: uploads.ids }} why={uploads.why}>
      <FormPair>
        <DayField label="刻章日期" required min={min} max={today} {...form.text('sealedOn')} />
        <DayField label="开户日期" required min={min} max={today} {...form.text('accountOn')} />
      </FormPair>
      <TextField label="开户银行" hint="只写银行，不写账号" max={60} required {...form.text('accountBank')} />
      <Attachments label="印章备案和开户证明" {...uploads} />
    </VerbFrame>
  )
}

/** The conditions of a legal person: place and funds, with their proof. */
export function ApplyLegalDialog(props: VerbProps) {
  const uploads = useUploads()
  const form = useForm(useFoundings().applyLegal, { id: props.founding.id, hasSite: false, hasFunds: false })
  const { hasSite, hasFunds } = form.values
  const why = hasSite && hasFunds ? uploads.why : '办公场所和经费都落实了才能申请'
  return (
    <VerbFrame {...props} verb="applyLegal" form={form} more={{ files: uploads.ids }} why={why}>
      {props.founding.body === 'organiser' && <Notice tone="watch">只有组织员，不办法人登记，请直接入库。</Notice>}
      <CheckField checked={hasSite === true} onChange={(checked) => form.set({ hasSite: checked })}>
        有办公场所
      </CheckField>
      <CheckField checked={hasFunds === true} onChange={(checked) => form.set({ hasFunds: checked })}>
        有经费
      </CheckField>
      <Attachments label="登记表、批复、法定代表人证件、场所和经费证明" {...uploads} />
      <TextField label="说明" lines={2} max={500} {...form.text('note')} />
    </VerbFrame>
  )
}

/** The certificate as the district issues it. */
export function RegisterDialog(props: VerbProps) {
  const today = useToday()
  const form = useForm(useFoundings().register, { id: props.founding.id, issuedOn: today })
  return (
    <VerbFrame {...props} verb="register" form={form}>
      <TextField label="证书编号" max={40} required {...form.text('number')} />
      <TextField
        label="统一社会信用代码"
        hint="工会自己的，81 开头；不是单位营业执照上的"
        max={40}
        required
        {...form.text('creditCode')}
      />
      <DayField
        label="发证日期"
        required
        min={props.founding.approvedOn ?? undefined}
        max={today}
        {...form.text('issuedOn')}
      />
      <p className="nf-soft nf-small">证书有效到本届任期届满那天。法定代表人是主席。</p>
    </VerbFrame>
  )
}

export function EnterDialog(props: VerbProps) {
  const form = useForm(useFoundings().enter, { id: props.founding.id })
  const isEarly = props.founding.state === 'sealed' && props.founding.body !== 'organiser'
  return (
    <VerbFrame {...props} verb="enter" form={form} why={isEarly ? '先报法人登记，拿到证书再入库' : undefined}>
      <TextField label="入库编号" hint="基层工会数据库给的编号" max={40} required {...form.text('databaseCode')} />
    </VerbFrame>
  )
}

export function LinkDuesDialog(props: VerbProps) {
  const form = useForm(useFoundings().linkDues, { id: props.founding.id })
  return (
    <VerbFrame {...props} verb="linkDues" form={form}>
      <TextField label="经费税务编码" hint="税务代收工会经费用的编码" max={40} required {...form.text('taxCode')} />
      <TextField label="说明" lines={2} max={500} {...form.text('note')} />
    </VerbFrame>
  )
}
