import { useState } from 'react'
import { useNavigate } from 'react-router'
import { contract as orgs } from '../../../../kernel/org/contract.ts'
import { useApi, useDesk, useForm, useNow, useRead, useRegistries } from '../../../../kit/api/index.ts'
import {
  Button,
  Card,
  CheckField,
  ChoiceField,
  DayField,
  EnterprisePicker,
  Form,
  FormPair,
  Notice,
  Page,
  type Pick,
  SelectField,
  StateBlock,
  TextField,
  useSay,
} from '../../../../kit/index.ts'
import { wallTime } from '../../../../kit/time/time-words.ts'
import { kindOptions } from '../../rules/kinds.ts'
import { home, useMembership } from './place.ts'

const sexes = [
  { value: 'male', title: '男' },
  { value: 'female', title: '女' },
]
const channels = [
  { value: 'window', title: '窗口，本人来的' },
  { value: 'paper', title: '纸质申请书，单位收来的' },
]
const documents = [
  { value: 'resident', title: '身份证、居住证、永久居留证' },
  { value: 'passport', title: '护照' },
]

/** An application on paper or at the window. */
export function NewPage() {
  const { may } = useDesk()
  return may('membership.receive') ? <Receive /> : <StateBlock kind="forbidden" />
}

const useReceive = () => useForm(useMembership().receive, { idKind: 'resident', channel: 'window' })
type ReceiveForm = ReturnType<typeof useReceive>

function Receive() {
  const navigate = useNavigate()
  const say = useSay()
  const form = useReceive()
  const submit = async () => {
    const done = await form.submit()
    if (!done) return
    if (done.state === 'protecting') {
      say(`${done.number} 已交区总工会核对`)
      return void navigate(home)
    }
    say(`已登记，编号 ${done.number}`)
    void navigate(`${home}/${done.id}`)
  }
  return (
    <Page
      breadcrumb={[{ title: '入会', href: home }, { title: '登记' }]}
      title="登记入会申请"
      sub="一批人请用“导入”里的会员花名册，不用一个一个登记。"
      actions={
        <Button kind="primary" busy={form.busy} onClick={() => void submit()}>
          登记
        </Button>
      }
    >
      {form.problem && <Notice tone="bad">{form.problem}</Notice>}
      <Who form={form} />
      <Where form={form} />
    </Page>
  )
}

function Who({ form }: { form: ReceiveForm }) {
  const isPassport = form.values.idKind === 'passport'
  return (
    <Card title="申请人">
      <Form>
        <ChoiceField label="怎么来的" {...form.choice('channel')} options={channels} required />
        <FormPair>
          <TextField label="姓名" max={50} autoComplete="off" {...form.text('name')} required />
          <TextField label="手机" max={30} autoComplete="off" {...form.text('phone')} />
        </FormPair>
        <ChoiceField label="证件" {...form.choice('idKind')} options={documents} required />
        <TextField label="证件号码" max={60} autoComplete="off" {...form.text('idNumber')} required />
        {isPassport && (
          <FormPair>
            <DayField label="出生日期" {...form.text('birthOn')} required />
            <SelectField label="性别" {...form.choice('sex')} options={sexes} />
          </FormPair>
        )}
      </Form>
    </Card>
  )
}

function Where({ form }: { form: ReceiveForm }) {
  const { findEnterprises } = useRegistries()
  const today = wallTime(useNow()).day
  const [firm, setFirm] = useState<Pick>()
  const choose = (next: Pick | undefined) => {
    setFirm(next)
    form.set({ enterpriseId: next?.id })
  }
  return (
    <Card title="在哪里上班">
      <Form>
        <EnterprisePicker
          label="单位"
          hint="没有单位的空着，由街道会员池接收"
          value={firm}
          onChange={choose}
          search={findEnterprises}
          error={form.errorAt('enterpriseId')}
        />
        {!firm && <StreetField form={form} />}
        <FormPair>
          <SelectField
            label="新就业形态"
            hint="跑单、送货、开车、做家政的才选"
            placeholder="不是"
            {...form.choice('newFormKind')}
            options={kindOptions(today)}
          />
          <TextField label="工种" max={50} {...form.text('occupation')} />
        </FormPair>
        <CheckField
          checked={form.values.hasSignedPaper ?? false}
          onChange={(isSigned) => form.set({ hasSignedPaper: isSigned ? true : undefined })}
        >
          入会申请书上有本人签名
        </CheckField>
        {form.errorAt('hasSignedPaper') && <Notice tone="bad">{form.errorAt('hasSignedPaper')}</Notice>}
      </Form>
    </Card>
  )
}

/** Without a firm the street says which pool takes him in. */
function StreetField({ form }: { form: ReceiveForm }) {
  const { data: streets = [] } = useRead(useApi('orgs', orgs).streets, {})
  return (
    <SelectField
      label="常在哪个街道"
      hint="没有单位的才选；不选就是本街道"
      placeholder="本街道"
      {...form.choice('street')}
      options={streets.map(({ path, shortName }) => ({ value: path, title: shortName }))}
    />
  )
}
