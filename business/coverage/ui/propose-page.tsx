import { useState } from 'react'
import { useNavigate } from 'react-router'
import { useDesk, useForm, useNow, useRegistries, useUploads } from '../../../kit/api/index.ts'
import {
  Attachments,
  Button,
  Card,
  ChoiceField,
  DayField,
  EnterprisePicker,
  Form,
  Notice,
  Page,
  type Pick,
  StateBlock,
  TextField,
  useSay,
} from '../../../kit/index.ts'
import { wallTime } from '../../../kit/time/time-words.ts'
import { reasons } from '../rules/words.ts'
import { home, useCoverage } from './place.ts'

/** An enterprise is to be left out of the rates; the union above decides. */
export function ProposePage() {
  const { may } = useDesk()
  return may('coverage.propose') ? <Propose /> : <StateBlock kind="forbidden" />
}

function Propose() {
  const navigate = useNavigate()
  const say = useSay()
  const form = useForm(useCoverage().propose, {})
  const files = useUploads()
  const submit = async () => {
    const done = await form.submit({ files: files.ids })
    if (!done) return
    say(`已提出，编号 ${done.number}，等上级工会批准`)
    void navigate(`${home}/${done.id}`)
  }
  return (
    <Page
      breadcrumb={[
        { title: '建会覆盖', href: home },
        { title: '列入不计事项', href: `${home}/exclusions` },
        { title: '提出' },
      ]}
      title="提出不计"
      sub="批准后，这家企业到截止日期前不算在建会率的分母里；谁批的、为什么，一直显示在建会率旁边。"
      actions={
        <Button kind="primary" busy={form.busy} why={files.why} onClick={() => void submit()}>
          提交
        </Button>
      }
    >
      {form.problem && <Notice tone={form.isOutdated ? 'watch' : 'bad'}>{form.problem}</Notice>}
      <Card>
        <Fields form={form} files={files} />
      </Card>
    </Page>
  )
}

const reasonOptions = Object.entries(reasons).map(([value, title]) => ({ value, title }))

type ProposeForm = ReturnType<typeof useForm<Parameters<ReturnType<typeof useCoverage>['propose']>[0], unknown>>

function Fields({ form, files }: { form: ProposeForm; files: ReturnType<typeof useUploads> }) {
  const { findEnterprises } = useRegistries()
  const today = wallTime(useNow()).day
  const [firm, setFirm] = useState<Pick>()
  const choose = (pick: Pick | undefined) => {
    setFirm(pick)
    form.set({ enterpriseId: pick?.id })
  }
  return (
    <Form>
      <EnterprisePicker
        label="企业"
        value={firm}
        onChange={choose}
        search={findEnterprises}
        error={form.errorAt('enterpriseId')}
        required
      />
      <ChoiceField label="原因" {...form.choice('reason')} options={reasonOptions} required />
      <TextField
        label="依据"
        hint="查到了什么、什么时候、谁查的；不写职工的姓名和电话"
        lines={4}
        max={1000}
        {...form.text('evidence')}
        required
      />
      <DayField
        label="到哪天恢复计入"
        hint="最长十二个月，到期自动恢复"
        min={today}
        {...form.text('untilOn')}
        required
      />
      <Attachments label="材料" hint="公告、退租协议、走访照片等" {...files} max={20} />
    </Form>
  )
}
