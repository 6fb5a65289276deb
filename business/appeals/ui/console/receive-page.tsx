import { type FormEvent, useState } from 'react'
import { useNavigate } from 'react-router'
import { useDesk, useForm, useRegistries, useUploads } from '../../../../kit/api/index.ts'
import {
  Attachments,
  Button,
  Card,
  Columns,
  EnterprisePicker,
  Form,
  FormPair,
  MoneyField,
  Notice,
  NumberField,
  type Org,
  OrgPicker,
  Page,
  type Pick,
  SelectField,
  StateBlock,
  TextField,
  useSay,
} from '../../../../kit/index.ts'
import { type Category, type Channel, categories, channels } from '../../rules/words.ts'
import { Suggestion } from './suggestion.tsx'
import { type AppealsApi, useAppeals } from './use-appeals.ts'
import { home, hrefOf, optionsOf } from './words.ts'

const NAMED = 'named'
const MAX_FILES = 20

/** What came in at a window, by phone or by letter, typed in by an officer; the words are read while they are typed. */
export function ReceivePage() {
  const { may } = useDesk()
  if (!may('appeals.receive')) return <StateBlock kind="forbidden" />
  return <Receive />
}

const useReceive = (api: AppealsApi) => useForm(api.receive, { channel: 'window' as Channel })
type ReceiveForm = ReturnType<typeof useReceive>

function Receive() {
  const navigate = useNavigate()
  const say = useSay()
  const form = useReceive(useAppeals())
  const uploads = useUploads()
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (uploads.isSending) return
    const done = await form.submit({ files: uploads.ids })
    if (!done) return
    say(`已登记，编号 ${done.number}`)
    void navigate(hrefOf(done.id))
  }
  return (
    <Page breadcrumb={[{ title: '职工诉求', href: home }, { title: '登记' }]} title="登记诉求">
      <form className="appeal-form" onSubmit={submit} noValidate>
        <Columns wide>
          <Card title="发生了什么">
            <Form>
              <TextField
                label="诉求"
                hint="照职工的原话记，谁、什么时候、多少人、多少钱"
                lines={8}
                max={5000}
                value={form.values.story ?? ''}
                onChange={(story) => form.set({ story })}
                error={form.errors.story}
                required
              />
              {form.values.story && <Suggestion story={form.values.story} open />}
              <Details form={form} />
              <Attachments label="材料（可不填）" hint="证据、转办单的照片或文件" max={MAX_FILES} {...uploads} />
            </Form>
          </Card>
          <Card title="谁，从哪里来">
            <Form>
              <Source form={form} />
              <Employer form={form} />
              <Contact form={form} />
            </Form>
          </Card>
        </Columns>
        {form.problem && <Notice tone="bad">{form.problem}</Notice>}
        <div className="appeal-columns">
          <Button
            kind="primary"
            type="submit"
            busy={form.busy}
            why={uploads.isSending ? '材料还在上传，请等一下' : undefined}
          >
            登记
          </Button>
          <Button href={home}>先不登记</Button>
        </div>
      </form>
    </Page>
  )
}

function Details({ form: { values, errors, set } }: { form: ReceiveForm }) {
  return (
    <FormPair>
      <SelectField
        label="类别"
        placeholder="照系统建议"
        value={values.category}
        onChange={(category) => set({ category: category as Category | undefined })}
        options={optionsOf(categories)}
        error={errors.category}
      />
      <NumberField
        label="人数"
        unit="人"
        value={values.headcount}
        onChange={(headcount) => set({ headcount })}
        error={errors.headcount}
      />
      <MoneyField
        label="要求的金额"
        value={values.claimFen}
        onChange={(claimFen) => set({ claimFen })}
        error={errors.claimFen}
      />
    </FormPair>
  )
}

function Source({ form: { values, errors, set } }: { form: ReceiveForm }) {
  return (
    <>
      <SelectField
        label="来源"
        value={values.channel}
        onChange={(channel) => set({ channel: channel as Channel | undefined })}
        options={optionsOf(channels).filter(({ value }) => value !== 'hall')}
        error={errors.channel}
        required
      />
      <TextField
        label="对方编号"
        hint="12345、12351、法院等转来的原号"
        value={values.outsideNumber ?? ''}
        onChange={(outsideNumber) => set({ outsideNumber })}
        error={errors.outsideNumber}
      />
    </>
  )
}

/** From the registry, or by name when it is not there; then the place is asked. */
function Employer({ form: { errors, set } }: { form: ReceiveForm }) {
  const { findEnterprises, loadPlaces } = useRegistries()
  const [employer, setEmployer] = useState<Pick>()
  const [place, setPlace] = useState<Org>()
  const choose = (pick: Pick | undefined) => {
    setEmployer(pick)
    set({
      enterpriseId: pick && pick.id !== NAMED ? pick.id : undefined,
      enterpriseName: pick?.id === NAMED ? pick.name : undefined,
    })
  }
  return (
    <>
      <EnterprisePicker
        label="单位"
        value={employer}
        onChange={choose}
        search={findEnterprises}
        missing={{
          title: '册子里没有，就写这个名字',
          onDo: (name) => choose({ id: NAMED, name, context: '没有登记的单位' }),
        }}
        error={errors.enterpriseName ?? errors.enterpriseId}
      />
      {employer?.id !== NAMED && employer ? (
        <p className="nf-soft nf-small">地方照登记册：{employer.context}</p>
      ) : (
        <OrgPicker
          label="地方"
          hint="不选，就算在本单位"
          value={place}
          onChange={(org) => {
            setPlace(org)
            set({ place: org?.id })
          }}
          load={loadPlaces}
          error={errors.place}
        />
      )}
    </>
  )
}

function Contact({ form: { values, errors, set } }: { form: ReceiveForm }) {
  return (
    <>
      <TextField
        label="职工姓名"
        value={values.contactName ?? ''}
        onChange={(contactName) => set({ contactName })}
        error={errors.contactName}
      />
      <TextField
        label="联系电话"
        kind="tel"
        hint="姓名和电话都不填，就按不写姓名登记"
        value={values.contactPhone ?? ''}
        onChange={(contactPhone) => set({ contactPhone })}
        error={errors.contactPhone}
      />
    </>
  )
}
